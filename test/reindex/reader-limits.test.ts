/** What an article may cost, and what ends a process that reads. */
import { execFileSync, spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCorpusFolder, type CorpusFolder } from './corpus-folder.ts'
import { startScript } from '../scripts/run-script.ts'

vi.setConfig({ testTimeout: 120_000 })

let corpus: CorpusFolder
beforeEach(() => {
  corpus = createCorpusFolder()
  corpus.write('before.txt', 'هطلت أمطار غزيرة على صور طوال ليل الأحد.')
  corpus.write('later.txt', 'باران شدید راه کوهستانی را دو روز بست.')
})
afterEach(() => corpus.destroy())

/** Seconds of work for a reader, within every limit of size. */
function writeHeavyText(name = 'heavy.txt'): string {
  return corpus.write(name, 'بلغ منسوب النهر في المدينة ثلاثة أمتار. '.repeat(110_000))
}

/** Processes that read for `parent`. */
function readersOf(parent: number): number[] {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return all
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, ppid, ...args]) => Number(ppid) === parent && /read-process/.test(args.join(' ')))
    .map(([id]) => Number(id))
}

/** A process that ended and that nobody asked about is none. */
function isAlive(id: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(id)], { encoding: 'utf8' })
  return /^[^Z\s]/.test(stdout)
}

async function until(isSo: () => boolean, ms = 30_000): Promise<boolean> {
  const deadline = performance.now() + ms
  while (!isSo()) {
    if (performance.now() > deadline) return false
    await pause(20)
  }
  return true
}

describe('reindex', () => {
  it('refuses by name what takes more processor time than an article may, and goes on', async () => {
    const path = writeHeavyText()
    const report = await corpus.reindex({ readers: 1, articleMs: 300 })
    expect(report).toMatchObject({
      articles: { total: 2 },
      refused: [{ path, reason: 'too-slow' }],
    })
    expect(await corpus.reindex()).toMatchObject({ published: false, refused: report.refused })
  })

  it('refuses by name the record of a list that takes more, and takes in the others', async () => {
    const text = 'بلغ منسوب النهر في المدينة ثلاثة أمتار. '.repeat(60_000)
    const path = corpus.write('list.json', [
      { id: 'one', text: 'وصلت العبّارة إلى صور.' },
      { id: 'two', text },
      { id: 'three', text: 'أبحرت العبّارة من صور.' },
    ])
    expect(await corpus.reindex({ readers: 1, articleMs: 150 })).toMatchObject({
      articles: { total: 4 },
      refused: [{ path, line: 2, reason: 'too-slow' }],
    })
  })

  it('refuses by name what takes more memory than a reader has, and goes on', async () => {
    const path = corpus.write('lists.json.gz', gzipSync(`[${'[],'.repeat(16_000_000)}0]`))
    expect(await corpus.reindex({ readers: 1, articleMs: 60_000 })).toMatchObject({
      articles: { total: 2 },
      refused: [{ path, reason: 'too-large' }],
    })
  })

  it('tells the refusals of one file beyond the first 200 as one', async () => {
    const path = corpus.write('zeros.json', `[${'0,'.repeat(500_000)}0]`)
    const lines = Array.from({ length: 400 }, (_, n) =>
      n % 2 === 0 ? '{' : `{"id":"n${n}","text":"خبر رقم ${n} من المدينة."}`,
    )
    lines.push(...Array.from({ length: 100 }, () => '0'))
    const mixed = corpus.write('mixed.jsonl', lines.join('\n'))
    const report = await corpus.reindex()
    expect(report.refused.filter((one) => one.path === path)).toHaveLength(201)
    const rest = report.refused.filter((one) => one.path === mixed && one.reason === 'too-many')
    expect(rest).toMatchObject([{ detail: expect.stringContaining('100 more') }])
    expect(report.articles.total).toBe(202)
    expect(await corpus.reindex()).toMatchObject({ published: false, refused: report.refused })
    corpus.write('mixed.jsonl', [...lines, '0'].join('\n'))
    const { refused } = await corpus.reindex()
    expect(
      refused.find((one) => one.path === mixed && one.reason === 'too-many')?.detail,
    ).toContain('101 more')
  })

  it('names the file in hand while it is read', async () => {
    const path = writeHeavyText()
    const files = new Set<string | undefined>()
    await corpus.reindex({ readers: 1, onProgress: ({ file }) => files.add(file) })
    expect([...files]).toContain(path)
  })
})

const start = () => startScript('reindex', ['--articles', corpus.folder, '--db', corpus.database])

describe('npm run reindex', () => {
  it('ends within 2 s of SIGTERM, whatever a reader does', async () => {
    for (let n = 0; n < 8; n++) writeHeavyText(`${n}.txt`)
    const { child, ended } = start()
    expect(await until(() => readersOf(child.pid!).length > 0)).toBe(true)
    await pause(300)
    const asked = performance.now()
    child.kill('SIGTERM')
    expect((await ended).code).toBe(130)
    expect(performance.now() - asked).toBeLessThan(2_000)
  })

  it('leaves no reader behind when it is killed while one is busy', async () => {
    writeHeavyText()
    const { child, ended } = start()
    expect(await until(() => readersOf(child.pid!).length > 0)).toBe(true)
    const readers = readersOf(child.pid!)
    await pause(300)
    child.kill('SIGKILL')
    await ended
    expect(await until(() => !readers.some(isAlive), 10_000)).toBe(true)
  })
})
