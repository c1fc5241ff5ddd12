import fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { reindex } from '../../core/reindex/index.ts'
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
  /** null leaves the id to file and line. */
  id: fc.option(fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8'), { freq: 8 }),
  title: fc.constantFrom('خبر أول', 'خبری دیگر', 'A third one'),
  source: fc.constantFrom('بريد الوادي', 'The Meridian Ledger'),
  text: fc
    .tuple(
      fc.subarray(sentences, { minLength: 1 }),
      fc.option(fc.constantFrom(...footers), { nil: null, freq: 4 }),
    )
    .map(([body, footer]) => [...body, ...(footer === null ? [] : [footer])].join('\n')),
})

const line = fc.oneof(
  { weight: 12, arbitrary: record.map((entry) => JSON.stringify(entry)) },
  { weight: 1, arbitrary: fc.constantFrom('', '  ', '{"id": "broken', '[1, 2, 3]') },
)

/** What happens to one file; `at` names a line of it, whatever their number. */
const edit = fc.record({
  name: fc.constantFrom('a.jsonl', 'b.jsonl', 'c/c.jsonl', 'd.jsonl', 'e.jsonl.gz'),
  at: fc.nat(20),
  what: fc.oneof(
    fc.record({ kind: fc.constant('write'), lines: fc.array(line, { maxLength: 6 }) }),
    fc.record({ kind: fc.constant('insert'), lines: fc.tuple(line) }),
    fc.record({ kind: fc.constant('change'), lines: fc.tuple(line) }),
    fc.record({ kind: fc.constantFrom('remove line', 'remove file', 'touch', 'sidecar') }),
  ),
})

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

function perform(corpus: CorpusFolder, files: Map<string, string[]>, { name, at, what }: Edit) {
  const lines = files.get(name) ?? []
  const place = at % (lines.length + 1)
  if (what.kind === 'sidecar') {
    corpus.write(`${name}.meta.json`, { source: ['Gulf Courier', 'بريد الوادي'][at % 2] })
  } else if (what.kind === 'remove file') {
    corpus.remove(name)
    corpus.remove(`${name}.meta.json`)
    files.delete(name)
  } else {
    if (what.kind === 'write') lines.splice(0, lines.length, ...what.lines)
    if (what.kind === 'insert') lines.splice(place, 0, ...what.lines)
    if (what.kind === 'change') lines.splice(place, 1, ...what.lines)
    if (what.kind === 'remove line') lines.splice(place, 1)
    files.set(name, lines)
    const text = lines.join('\n')
    corpus.write(name, name.endsWith('.gz') ? gzipSync(text) : text)
  }
}

describe('reindex', () => {
  it.each([
    { way: 'by the bytes of files', aheadMs: 0 },
    { way: 'by the stamps of files', aheadMs: 10_000 },
  ])(
    'ends after any edits where a run from zero ends, $way',
    async ({ aheadMs }) => {
      const options = {
        embedder: null,
        readers: 0,
        force: true,
        now: () => new Date(Date.now() + aheadMs),
      }
      const rounds = fc.array(fc.array(edit, { minLength: 1, maxLength: 6 }), {
        minLength: 1,
        maxLength: 5,
      })
      const property = fc.asyncProperty(rounds, async (edits) => {
        const corpus = createCorpusFolder()
        const files = new Map<string, string[]>()
        const run = (database: string) =>
          reindex({ folders: [corpus.folder], database, ...options })
        try {
          let report = await run(corpus.database)
          for (const round of edits) {
            for (const each of round) perform(corpus, files, each)
            report = await run(corpus.database)
          }
          const scratch = `${corpus.database}.scratch`
          const fromZero = await run(scratch)
          expect(contentOf(corpus.database)).toEqual(contentOf(scratch))
          expect(report.refused).toEqual(fromZero.refused)
          expect(report.cleaned).toBe(fromZero.cleaned)
          expect(report.articles.total).toBe(fromZero.articles.total)
          const again = await run(corpus.database)
          expect(again).toMatchObject({ published: false, refused: fromZero.refused })
        } finally {
          corpus.destroy()
        }
      })
      await fc.assert(property, { numRuns: 25 })
    },
    120_000,
  )
})
