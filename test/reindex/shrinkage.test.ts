import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentOf, createCorpusFolder, type CorpusFolder } from './corpus-folder.ts'

let corpus: CorpusFolder
beforeEach(() => {
  corpus = createCorpusFolder()
  for (let n = 0; n < 20; n++) {
    corpus.write(`${n}.md`, `# الخبر ${n}\n\nوصلت القافلة رقم ${n} إلى ميناء عدن مساء الأحد.\n`)
  }
})
afterEach(() => corpus.destroy())

const run: CorpusFolder['reindex'] = (options) => corpus.reindex(options)

const remove = (count: number) => {
  for (let n = 0; n < count; n++) corpus.remove(`${n}.md`)
}

describe('reindex', () => {
  it.each([20, 11, 10])(
    'leaves the index as it is when %i of 20 articles are gone',
    async (count) => {
      await run()
      const before = contentOf(corpus.database)
      remove(count)
      corpus.write('19.md', '# الخبر الأخير\n\nأبحرت السفينة من ميناء عدن.\n')
      if (count === 20) corpus.remove('19.md')
      await expect(run()).rejects.toMatchObject({ code: 'CORPUS_SHRUNK' })
      expect(contentOf(corpus.database)).toEqual(before)
      await expect(run({ full: true })).rejects.toMatchObject({ code: 'CORPUS_SHRUNK' })
      expect(contentOf(corpus.database)).toEqual(before)
    },
  )

  it('goes on as if nothing had been when the articles are back', async () => {
    await run()
    const before = contentOf(corpus.database)
    remove(15)
    await expect(run()).rejects.toMatchObject({ code: 'CORPUS_SHRUNK' })
    for (let n = 0; n < 15; n++) {
      corpus.write(`${n}.md`, `# الخبر ${n}\n\nوصلت القافلة رقم ${n} إلى ميناء عدن مساء الأحد.\n`)
    }
    expect((await run()).articles).toMatchObject({ total: 20, removed: 0, unchanged: 20 })
    expect(contentOf(corpus.database)).toEqual(before)
  })

  it('publishes what is left when it is forced to', async () => {
    await run()
    remove(15)
    const { articles, published } = await run({ force: true })
    expect({ articles, published }).toMatchObject({ published: true, articles: { total: 5 } })
  })

  it.each([
    [9, ['9 of 20 articles that were published are not in the folders any more.']],
    [2, []],
  ])('publishes when %i of 20 articles are gone, and says %j', async (count, warnings) => {
    await run()
    remove(count)
    expect(await run()).toMatchObject({
      articles: { total: 20 - count, removed: count },
      warnings,
    })
  })

  it('compares with what is published, whatever a run that did not end wrote', async () => {
    await run()
    for (let n = 20; n < 120; n++) corpus.write(`${n}.md`, `# الخبر ${n}\n\nأبحرت السفينة ${n}.\n`)
    const stop = new AbortController()
    const stopped = run({
      signal: stop.signal,
      commitEveryMs: 0,
      onProgress: ({ phase, done }) => phase === 'indexing' && done === 90 && stop.abort(),
    })
    await expect(stopped).rejects.toThrow('aborted')
    remove(12)
    for (let n = 20; n < 40; n++) corpus.remove(`${n}.md`)
    // Of what is published 12 are lost; 80 that never were published are there.
    await expect(run()).rejects.toMatchObject({
      code: 'CORPUS_SHRUNK',
      message: expect.stringContaining('12 of 20'),
    })
  })

  it('asks again when a half of the half goes', async () => {
    for (let n = 20; n < 60; n++) corpus.write(`${n}.md`, `# الخبر ${n}\n\nأبحرت السفينة ${n}.\n`)
    await run()
    for (let n = 30; n < 60; n++) corpus.remove(`${n}.md`)
    await run({ force: true })
    for (let n = 15; n < 30; n++) corpus.remove(`${n}.md`)
    await expect(run()).rejects.toMatchObject({ code: 'CORPUS_SHRUNK' })
  })

  it('tells in a dry run what would be', async () => {
    await run()
    remove(20)
    expect((await run({ dryRun: true })).articles).toMatchObject({ total: 0, removed: 20 })
  })
})
