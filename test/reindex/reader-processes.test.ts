import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openEmbedder } from '../../core/semantic/index.ts'
import { writeTinyModel } from '../semantic/tiny-model.ts'
import { contentOf, createCorpusFolder, type CorpusFolder } from './corpus-folder.ts'

// Processes are slow to start on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

let corpus: CorpusFolder
beforeEach(() => {
  corpus = createCorpusFolder()
})
afterEach(() => corpus.destroy())

const run: CorpusFolder['reindex'] = (options) => corpus.reindex(options)

async function tinyModel() {
  const folder = join(corpus.folder, '..', 'model')
  await writeTinyModel(folder, { output: 'pooled' })
  return { folder, embedder: (await openEmbedder({ model: folder, cacheFolder: '', hub: '' }))! }
}

function writeLines(name: string, count: number): void {
  const lines = Array.from({ length: count }, (_, n) =>
    JSON.stringify({
      id: `${name}-${n}`,
      source: 'بريد الوادي',
      text: `وصلت الشاحنة رقم ${n} إلى سوق المدينة صباح الأحد. `.repeat(40),
    }),
  )
  corpus.write(name, lines.join('\n'))
}

/** Ids of the processes that this one started for reading. */
function readerIds(): number[] {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return all
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, parent, ...args]) =>
        Number(parent) === process.pid && /read-process/.test(args.join(' ')),
    )
    .map(([id]) => Number(id))
}

describe('reindex with processes beside it', () => {
  it('ends where a run in one process ends', async () => {
    const { embedder } = await tinyModel()
    cpSync('data/articles', corpus.folder, { recursive: true })
    writeLines('lines.jsonl', 300)
    corpus.write('twice.json', { id: 'lines.jsonl-7', text: 'نسخة ثانية من الخبر نفسه.' })
    corpus.write('broken.json', '{"text": ')
    const alone = await run({ embedder, readers: 0 })
    const database = `${corpus.database}.beside`
    const beside = await run({ embedder, readers: 2, database })
    await embedder.close()
    const { seconds: _alone, ...told } = alone
    const { seconds: _beside, ...toldBeside } = beside
    expect(toldBeside).toEqual(told)
    expect(contentOf(database)).toEqual(contentOf(corpus.database))
    expect(readerIds()).toEqual([])
  })

  it('says so when such a process dies, and the next run goes on', async () => {
    writeLines('a.jsonl', 2000)
    const killed = run({
      readers: 1,
      onProgress: ({ phase, done }) => {
        if (phase === 'indexing' && done === 1)
          for (const id of readerIds()) process.kill(id, 'SIGKILL')
      },
    })
    await expect(killed).rejects.toMatchObject({
      code: 'CORPUS_UNREADABLE',
      message: expect.stringContaining('SIGKILL'),
    })
    expect(readerIds()).toEqual([])
    expect(await run()).toMatchObject({ generation: 1, articles: { total: 2000, added: 2000 } })
  })

  it('leaves none behind when it is stopped', async () => {
    writeLines('a.jsonl', 2000)
    const stop = new AbortController()
    const stopped = run({
      readers: 2,
      signal: stop.signal,
      onProgress: ({ phase }) => phase === 'indexing' && stop.abort(),
    })
    await expect(stopped).rejects.toThrow('aborted')
    expect(readerIds()).toEqual([])
  })

  it('refuses to mix vectors when the model was changed meanwhile', async () => {
    const { folder, embedder } = await tinyModel()
    await writeTinyModel(folder, { output: 'tokens' })
    writeLines('a.jsonl', 10)
    await expect(run({ embedder, readers: 1 })).rejects.toMatchObject({
      code: 'EMBEDDER_UNAVAILABLE',
      message: expect.stringContaining(folder),
    })
    await embedder.close()
  })
})
