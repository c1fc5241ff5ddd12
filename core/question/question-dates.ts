/**
 * Question dates: the dates that a question names, with Jalali years of two digits: «خرداد ۹۸», «سال ۹۸».
 *
 * In:   the question and its language.
 * Out:  as `findDates` says; of two digits only years that one reading fits: ۵۰ to ۹۹ and ۰۰ to ۰۹.
 *
 * Texts are not read so: «خرداد ۲۰» of a report is as often a day.
 */
import type { LanguageCode } from '../article.ts'
import { findDates, foldForDates, type FoundDate } from '../language/dates/index.ts'
import { languageTables } from '../language/tables/index.ts'

export function questionDates(question: string, language: LanguageCode): readonly FoundDate[] {
  const found = findDates(question, language)
  if (language !== 'fa') return found
  const short = [...foldForDates(question).matchAll(shortYear)].flatMap(({ 0: text, index }) => {
    const head = text.slice(0, -2)
    const year = text.slice(-2)
    const [date] = findDates(`${head}${year < '10' ? 14 : 13}${year}`, language)
    return date === undefined ? [] : [{ ...date, span: { start: index, end: index + text.length } }]
  })
  return [...found, ...short].toSorted((a, b) => a.span.start - b.span.start)
}

const { times, measures, numbers } = languageTables.fa
const onlyWithDay: ReadonlySet<string> = new Set(times.monthsOnlyWithDay)
const months = times.months.jalali.flat().filter((month) => !onlyWithDay.has(month))
/** Behind such a number: it counts. */
const units = [
  ...Object.values(measures).flatMap(({ units: own }) => own),
  ...numbers.scales.flatMap(([, forms]) => forms),
  ...numbers.shares,
  'نفر',
]

const shortYear = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\d{1,2} )?(?:(?:${alternatives(months)})(?: ماه)?(?: سال)?|سال) (?:[5-9]\d|0\d)(?![\p{L}\p{N}%٪/.]| (?:${alternatives(units)})(?!\p{L}))`,
  'gu',
)

function alternatives(words: readonly string[]): string {
  return words.map(foldForDates).join('|')
}
