/**
 * Whatever is asked, with vectors or without, a quote is an exact slice of its article, and nothing is thrown.
 *
 * QUESTIONS sets how many are asked, SEED which: `QUESTIONS=100000 npx vitest run test/answer/any-question`.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAnswerer, type Answerer } from '../../core/answer/answerer.ts'
import { checkQuestion } from '../../core/question/check-question.ts'
import type { Article } from '../../core/article.ts'
import type { Snapshot } from '../../core/engine/search-engine.ts'
import { identifyLanguage } from '../../core/language/index.ts'
import type { Citation, Question, Verdict } from '../../core/question.ts'
import { openEmbedder, type Embedder } from '../../core/semantic/index.ts'
import { openSampleIndex, type SampleIndex } from './sample-index.ts'

const questions = Number(process.env['QUESTIONS'] ?? 400)
const seed = Number(process.env['SEED'] ?? Date.now())

let embedder: Embedder
let index: SampleIndex
let snapshot: Snapshot
let answerers: readonly Answerer[]
const articles = new Map<string, Article>()
beforeAll(async () => {
  const opened = await openEmbedder({
    model: 'data/models/rawi-embed',
    cacheFolder: 'models',
    hub: '',
  })
  if (opened === null) throw new Error('the shipped model is not there')
  embedder = opened
  index = await openSampleIndex(embedder)
  snapshot = await index.engine.snapshot()
  answerers = [embedder, null].map((one) =>
    createAnswerer({ embedder: one, translate: index.translate }),
  )
  const ids = Array.from({ length: snapshot.info.passages }, (_, at) => at + 1)
  for (const { articleId } of await snapshot.passages(ids)) {
    const article = await snapshot.article(articleId)
    if (article !== null) articles.set(articleId, article)
  }
}, 120_000)
afterAll(async () => {
  await index.close()
  await embedder.close()
})

it(
  'quotes nothing but exact slices, whatever is asked',
  async () => {
    const texts = [...articles.values()].map(({ text }) => text)
    const ids = [...articles.keys()]
    await fc.assert(
      fc.asyncProperty(anyQuestion(texts, ids), fc.nat(), async (question, way) => {
        const answerer = answerers[way % answerers.length]
        if (answerer === undefined) throw new Error('there is no answerer')
        const verdict = await answerer.answer(question, snapshot)
        for (const citation of shownBy(verdict)) expectExact(citation)
        const numbers = verdict.kind === 'answer' ? verdict.citations : verdict.nearest
        expect(numbers.map(({ n }) => n)).toEqual(numbers.map((_, at) => at + 1))
        expect(verdict.kind === 'refusal' || verdict.citations.length > 0).toBe(true)
        expect(verdict.text).not.toBe('')
      }),
      { numRuns: questions, seed },
    )
  },
  60_000 + questions * 1000,
)

function shownBy(verdict: Verdict): readonly Citation[] {
  return verdict.kind === 'refusal'
    ? verdict.nearest
    : [...verdict.citations, ...(verdict.disagreement ?? []).flatMap(({ citations }) => citations)]
}

function expectExact({ articleId, quote, start, end, highlights }: Citation): void {
  const text = articles.get(articleId)?.text
  if (quote === '' || text?.slice(start, end) !== quote)
    throw new Error(`«${quote}» is not at ${start}–${end} of ${articleId}`)
  let from = 0
  for (const span of highlights) {
    if (!(span.start >= from && span.end > span.start && span.end <= quote.length))
      throw new Error(`${span.start}–${span.end} is no place of its own in «${quote}»`)
    from = span.end
  }
}

function anyQuestion(texts: readonly string[], ids: readonly string[]): fc.Arbitrary<Question> {
  const slice = fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: 70 }))
    .map(([text, from, length]) => text.slice(from % text.length, (from % text.length) + length))
  const asking = fc.constantFrom(
    'متى',
    'من هو',
    'كم عدد',
    'أين',
    'لماذا',
    'هل',
    'آخر',
    'چه کسی',
    'چند',
    'کجا',
    'چرا',
    'آخرین',
    'کی',
    'When did',
    'Who is the first',
    'How many',
    'Where',
    'latest',
    'in 2017',
    'kaç',
    'ne zaman',
    'кто',
    'сколько',
    'quand',
    'combien',
    '2015',
    '٢٠١٧',
    '۱۳۹۴',
    '؟',
    '?!',
  )
  const noise = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(
        '\u200c',
        '\u200f',
        '\u202e',
        'ـ',
        'ً',
        '«',
        '\n',
        '😀',
        '𐎠',
        '\ud83d',
        'ي',
        'ی',
        'ك',
        '%',
      ),
    }),
  )
  const part = fc.oneof({ arbitrary: slice, weight: 3 }, { arbitrary: asking, weight: 2 }, noise)
  const text = fc
    .array(part, { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(' '))
    .filter(isAsked)
    .map(checkQuestion)
  const conversation = fc.record({
    previousQuestion: text,
    citedArticleIds: fc.subarray([...ids], { maxLength: 3 }),
  })
  return fc
    .record(
      {
        text,
        language: fc.option(fc.constantFrom('ar', 'fa', 'en', 'ru', 'tr', 'und'), { freq: 3 }),
        conversation,
      },
      { requiredKeys: ['text', 'language'] },
    )
    .map((question) => ({
      ...question,
      language: question.language ?? identifyLanguage(question.text),
    }))
}

/** What an edge would hand on. */
function isAsked(text: string): boolean {
  try {
    return checkQuestion(text) !== ''
  } catch {
    return false
  }
}
