import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { searchTerms } from '../question/plans.ts'
import { openEmbeddedEngine } from '../../core/engine/index.ts'
import { rollBack } from '../../core/reindex/index.ts'
import { acquireRunLock } from '../../core/store/index.ts'
import { contentOf, createCorpusFolder, type CorpusFolder } from './corpus-folder.ts'

let corpus: CorpusFolder
beforeEach(() => {
  corpus = createCorpusFolder()
  corpus.write('dam.md', '# سد کرخه\n\nآب پشت سد کرخه پس از باران‌های بهاری بالا آمد.\n')
  corpus.write('rain.md', '# أمطار على صور\n\nهطلت أمطار غزيرة على صور طوال ليل الأحد.\n')
  corpus.write('port.md', '# Port reopens\n\nThe port took in its first ship after the storms.\n')
})
afterEach(() => corpus.destroy())

const run: CorpusFolder['reindex'] = (options) =>
  corpus.reindex({ now: () => new Date(), ...options })
const back = () => rollBack({ database: corpus.database })
const content = () => contentOf(corpus.database)

/** One article changed, one gone, one new. */
function edit(): void {
  corpus.write('dam.md', '# سد کرخه\n\nآب پشت سد کرخه در تابستان پایین رفت.\n')
  corpus.remove('rain.md')
  corpus.write('train.md', '# قطار حلب\n\nوصل أول قطار إلى محطة حلب بعد سنوات من التوقف.\n')
}

describe('rollBack', () => {
  it('serves the generation before again, whole, and tells what that changes for readers', async () => {
    await run()
    const first = content()
    edit()
    await run()
    expect(back()).toMatchObject({
      generation: 1,
      published: true,
      articles: { total: 3, added: 1, changed: 1, removed: 1, unchanged: 1 },
      passages: 3,
      mode: 'keyword-only',
    })
    expect(content()).toEqual(first)
  })

  it('lets the next run take up again what was rolled back, though no file changed since', async () => {
    await run()
    edit()
    await run()
    const second = content()
    back()
    const expected = { total: 3, added: 1, changed: 1, removed: 1, unchanged: 1 }
    expect((await run({ dryRun: true })).articles).toEqual(expected)
    expect(await run()).toMatchObject({ generation: 3, published: true, articles: expected })
    expect(content()).toEqual(second)
    expect(await run()).toMatchObject({ generation: 3, published: false })
  })

  it('ends where a run from zero ends when the folder goes back with it', async () => {
    await run()
    edit()
    await run()
    back()
    corpus.remove('train.md')
    corpus.write('rain.md', '# أمطار على صور\n\nهطلت أمطار غزيرة على صور طوال ليل الأحد.\n')
    await run()
    const scratch = `${corpus.database}.scratch`
    await run({ database: scratch })
    expect(content()).toEqual(contentOf(scratch))
  })

  it('goes one step back, and says so when asked for another', async () => {
    await run()
    corpus.remove('rain.md')
    await run()
    edit()
    await run()
    const third = content()
    back()
    const second = content()
    expect(() => back()).toThrow(expect.objectContaining({ code: 'ROLLBACK_IMPOSSIBLE' }))
    expect(content()).toEqual(second)
    await run()
    expect(content()).toEqual(third)
    back()
    expect(content()).toEqual(second)
  })

  it('forgets the work of an unfinished run too', async () => {
    await run()
    const first = content()
    edit()
    await run()
    for (let n = 0; n < 30; n++) corpus.write(`${n}.txt`, `تقرير رقم ${n}: وصلت ${n} شاحنة.`)
    const stop = new AbortController()
    const onCheckpoint = (name: string): void => {
      if (name === 'article-written') stop.abort()
    }
    await expect(run({ signal: stop.signal, onCheckpoint })).rejects.toThrow('aborted')
    back()
    expect(content()).toEqual(first)
    await run()
    const scratch = `${corpus.database}.scratch`
    await run({ database: scratch })
    expect(content()).toEqual(contentOf(scratch))
  })

  it.each([
    ['where no index is', 'INDEX_MISSING', async () => {}],
    ['after the first generation', 'ROLLBACK_IMPOSSIBLE', async () => void (await run())],
  ])('says that there is nothing to roll back to %s', async (_, code, before) => {
    await before()
    expect(() => back()).toThrow(expect.objectContaining({ code }))
  })

  it('waits for no run that is at work', async () => {
    await run()
    edit()
    await run()
    const lock = acquireRunLock(corpus.database)
    expect(() => back()).toThrow(expect.objectContaining({ code: 'INDEX_BUSY' }))
    lock.release()
    expect(back().generation).toBe(1)
  })

  it('is followed by a running server, there and back; who reads the forgotten one is told to ask anew', async () => {
    await run()
    const engine = openEmbeddedEngine({ database: corpus.database, pollMs: 10 })
    const served = async () => (await engine.snapshot()).info.generation
    const until = (generation: number) =>
      vi.waitFor(async () => expect(await served()).toBe(generation), { timeout: 10_000 })
    try {
      await until(1)
      edit()
      await run()
      await until(2)
      const second = await engine.snapshot()
      const [found] = await second.lexical(searchTerms('قطار', 'ar'), { limit: 1 })
      back()
      await expect(second.article('dam')).rejects.toMatchObject({ code: 'INDEX_STALE' })
      await expect(second.sources()).rejects.toMatchObject({ code: 'INDEX_STALE' })
      await expect(second.passages([found!.passageId])).rejects.toMatchObject({
        code: 'INDEX_STALE',
      })
      await until(1)
      const first = await engine.snapshot()
      expect((await first.article('dam'))!.text).toContain('بالا آمد')
      const [rain] = await first.lexical(searchTerms('أمطار', 'ar'), { limit: 1 })
      expect((await first.passages([rain!.passageId]))[0]!.articleId).toBe('rain')
      expect(await first.lexical(searchTerms('قطار', 'ar'), { limit: 1 })).toEqual([])
      await run()
      await until(3)
      expect((await (await engine.snapshot()).article('dam'))!.text).toContain('پایین رفت')
    } finally {
      await engine.close()
    }
  })
})
