/**
 * Asked day: the day that a question names by the day on which it is asked: "today", «غداً», «دیروز».
 *
 * In:   the question, its language, the ISO day on which it is asked.
 * Out:  days with their spans in the text; "until today", «في اليوم الأول» and «روسيا اليوم» name none.
 *
 * A reporter's "today" is another day than a reader's: such a word is met by dates alone, never by itself.
 */
import type { LanguageCode } from '../article.ts'
import { dayNumber, foldForDates, isoOfDay, resolveNamedDays } from '../language/dates/index.ts'
import { allTables, languageTables } from '../language/tables/index.ts'
import type { NamedTime } from './named-time.ts'
import { aside } from './read-time.ts'

export function askedDays(
  question: string,
  language: LanguageCode,
  today: string,
): readonly NamedTime[] {
  const folded = foldForDates(question)
  const named = resolveNamedDays(question, language, today).map(({ span, iso }) => ({
    ...span,
    iso,
  }))
  const further = furtherDays(folded, language, today).filter(
    ({ start, end }) => !named.some((day) => day.start < end && start < day.end),
  )
  return [...named, ...further]
    .filter(({ start }) => !isAside(folded.slice(0, start)))
    .map((day) => ({ ...day, isDeictic: true }))
}

function isAside(before: string): boolean {
  return aside.test(before) || outlet.test(before)
}

const outlet = new RegExp(
  `(?:${foldForDates(allTables.flatMap(({ times }) => times.outletsBeforeToday).join('|'))}) $`,
  'u',
)

/** What reports do not name so, or not in that sense, and languages that reports are not written in. */
function furtherDays(
  folded: string,
  language: LanguageCode,
  today: string,
): readonly Pick<NamedTime, 'start' | 'end' | 'iso'>[] {
  const day = dayNumber(today)
  return (patterns[language] ?? []).flatMap(({ pattern, offset }) =>
    [...folded.matchAll(pattern)].flatMap(({ 0: found, index }) =>
      day === null
        ? []
        : [{ start: index, end: index + found.length, iso: isoOfDay(day + offset) }],
    ),
  )
}

const patterns = Object.fromEntries(
  Object.entries(languageTables).map(([language, { times }]) => [
    language,
    times.askedDays.map(([source, offset]) => ({
      offset,
      pattern: new RegExp(
        String.raw`(?<![\p{L}\p{N}])(?:${foldForDates(source)})(?![\p{L}\p{N}])`,
        'giu',
      ),
    })),
  ]),
)
