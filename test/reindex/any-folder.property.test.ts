/**
 * Any folder of 1 to 200 files of 1 to 300 articles gives the same rows and the same ledger, by whichever processes it is
 * read and however often the run is killed on its way. `PROPERTY_RUNS` asks for more folders than one.
 */
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contentOf, createCorpusFolder, type CorpusFolder } from './corpus-folder.ts'

const runs = Number(process.env['PROPERTY_RUNS'] ?? 1)
const mostArticles = 2_000

/** Articles of each file, and about how long they are. */
const folder = fc
  .array(
    fc.record({
      articles: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 1, max: 4 }) },
        { weight: 1, arbitrary: fc.integer({ min: 5, max: 300 }) },
      ),
      sentences: fc.constantFrom(1, 3, 20, 200),
      format: fc.constantFrom('json', 'jsonl', 'html'),
    }),
    { minLength: 1, maxLength: 200 },
  )
  .filter((files) => files.reduce((sum, { articles }) => sum + articles, 0) <= mostArticles)

type Files = typeof folder extends fc.Arbitrary<infer Value> ? Value : never

function write(corpus: CorpusFolder, files: Files): void {
  for (const [n, { articles, sentences, format }] of files.entries()) {
    // Long files are few: their articles get shorter instead.
    const length = Math.max(1, Math.floor(sentences / articles))
    const records = Array.from({ length: articles }, (_, at) => ({
      id: `${n % 7 === 0 ? 'shared' : n}-${at}`,
      source: n % 2 === 0 ? 'بريد الوادي' : 'پیک کوهستان',
      text: `${`وصلت الشاحنة رقم ${at} من الملف ${n} إلى السوق. `.repeat(length)}\nتابعوا بريد الوادي كل صباح`,
    }))
    if (format === 'json') corpus.write(`${n}.json`, records)
    else if (format === 'jsonl')
      corpus.write(`${n}.jsonl`, records.map((record) => JSON.stringify(record)).join('\n'))
    else {
      const shown = `<p>${records[0]!.text}</p>`.repeat(Math.min(articles, 40))
      corpus.write(`${n}.html`, `<article><h1>خبر ${n}</h1>${shown}</article>`)
    }
  }
}

function ledgerOf(database: string): unknown {
  const sqlite = new Database(database, { readonly: true })
  const rows = sqlite
    .prepare('select path, hash, pipeline, outcome from files where died is null order by path')
    .all()
  sqlite.close()
  return rows
}

it(
  'gives the same rows and ledger by one process or several, killed or not',
  async () => {
    const property = fc.asyncProperty(folder, fc.nat(2_000), async (files, strikeAt) => {
      const corpus = createCorpusFolder()
      try {
        write(corpus, files)
        const alone = await corpus.reindex({ readers: 0 })
        const expected = { content: contentOf(corpus.database), ledger: ledgerOf(corpus.database) }
        for (const way of ['several', 'killed'] as const) {
          const database = `${corpus.database}.${way}`
          if (way === 'killed') {
            const stop = new AbortController()
            const stopped = corpus.reindex({
              database,
              readers: 2,
              signal: stop.signal,
              commitEveryMs: 0,
              onProgress: ({ phase, done }) =>
                phase === 'indexing' && done > strikeAt % alone.articles.total && stop.abort(),
            })
            await stopped.catch(() => undefined)
          }
          const report = await corpus.reindex({ database, readers: 3 })
          expect({ content: contentOf(database), ledger: ledgerOf(database) }).toEqual(expected)
          expect(report.refused).toEqual(alone.refused)
        }
      } finally {
        corpus.destroy()
      }
    })
    await fc.assert(property, { numRuns: runs, seed: 7, endOnFailure: true })
  },
  120_000 * Math.max(1, runs),
)
