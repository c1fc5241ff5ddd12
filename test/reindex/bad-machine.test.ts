/** What a machine may do to a run: the run says so, and what was served stays whole. */
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReindexProgress } from '../../core/reindex/index.ts'
import { runScript } from '../scripts/run-script.ts'
import { writeTinyModel } from '../semantic/tiny-model.ts'
import { contentOf, createCorpusFolder, type CorpusFolder } from './corpus-folder.ts'

let corpus: CorpusFolder
let before: ReturnType<typeof contentOf>
beforeEach(async () => {
  corpus = createCorpusFolder()
  corpus.write('dam.md', '# سد کرخه\n\nآب پشت سد کرخه پس از باران‌های بهاری بالا آمد.\n')
  corpus.write('rain.md', '# أمطار على صور\n\nهطلت أمطار غزيرة على صور طوال ليل الأحد.\n')
  await run()
  before = contentOf(corpus.database)
  corpus.write('dam.md', lower)
})
afterEach(() => corpus.destroy())

const lower = '# سد کرخه\n\nآب پشت سد کرخه در تابستان پایین رفت.\n'

const run: CorpusFolder['reindex'] = (options) => corpus.reindex(options)

const script = (env: Record<string, string> = {}) =>
  runScript('reindex', ['--articles', corpus.folder, '--db', corpus.database], { env })

async function expectWhole(): Promise<void> {
  expect(contentOf(corpus.database)).toEqual(before)
  expect(await run()).toMatchObject({ published: true, articles: { changed: 1, unchanged: 1 } })
}

const once = (when: (progress: ReindexProgress) => boolean, act: () => void) => {
  let isDone = false
  return (progress: ReindexProgress): void => {
    if (isDone || !when(progress)) return
    isDone = true
    act()
  }
}
const surveyed = ({ phase, done, total }: ReindexProgress) => phase === 'checking' && done === total
const reading = ({ phase }: ReindexProgress) => phase === 'indexing'

describe('npm run reindex', { timeout: 120_000 }, () => {
  it('exits with 1 while another process holds the index locked', async () => {
    const other = new Database(corpus.database)
    other.exec('begin immediate')
    const { code, stderr } = await script()
    other.close()
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('is locked by') })
    expect(stderr).not.toMatch(/^\s+at /m)
    await expectWhole()
  })

  it('exits with 1 for a model that is damaged', async () => {
    const model = join(corpus.folder, '..', 'model')
    await writeTinyModel(model, {
      output: 'pooled',
      card: { sha256: { 'tokenizer.json': '0'.repeat(64) } },
    })
    const { code, stderr } = await script({ EMBEDDING_MODEL: model })
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('damaged') })
    expect(stderr).not.toMatch(/^\s+at /m)
    await expectWhole()
  })

  it('exits with 1 where the index cannot lie', async () => {
    const file = corpus.write('../file', '')
    const database = join(file, 'index.db')
    const { code, stderr } = await runScript('reindex', [
      '--articles',
      corpus.folder,
      '--db',
      database,
    ])
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(database) })
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

describe('reindex', () => {
  it('says that the index may only be read', async () => {
    const folder = dirname(corpus.database)
    execFileSync('chmod', ['-R', 'a+rX', dirname(folder)])
    execFileSync('chmod', ['-R', 'a-w', folder])
    const isSuperuser = process.geteuid?.() === 0
    // The superuser may write everything: such a user lends the run to another.
    if (isSuperuser) process.seteuid?.(65_534)
    try {
      await expect(run()).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
    } finally {
      if (isSuperuser) process.seteuid?.(0)
      execFileSync('chmod', ['-R', 'u+w', folder])
    }
    await expectWhole()
  })

  it('keeps what it holds of a file that vanishes before it is read, until the next run', async () => {
    const report = await run({ onProgress: once(surveyed, () => corpus.remove('dam.md')) })
    expect(report.articles.total).toBe(2)
    expect(contentOf(corpus.database).articles[0]!.text).toContain('بالا آمد')
    expect((await run()).articles).toMatchObject({ total: 1, removed: 1 })
  })

  it.each([
    ['before it is read', surveyed],
    ['while articles are read', reading],
  ])('ends where a run from zero ends after a file changed %s', async (_, when) => {
    const later = lower.replace('تابستان', 'پاییز')
    await run({ onProgress: once(when, () => corpus.write('dam.md', later)) })
    await run()
    const scratch = `${corpus.database}.scratch`
    await run({ database: scratch })
    expect(contentOf(corpus.database)).toEqual(contentOf(scratch))
  })
})
