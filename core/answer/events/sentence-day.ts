/**
 * Sentence day: when happened what a sentence tells of, also where the day stands in a heading above it.
 */
import { resolveDates } from '../../language/dates/index.ts'
import type { ResolvedDate } from '../../language/dates/resolve-dates.ts'
import { eventDateOf } from './event-date.ts'
import type { Sentence } from '../sentence.ts'
import type { TokenIndex } from '../terms.ts'

/** A line of so few words ("7 January 2020, Damascus.") gives its day to the sentence below it. */
const headingWords = 6

/** Asked for several times a question; a sentence's analysis is kept from question to question. */
const known = new WeakMap<
  TokenIndex,
  { readonly publishedAt: string | null; readonly day: string | null }
>()

/** @returns `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where no time is told. */
export function dayOf(sentence: Sentence): string | null {
  const { publishedAt } = sentence.evidence.passage
  const kept = known.get(sentence.index)
  if (kept !== undefined && kept.publishedAt === publishedAt) return kept.day
  const day = readDay(sentence)
  known.set(sentence.index, { publishedAt, day })
  return day
}

const knownDates = new WeakMap<
  TokenIndex,
  { readonly publishedAt: string | null; readonly dates: readonly ResolvedDate[] }
>()

/** Every date of the sentence, in order. */
export function datesOf({ index, text, evidence }: Sentence): readonly ResolvedDate[] {
  const { publishedAt, language } = evidence.passage
  const kept = knownDates.get(index)
  if (kept !== undefined && kept.publishedAt === publishedAt) return kept.dates
  const dates = resolveDates(text, language, publishedAt)
  knownDates.set(index, { publishedAt, dates })
  return dates
}

function readDay({ text, previous, evidence }: Sentence): string | null {
  const { language, publishedAt } = evidence.passage
  const own = eventDateOf(text, language, publishedAt)
  const isDay = own !== null && own.length > 4
  if (isDay || previous === null || previous.index.tokens.length > headingWords) return own
  return eventDateOf(previous.text, language, publishedAt) ?? own
}
