import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentOf, createCorpusFolder, type CorpusFolder } from '../reindex/corpus-folder.ts'
import { runScript, type ScriptRun } from './run-script.ts'

const megabyte = 1024 * 1024
const sentence = 'أعلنت البلدية أن السوق القديمة ستفتح أبوابها مساء كل خميس.'

/** windows-1256, as many old sites wrote: «أعلنت البلدية افتتاح السوق القديمة بعد ترميم دام عامين.» */
const windows1256 = Buffer.from(
  'c3dae1e4ca20c7e1c8e1cfedc920c7ddcacac7cd20c7e1d3e6de20c7e1decfede3c920c8dacf20cad1e3ede320cfc7e320dac7e3ede42e',
  'hex',
)

let corpus: CorpusFolder
let run: ScriptRun
let report: {
  articles: { total: number }
  refused: { path: string; line?: number; reason: string; detail: string }[]
}
let texts: Map<string, string>

beforeAll(async () => {
  corpus = createCorpusFolder()
  writeBadCorpus(corpus)
  run = await runScript('reindex', ['--articles', corpus.folder, '--db', corpus.database, '--json'])
  report = JSON.parse(run.stdout)
  texts = new Map(contentOf(corpus.database).articles.map(({ id, text }) => [id, text]))
}, 120_000)
afterAll(() => corpus.destroy())

function writeBadCorpus(into: CorpusFolder): void {
  const { folder } = into
  const write = (name: string, content: unknown) => into.write(name, content)
  write('good.md', `# السوق القديمة\n\n${sentence}\n`)
  write('empty.txt', '')
  write('beside-a-folder.txt', sentence.replace('السوق', 'القلعة'))
  write('beside-a-folder.meta.json/inner.txt', 'من لا يقرأ')
  write('beside-a-pipe.jsonl', JSON.stringify({ id: 'beside-a-pipe', text: sentence }))
  execFileSync('mkfifo', [join(folder, 'beside-a-pipe.meta.json')])
  write('only-a-mark.txt', Buffer.from([0xef, 0xbb, 0xbf]))
  write(
    'huge.txt',
    `${sentence}\n`.repeat(Math.ceil((51 * megabyte) / Buffer.byteLength(sentence))),
  )
  write('one-line.txt', 'ب'.repeat(5 * megabyte))
  write(
    'lines.jsonl',
    [
      JSON.stringify({ id: 'line-1', title: 'الأول', text: sentence }),
      JSON.stringify({ id: 'line-2', text: 'x'.repeat(10 * megabyte) }),
      '{"id": "line-3", "text": ',
      JSON.stringify({ id: 'line-4', title: 'الرابع', text: sentence }),
    ].join('\n'),
  )
  write('windows.txt', windows1256)
  write('utf16.txt', Buffer.from(`\u{feff}${sentence}`, 'utf16le'))
  write('noise.txt', Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256)))
  write('surrogate.json', `{"id": "surrogate", "text": "${sentence} \\ud83d \\udc00 ثم أغلقت."}`)
  write('bidi.txt', `${sentence} \u{202e}نص مقلوب\u{202c} و\u{2066}آخر\u{2069}.`)
  write(
    'proto.md',
    `---\n__proto__:\n  polluted: yes\ntitle: سوق الخميس\nconstructor: x\n---\n${sentence}\n`,
  )
  write('id-1.json', { id: 'twice', title: 'نسخة أولى', text: sentence })
  write('id-2.json', { id: 'twice', title: 'نسخة ثانية', text: sentence })
  write('cut.txt.gz', gzipSync(sentence.repeat(1000)).subarray(0, 60))
  write('../outside.txt', sentence)
  symlinkSync(join(folder, '..', 'outside.txt'), join(folder, 'outside.txt'))
  symlinkSync(join(folder, 'nothing.txt'), join(folder, 'broken.txt'))
  execFileSync('mkfifo', [join(folder, 'pipe.txt')])
  write('image.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]))
}

const reasonsFor = (name: string) =>
  report.refused
    .filter(({ path }) => path === join(corpus.folder, name))
    .map(({ reason }) => reason)

describe('npm run reindex over a folder of bad files', () => {
  it('exits with 3 and prints one document on stdout', () => {
    expect(run.code).toBe(3)
    expect(run.stdout.trim().split('\n')).toHaveLength(1)
  })

  it.each([
    ['empty.txt', 'empty'],
    ['only-a-mark.txt', 'empty'],
    ['huge.txt', 'too-large'],
    ['one-line.txt', 'too-large'],
    ['noise.txt', 'encoding-unknown'],
    ['cut.txt.gz', 'corrupt'],
    ['outside.txt', 'symlink-outside'],
    ['broken.txt', 'symlink-broken'],
    ['pipe.txt', 'not-a-file'],
    ['image.png', 'unsupported'],
    ['id-2.json', 'duplicate-id'],
    ['beside-a-folder.meta.json', 'not-a-file'],
    ['beside-a-pipe.meta.json', 'not-a-file'],
  ])('refuses %s as %s, on a line of its own', (name, reason) => {
    expect(reasonsFor(name)).toEqual([reason])
    expect(run.stderr).toMatch(new RegExp(`^Refused .*${name}: ${reason}\\.`, 'm'))
  })

  it('refuses single records of a file and names their lines', () => {
    const lines = report.refused.filter(({ path }) => path.endsWith('lines.jsonl'))
    expect(lines.map(({ line, reason }) => [line, reason])).toContainEqual([3, 'malformed'])
    expect(lines.map(({ line }) => line)).toContain(2)
    expect([...texts.keys()]).toEqual(expect.arrayContaining(['line-1', 'line-4']))
  })

  it('names both of two articles of one id', () => {
    const refusal = report.refused.find(({ reason }) => reason === 'duplicate-id')
    expect(refusal?.detail).toContain('id-1.json')
    expect(refusal?.detail).toContain('id-2.json')
  })

  it('gives every refusal a detail for people', () => {
    for (const { detail } of report.refused) expect(detail).toMatch(/\w/)
  })

  it.each([
    'good',
    'proto',
    'windows',
    'utf16',
    'surrogate',
    'bidi',
    'line-1',
    'line-4',
    'twice',
    'beside-a-folder',
    'beside-a-pipe',
  ])('indexes %s all the same', (id) => {
    expect([...texts.keys()]).toContain(id)
  })

  it('reads encodings by their content', () => {
    expect(texts.get('windows')).toContain('البلدية')
    expect(texts.get('utf16')).toBe(sentence)
  })

  it('stores well-formed text without signs that turn the reading around', () => {
    for (const text of texts.values()) {
      expect(text.isWellFormed()).toBe(true)
      expect(text).not.toMatch(/[\u{202a}-\u{202e}\u{2066}-\u{2069}\0]/u)
    }
  })
})
