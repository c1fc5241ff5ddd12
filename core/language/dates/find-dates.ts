/**
 * Finds absolute dates in text: Gregorian, Jalali and Hijri, in Arabic, Persian and English words or in numbers.
 *
 * In:   any text and its language, which settles what the words leave open (1398/7/25; 3/4/2020).
 * Out:  dates in order, not overlapping; spans are UTF-16 offsets into `text`; `iso` is as long as `precision` says
 *       (`2015`, `2015-10`, `2015-10-21`), always Gregorian. A month or year of another calendar spans two Gregorian
 *       ones: the one it begins in is given.
 * Cost: O(length); pure.
 *
 * What could be two dates (3/4/2020 in English) is none. Relative dates: see `resolve-dates.ts`.
 */
import type { LanguageCode, Span } from '../../article.ts'
import type { Calendar } from './calendars.ts'
import { isoFromCalendar } from './calendars.ts'
import { foldForDates } from './fold-for-dates.ts'
import { monthNamed, monthPhrase, monthsOnlyWithDay } from './month-names.ts'

export interface FoundDate {
  readonly span: Span
  readonly iso: string
  readonly precision: 'day' | 'month' | 'year'
  readonly calendar: Calendar
}

type Groups = Readonly<Record<string, string | undefined>>
type Parts = Omit<FoundDate, 'span'>

const beforeYear = String.raw`[ ,،]{1,3}(?:من )?(?:ال)?(?:عام |سنه |سال )?`
const start = String.raw`(?<![\p{L}\p{N}/.])`
// An era's letter may hang on the year: 2015م, 1440هـ.
const end = String.raw`(?=[مه]?ـ?(?![\p{L}\p{N}ـ]))`
const numericEnd = String.raw`(?![\p{N}/]|[-.]\p{N})`

const patterns: readonly {
  readonly pattern: RegExp
  readonly read: (groups: Groups, language: LanguageCode) => Parts | null
}[] = [
  {
    // 21 October 2015, 21 أكتوبر/ تشرين الأول 2015, ۲۹ مهر ۱۳۹۴
    pattern: new RegExp(
      String.raw`${start}(?<day>\d{1,2})(?:st|nd|rd|th)?[ -]{1,2}(?:من |of )?${monthPhrase}(?:${beforeYear}|-)(?<year>\d{4})${end}`,
      'gu',
    ),
    read: named,
  },
  {
    // October 21, 2015
    pattern: new RegExp(
      String.raw`${start}(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})${end}`,
      'gu',
    ),
    read: named,
  },
  {
    pattern: new RegExp(
      String.raw`${start}(?<year>\d{4})(?<separator>[-/.])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})${numericEnd}`,
      'gu',
    ),
    read: numeric,
  },
  {
    pattern: new RegExp(
      String.raw`${start}(?<first>\d{1,2})(?<separator>[-/.])(?<second>\d{1,2})\k<separator>(?<year>\d{4})${numericEnd}`,
      'gu',
    ),
    read: dayAndMonth,
  },
  {
    pattern: new RegExp(String.raw`${start}${monthPhrase}${beforeYear}(?<year>\d{4})${end}`, 'gu'),
    read: monthAndYear,
  },
  {
    pattern: new RegExp(
      String.raw`(?<=(?:${start}(?:in|since|of|by|until|year)|${start}[وفبل]?(?:(?:ال)?عام|سنه|سال)) )(?<year>\d{4})(?! ?-? ?\d)${end}`,
      'gu',
    ),
    read: yearAlone,
  },
]

export function findDates(text: string, language: LanguageCode): FoundDate[] {
  return findFoldedDates(foldForDates(text), language)
}

/** @param folded - As `foldForDates` gives it. */
export function findFoldedDates(folded: string, language: LanguageCode): FoundDate[] {
  // Each of them names a year.
  if (!/\d{4}/u.test(folded)) return []
  const found: FoundDate[] = []
  const taken: Span[] = []
  for (const { pattern, read } of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (taken.some((other) => other.start < span.end && span.start < other.end)) continue
      // Also when it is no date: no part of «30 February 2015» is one.
      taken.push(span)
      const parts = read(match.groups ?? {}, language)
      if (parts !== null) found.push({ span, ...parts })
    }
  }
  return found.toSorted((a, b) => a.span.start - b.span.start)
}

function named({ day, month: name, year }: Groups): Parts | null {
  const known = monthNamed(name!)
  if (known === undefined || !yearFits(known.calendar, Number(year))) return null
  return onDay(known.calendar, Number(year), known.number, Number(day))
}

function monthAndYear({ month: name, year }: Groups): Parts | null {
  const known = monthNamed(name!)
  if (known === undefined || monthsOnlyWithDay.has(name!)) return null
  if (!yearFits(known.calendar, Number(year))) return null
  const iso = isoFromCalendar(known.calendar, Number(year), known.number, 1)
  return iso === null
    ? null
    : { iso: iso.slice(0, 7), precision: 'month', calendar: known.calendar }
}

function numeric({ year, month: number, day }: Groups, language: LanguageCode): Parts | null {
  const calendar = calendarOfYear(Number(year), language)
  return calendar === null ? null : onDay(calendar, Number(year), Number(number), Number(day))
}

function dayAndMonth({ first, second, year }: Groups, language: LanguageCode): Parts | null {
  const calendar = calendarOfYear(Number(year), language)
  const [a, b] = [Number(first), Number(second)]
  if (calendar === null) return null
  if (language === 'en' || language === 'und') {
    if (a <= 12 && b <= 12 && a !== b) return null
    return b > 12 ? onDay(calendar, Number(year), a, b) : onDay(calendar, Number(year), b, a)
  }
  return onDay(calendar, Number(year), b, a)
}

function yearAlone({ year }: Groups, language: LanguageCode): Parts | null {
  const calendar = calendarOfYear(Number(year), language)
  const iso = calendar === null ? null : isoFromCalendar(calendar, Number(year), 1, 1)
  return calendar === null || iso === null
    ? null
    : { iso: iso.slice(0, 4), precision: 'year', calendar }
}

function onDay(calendar: Calendar, year: number, monthNumber: number, day: number): Parts | null {
  const iso = isoFromCalendar(calendar, year, monthNumber, day)
  return iso === null ? null : { iso, precision: 'day', calendar }
}

function yearFits(calendar: Calendar, year: number): boolean {
  return calendar === 'gregorian' ? year >= 1500 && year < 2200 : year >= 1200 && year < 1500
}

/** 1398 is a Jalali year to a Persian writer and a Hijri one to an Arabic writer. */
function calendarOfYear(year: number, language: LanguageCode): Calendar | null {
  if (yearFits('gregorian', year)) return 'gregorian'
  if (!yearFits('jalali', year)) return null
  if (language === 'fa') return 'jalali'
  return language === 'ar' ? 'hijri' : null
}
