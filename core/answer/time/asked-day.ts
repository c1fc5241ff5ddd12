/**
 * Asked day: the day that a question names by the day on which it is asked: "today", «غداً», «دیروز».
 *
 * In:   the question, its language, the ISO day on which it is asked.
 * Out:  days with their spans in the text; "until today", «في اليوم الأول» and «روسيا اليوم» name none.
 *
 * A reporter's "today" is another day than a reader's: such a word is met by dates alone, never by itself.
 */
import type { LanguageCode } from '../../article.ts'
import { dayNumber, foldForDates, isoOfDay, resolveNamedDays } from '../../language/dates/index.ts'
import type { NamedTime } from '../../question/time.ts'
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

const outlet = new RegExp(`(?:${foldForDates('روسيا|russia|usa')}) $`, 'u')

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

const words: Readonly<
  Record<LanguageCode, readonly (readonly [source: string, offset: number])[]>
> = {
  ar: [['(?<!(?:في|من|هو|هذا|ذلك|نفس|ذات|طوال|مثل) )اليوم(?! ال)|الليلة', 0]],
  tr: [
    ['bugün', 0],
    ['yarın', 1],
    ['dün', -1],
  ],
  ru: [
    ['сегодня', 0],
    ['завтра', 1],
    ['вчера', -1],
  ],
  fr: [
    ["aujourd['’]hui", 0],
    ['(?<!après[ -])demain', 1],
    ['(?<!avant[ -])hier', -1],
  ],
}

const patterns = Object.fromEntries(
  Object.entries(words).map(([language, list]) => [
    language,
    list.map(([source, offset]) => ({
      offset,
      pattern: new RegExp(
        String.raw`(?<![\p{L}\p{N}])(?:${foldForDates(source)})(?![\p{L}\p{N}])`,
        'giu',
      ),
    })),
  ]),
)
