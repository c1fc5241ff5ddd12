import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acquireRunLock, openDatabase } from '../../core/store/index.ts'
import { contentOf, createCorpusFolder, type CorpusFolder } from '../reindex/corpus-folder.ts'
import { runScript, startScript } from './run-script.ts'

let corpus: CorpusFolder
beforeEach(() => {
  corpus = createCorpusFolder()
})
afterEach(() => corpus.destroy())

const kills = 3

const args = (database = corpus.database) => ['--articles', corpus.folder, '--db', database]

function writeArticles(version: string): void {
  for (let file = 0; file < 10; file++) {
    const lines = Array.from({ length: 40 }, (_, n) =>
      JSON.stringify({
        id: `${file}-${n}`,
        title: `گزارش ${n}`,
        text: `نسخه‌ی ${version}: باران در روستای ${file} ${n} ساعت بارید. `.repeat(20),
      }),
    )
    corpus.write(`${String(file).padStart(2, '0')}.jsonl`, lines.join('\n'))
  }
}

describe('npm run reindex', () => {
  it('loses nothing when it is killed, and the next run ends where an undisturbed one would', async () => {
    writeArticles('یک')
    expect((await runScript('reindex', args())).code).toBe(0)
    const served = contentOf(corpus.database)
    writeArticles('دو')
    let struck = 0
    for (let n = 0; n < kills; n++) {
      const { child, ended } = startScript('reindex', args())
      // While it runs there is a write-ahead log; from then on any moment will do.
      while (child.exitCode === null && !existsSync(`${corpus.database}-wal`)) await pause(5)
      await pause(50 + (n / kills) * 700)
      child.kill('SIGKILL')
      const { signal } = await ended
      if (signal === null) break
      struck += 1
      expect(contentOf(corpus.database)).toEqual(served)
    }
    expect(struck).toBeGreaterThan(0)
    const last = await runScript('reindex', [...args(), '--json'])
    expect(last.code).toBe(0)
    expect(JSON.parse(last.stdout)).toMatchObject({ published: true, articles: { changed: 400 } })

    const scratch = `${corpus.database}.scratch`
    await runScript('reindex', args(scratch))
    expect(contentOf(corpus.database)).toEqual(contentOf(scratch))
    expect(orphansIn(corpus.database)).toEqual({ passages: 0, texts: 0, generations: 0 })
  }, 120_000)

  it('says that a run is at work already', async () => {
    const lock = acquireRunLock(corpus.database)
    const { code, stderr } = await runScript('reindex', args())
    lock.release()
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('already running'),
    })
  }, 60_000)
})

function orphansIn(database: string) {
  const connection = openDatabase({ path: database, schema: 'index' })
  const count = (query: string) => connection.sqlite.prepare(query).pluck().get()
  const orphans = {
    passages: count(
      'select count(*) from passages where article not in (select row from articles)',
    ),
    texts: count('select count(*) from texts where article not in (select row from articles)'),
    generations: count('select count(*) from generations where published_at is null'),
  }
  connection.close()
  return orphans
}
