/**
 * Event date: on which day happened what a sentence tells of.
 *
 * In:   the sentence, the dates in it, and the day its article was published, if known.
 * Out:  the first day that it names of an event, as ISO 8601; a month or a year when it names no day; else null.
 *
 * The day on which something was told («أعلن الكرملين صباح اليوم الخميس أن…», "said on Monday"), what came before
 * («منذ …», "since") and what is still to come are no dates of the event.
 */
import { foldForDates, type ResolvedDate } from '../../language/dates/index.ts'

export function eventDateOf(
  sentence: string,
  dates: readonly ResolvedDate[],
  publishedAt: string | null,
): string | null {
  const folded = foldForDates(sentence)
  const published = publishedAt?.slice(0, 10) ?? null
  const told = dates
    .filter(({ iso }) => published === null || iso <= published)
    .map(({ iso, span }) => ({
      iso,
      before: folded.slice(0, span.start),
      after: folded.slice(span.end, span.end + 8),
    }))
  const events = told.filter(({ before }) => !isAside(before))
  const days = events.filter(({ iso }) => iso.length === 10)
  const day = days.find(({ before, after }) => !isOfTheReport(before, after))
  return (day ?? events.find(({ iso }) => iso.length < 10))?.iso ?? null
}

const asides = new RegExp(
  `(?<!\\p{L})(?:${foldForDates('منذ|قبل|since|until|before|from|از زمان|از سال|از|تا|پیش از|حتى|حتی')})(?: (?:شهر|عام|سنه|سال|يوم|روز))? ?$`,
  'u',
)
/** «منذ اندلاع الانتفاضة في مارس 2011»: the whole clause is of then. */
const sinceThen = new RegExp(
  `(?<!\\p{L})(?:${foldForDates('منذ|since|از زمان|از آغاز')}) [^.,،;؛:]{0,70}$`,
  'u',
)
const reports = new RegExp(
  `(?<!\\p{L})(?:(?:و|ف)?(?:${foldForDates('أعلن|أعلنت|كشف|كشفت|قال|قالت|ذكر|ذكرت|أفاد|أفادت|أوضح|نفى')})(?: \\S+){0,3}|(?:said|told|announced|disclosed|reported|public)(?: \\S+){0,2}) ?(?:on )?$`,
  'u',
)

/** «… اليوم أن»: what was told stands behind it. */
const content = /^ ?(?:ان|که|that)(?!\p{L})/u

function isAside(before: string): boolean {
  return asides.test(before) || sinceThen.test(before)
}

function isOfTheReport(before: string, after: string): boolean {
  return reports.test(before) || content.test(after)
}
