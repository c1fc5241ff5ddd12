/**
 * Tells in which year of a calendar a day lies.
 */
import { isoFromCalendar, type Calendar } from './calendars.ts'
import { dayNumber, isoOfDay } from './day-number.ts'

/** @param day - See `day-number.ts`. */
export function yearOn(calendar: Calendar, day: number): number {
  const gregorian = Number(isoOfDay(day).slice(0, 4))
  const guess = {
    gregorian,
    jalali: gregorian - 621,
    hijri: Math.ceil(((gregorian - 621) * 33) / 32),
  }
  const starts = [1, 0, -1, -2].map((offset) => guess[calendar] + offset)
  return starts.find((year) => startOf(calendar, year) <= day) ?? guess[calendar]
}

function startOf(calendar: Calendar, year: number): number {
  return dayNumber(isoFromCalendar(calendar, year, 1, 1) ?? '') ?? Number.POSITIVE_INFINITY
}
