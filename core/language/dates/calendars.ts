/**
 * Turns a day of the Gregorian, Jalali or Hijri calendar into an ISO date, or null when there is no such day.
 *
 * Source: the calendars of ICU as `Intl` carries them; Hijri is Umm al-Qura, as newspapers print it.
 */

export type Calendar = 'gregorian' | 'jalali' | 'hijri'

const epochs = {
  // Days from 1970-01-01 to day 1 of year 1, and mean length of a year: a first guess, mended below.
  jalali: {
    first: -492_268,
    year: 365.2422,
    months: [0, 31, 62, 93, 124, 155, 186, 216, 246, 276, 306, 336],
  },
  hijri: {
    first: -492_148,
    year: 354.3671,
    months: [0, 30, 59, 89, 118, 148, 177, 207, 236, 266, 295, 325],
  },
} as const

const formats = {
  jalali: formatOf('persian'),
  hijri: formatOf('islamic-umalqura'),
}

const dayMs = 86_400_000
const maxCorrections = 6

/** @param month - From 1. */
export function isoFromCalendar(
  calendar: Calendar,
  year: number,
  month: number,
  day: number,
): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  if (calendar === 'gregorian') return gregorianIso(year, month, day)
  const { first, year: yearLength, months } = epochs[calendar]
  const ordinal = (date: CalendarDay): number =>
    (date.year - 1) * yearLength + months[date.month - 1]! + date.day
  const wanted = { year, month, day }
  let at = Math.round(first + ordinal(wanted)) - 1
  for (let correction = 0; correction < maxCorrections; correction += 1) {
    const seen = partsOf(calendar, at)
    if (seen.year === year && seen.month === month && seen.day === day)
      return new Date(at * dayMs).toISOString().slice(0, 10)
    const off = ordinal(wanted) - ordinal(seen)
    // Month lengths vary, so the distance is a guess; the direction is not.
    at += Math.abs(off) < 1 ? Math.sign(compared(wanted, seen)) : Math.round(off)
  }
  return null
}

interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

function compared(a: CalendarDay, b: CalendarDay): number {
  return a.year - b.year || a.month - b.month || a.day - b.day
}

function gregorianIso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000
  return same ? date.toISOString().slice(0, 10) : null
}

function partsOf(calendar: 'jalali' | 'hijri', days: number): CalendarDay {
  const parts = formats[calendar].formatToParts(new Date(days * dayMs))
  const part = (type: 'year' | 'month' | 'day'): number =>
    Number(parts.find((entry) => entry.type === type)?.value ?? 0)
  return { year: part('year'), month: part('month'), day: part('day') }
}

function formatOf(calendar: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en', {
    calendar,
    numberingSystem: 'latn',
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
}
