/**
 * Sentence day: when happened what a sentence tells of, also where the day stands in a heading above it.
 */
import { resolveDates, type ResolvedDate } from '../../language/dates/index.ts'
import type { Sentence } from '../sentence.ts'
import type { TokenIndex } from '../token-index.ts'
import { eventDateOf } from './event-date.ts'

/** A line of so few words ("7 January 2020, Damascus.") gives its day to the sentence below it. */
const headingWords = 6

/** @returns `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where no time is told. */
export const dayOf = keptWithAnalysis((sentence): string | null => {
  const own = ownDay(sentence)
  const isDay = own !== null && own.length > 4
  const { previous } = sentence
  if (isDay || previous === null || previous.index.tokens.length > headingWords) return own
  return ownDay(previous) ?? own
})

/** Every date of the sentence, in order. */
export const datesOf = keptWithAnalysis(
  ({ text, evidence: { passage } }): readonly ResolvedDate[] =>
    resolveDates(text, passage.language, passage.publishedAt),
)

function ownDay(sentence: Sentence): string | null {
  return eventDateOf(sentence.text, datesOf(sentence), sentence.evidence.passage.publishedAt)
}

/** Asked for several times a question; a sentence's analysis is kept from question to question. */
function keptWithAnalysis<T>(read: (sentence: Sentence) => T): (sentence: Sentence) => T {
  const known = new WeakMap<TokenIndex, { readonly publishedAt: string | null; readonly it: T }>()
  return (sentence) => {
    const { publishedAt } = sentence.evidence.passage
    const kept = known.get(sentence.index)
    if (kept !== undefined && kept.publishedAt === publishedAt) return kept.it
    const it = read(sentence)
    known.set(sentence.index, { publishedAt, it })
    return it
  }
}
