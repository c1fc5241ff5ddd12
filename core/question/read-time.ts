/**
 * Reads from a question of which time it speaks: "in 2017", «في سبتمبر 2021», «مهر ۱۳۹۴», "в 2017 году".
 *
 * In:   the question and its language; months by name in Arabic, Persian and English, years in any language.
 * Out:  the span of days it names, or null. "since 2011", «پس از ۱۳۹۴» name none: what happened lies elsewhere.
 */
import type { LanguageCode } from '../article.ts'
import { foldForDates } from '../language/dates/index.ts'
import { allTables } from '../language/tables/index.ts'
import { questionDates } from './question-dates.ts'

/** Inclusive ISO days. */
export interface TimeRange {
  readonly from: string
  readonly to: string
}

export function readTime(question: string, language: LanguageCode): TimeRange | null {
  const folded = foldForDates(question)
  const dates = questionDates(question, language).filter(
    ({ span }) => !aside.test(folded.slice(0, span.start)),
  )
  const named = dates.length > 1 ? null : (dates[0] ?? yearIn(folded))
  if (named === null) return null
  const { iso } = named
  if (iso.length === 10) return { from: iso, to: iso }
  // A month or year of another calendar ends in the next one of ours.
  const first = iso.length === 4 ? `${iso}-01-01` : `${iso}-01`
  const months =
    (iso.length === 4 ? 12 : 1) +
    ('calendar' in named && named.calendar !== 'gregorian' ? (iso.length === 4 ? 3 : 1) : 0)
  const end = new Date(`${first}T00:00:00Z`)
  end.setUTCMonth(end.getUTCMonth() + months)
  end.setUTCDate(0)
  return { from: first, to: end.toISOString().slice(0, 10) }
}

/** Before a time, in folded text: what happened lies elsewhere. */
export const aside = new RegExp(
  `(?<!\\p{L})(?:${alternatives('aside')})(?: (?:${alternatives('asideJoints')}))? ?$`,
  'u',
)

function alternatives(list: 'aside' | 'asideJoints'): string {
  return foldForDates(allTables.flatMap(({ times }) => times[list]).join('|'))
}

/** A year with no word before it that findDates would know: "в 2017 году", "2017'de", "en 2017". */
function yearIn(folded: string): { readonly iso: string } | null {
  const years = [...folded.matchAll(/(?<![\p{N}.,-])(?:19|20)\d{2}(?![\p{N}%]|[.,-]\d)/gu)]
  const [year] = years
  if (year === undefined || years.length > 1 || aside.test(folded.slice(0, year.index))) return null
  return { iso: year[0] }
}
