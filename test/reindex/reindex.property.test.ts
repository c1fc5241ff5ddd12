import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reindex, type ReindexReport } from '../../core/reindex/index.ts'
import { contentOf, createCorpusFolder, type CorpusFolder } from './corpus-folder.ts'

/** Sentences of three languages, so that articles differ and some are alike. */
const sentences = [
  'افتتح الوزير جسراً جديداً فوق نهر الفرات صباح الخميس.',
  'وقال المدير إن العمل في المصنع سيستأنف بعد العيد.',
  'تیم والیبال نوجوانان به نیمه‌نهایی رسید.',
  'باران شدید راه کوهستانی را دو روز بست.',
  'The library lent out forty thousand books last year.',
  'Farmers in the valley expect a late harvest.',
]

/** What an outlet may put under its articles: recurs once five of them end with it. */
const footers = [
  '© بريد الوادي، يمنع النسخ دون إذن مكتوب',
  'The Meridian Ledger wishes you a pleasant evening',
]

const record = fc.record({
  id: fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8'),
  title: fc.constantFrom('خبر أول', 'خبری دیگر', 'A third one'),
  source: fc.constantFrom('بريد الوادي', 'The Meridian Ledger'),
  text: fc
    .tuple(
      fc.subarray(sentences, { minLength: 1 }),
      fc.option(fc.constantFrom(...footers), { nil: null, freq: 4 }),
    )
    .map(([body, footer]) => [...body, ...(footer === null ? [] : [footer])].join('\n')),
})

const content = fc.oneof(
  { weight: 6, arbitrary: fc.array(record, { minLength: 1, maxLength: 5 }).map(jsonLines) },
  { weight: 1, arbitrary: fc.constantFrom('', '{"id": "broken', '[1, 2, 3]') },
)

const edit = fc.record({
  name: fc.constantFrom('a.jsonl', 'b.jsonl', 'c/c.jsonl', 'd.jsonl', 'e.jsonl'),
  /** null removes the file. */
  content: fc.option(content, { nil: null, freq: 5 }),
})

const run = ({ folder, database }: CorpusFolder, to = database): Promise<ReindexReport> =>
  reindex({ folders: [folder], database: to, embedder: null, force: true, now: () => new Date(0) })

describe('reindex', () => {
  it('ends after any edits where a run from zero ends', async () => {
    const rounds = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    })
    const property = fc.asyncProperty(rounds, async (edits) => {
      const corpus = createCorpusFolder()
      try {
        let report = await run(corpus)
        for (const round of edits) {
          for (const { name, content: written } of round) {
            if (written === null) corpus.remove(name)
            else corpus.write(name, written)
          }
          report = await run(corpus)
        }
        const scratch = `${corpus.database}.scratch`
        const fromZero = await run(corpus, scratch)
        expect(contentOf(corpus.database)).toEqual(contentOf(scratch))
        expect(report.refused).toEqual(fromZero.refused)
        expect(report.cleaned).toBe(fromZero.cleaned)
        expect(report.articles.total).toBe(fromZero.articles.total)
      } finally {
        corpus.destroy()
      }
    })
    await fc.assert(property, { numRuns: 15 })
  }, 120_000)
})

function jsonLines(records: readonly unknown[]): string {
  return records.map((entry) => JSON.stringify(entry)).join('\n')
}
