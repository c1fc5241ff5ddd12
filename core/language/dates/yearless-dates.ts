/**
 * Yearless dates: «30 سبتمبر/ أيلول الماضي», «۶ مه», "July 24", "in September last year".
 *
 * In:   a text, folded too, and the day on which it was written.
 * Out:  dates in no order, apart from each other.
 *
 * Where nothing says which year, the date nearest to what a newspaper would print without one: up to eleven months
 * back, at most one ahead.
 */
import { yearOn } from './calendar-years.ts'
import type { ReportedTimes } from '../tables/language-table.ts'
import { isoFromCalendar } from './calendars.ts'
import { dayNumber, isoOfDay } from './day-number.ts'
import {
  mayNameMonth,
  monthNamed,
  monthPhrase,
  monthsOnlyWithDay,
  type Month,
} from './month-names.ts'
import type { DatedText } from './relative-dates.ts'
import type { ResolvedDate } from './resolve-dates.ts'
import { timeWords } from './time-words.ts'

type Groups = Readonly<Record<string, string | undefined>>

const window = { back: 335, ahead: 30 } as const

export function yearlessDates(dated: DatedText): readonly ResolvedDate[] {
  const { text, folded, language } = dated
  if (!mayNameMonth(folded)) return []
  const found: ResolvedDate[] = []
  for (const pattern of patterns[language]) {
    for (const match of folded.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].replace(/\.$/u, '').length }
      const groups = match.groups ?? {}
      const name = groups['month'] ?? ''
      const month = monthNamed(name)
      const isTaken = found.some(
        (other) => other.span.start < span.end && span.start < other.span.end,
      )
      if (month === undefined || isTaken || !isName(text, span.start, match[0], name)) continue
      // «۵ می‌شود» is no fifth of May.
      if (text[span.end] === '\u200c') continue
      const parts = resolve(groups, month, dated, name)
      if (parts !== null) found.push({ span, ...parts, relative: true })
    }
  }
  return found
}

const patterns = {
  ar: patternsOf(timeWords.ar),
  fa: patternsOf(timeWords.fa),
  en: patternsOf(timeWords.en),
} as const

function patternsOf(words: ReportedTimes): readonly RegExp[] {
  const start = String.raw`(?<![\p{L}\p{N}/.:,])`
  const end = String.raw`(?![\p{L}\p{N}]|[ ,،]{1,3}(?:من )?(?:عام |سنه |سال )?\d{4}(?!\d))`
  const year = String.raw`(?:,? (?:(?<lastYear>${words.lastYear})|(?<thisYear>${words.thisYear})|(?<last>${words.last})|(?<next>${words.next})))`
  const before = `(?:(?<lastBefore>${words.lastBefore}) |(?<nextBefore>${words.nextBefore}) )`
  return [
    `${start}(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -](?:من |of )?${monthPhrase}${year}?${end}`,
    `${start}(?<month>[a-z]{3,9})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?(?![.,:]\\d)${year}?${end}`,
    `${start}${before}${monthPhrase}${end}`,
    `${start}${monthPhrase}${year}${end}`,
    `(?<=${start}(?:${words.monthBefore}) )${monthPhrase}${end}`,
  ].map((source) => new RegExp(source, 'gu'))
}

/** In Latin letters a month has a capital: "may", "march". */
function isName(text: string, start: number, match: string, name: string): boolean {
  const at = start + match.indexOf(name)
  return /^(?:[A-Z]|[^a-z])/u.test(text.slice(at))
}

function resolve(
  groups: Groups,
  month: Month,
  { published }: DatedText,
  name: string,
): Pick<ResolvedDate, 'iso' | 'precision'> | null {
  const { day } = groups
  if (day === undefined && monthsOnlyWithDay.has(name)) return null
  const isLast = groups['last'] !== undefined || groups['lastBefore'] !== undefined
  const isNext = groups['next'] !== undefined || groups['nextBefore'] !== undefined
  const thisYear = yearOn(month.calendar, published)
  const candidates = [1, 0, -1, -2].flatMap((offset) => {
    const year = thisYear + offset
    const iso = isoFromCalendar(month.calendar, year, month.number, Number(day ?? 1))
    const number = iso === null ? null : dayNumber(iso)
    return iso === null || number === null ? [] : [{ iso, number, offset }]
  })
  const fits = ({ number, iso, offset }: (typeof candidates)[number]): boolean => {
    // A month is past only when another one has begun.
    const isThisMonth = day === undefined && iso.slice(0, 7) === isoOfDay(published).slice(0, 7)
    if (groups['lastYear'] !== undefined) return offset === -1
    if (groups['thisYear'] !== undefined) return offset === 0
    if (isNext) return number > published && !isThisMonth && number <= published + 366
    if (isLast) return number < published && !isThisMonth
    return number <= published + window.ahead && number >= published - window.back
  }
  const chosen = candidates.find(fits)
  if (chosen === undefined) return null
  return day === undefined
    ? { iso: chosen.iso.slice(0, 7), precision: 'month' }
    : { iso: chosen.iso, precision: 'day' }
}
