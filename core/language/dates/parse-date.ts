/**
 * Reads a date that stands alone in a metadata field, into the form in which articles keep it.
 *
 * Out:  `YYYY-MM-DD`, or with time and offset when both are given; null when it is no single, existing day.
 */
import type { LanguageCode } from '../../article.ts'
import { isoFromCalendar } from './calendars.ts'
import { findDates } from './find-dates.ts'
import { foldForDates } from './fold-for-dates.ts'

const isoForm =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[t ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d{1,9})?)?(?: ?(?<offset>z|[+-]\d{2}(?::?\d{2})?))?)?$/u
const mailForm =
  /^(?:[a-z]{3,9},? )?(?<day>\d{1,2} [a-z]{3,9} \d{4}) (?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))? ?(?<offset>gmt|utc?|z|[+-]\d{4})(?: \([^)]{1,40}\))?$/u
const compactForm = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u
const epochForm = /^\d{10}(?:\d{3})?$/u
const maxLength = 100

export function parseDate(value: string, language: LanguageCode): string | null {
  const text = foldForDates(value).replaceAll(/\s+/gu, ' ').trim()
  if (text.length > maxLength) return null
  const iso = (isoForm.exec(text) ?? compactForm.exec(text))?.groups
  if (iso) {
    const { year, month, day } = iso
    const date = isoFromCalendar('gregorian', Number(year), Number(month), Number(day))
    // A year that newspapers of the Gregorian calendar have not seen is of another one.
    if (date !== null && Number(year) >= 1500) return withTime(date, iso)
  }
  const mail = mailForm.exec(text)?.groups
  if (mail) {
    const [date] = findDates(mail['day']!, 'en')
    return date?.precision === 'day' ? withTime(date.iso, mail) : null
  }
  if (epochForm.test(text)) {
    const milliseconds = Number(text) * (text.length === 10 ? 1000 : 1)
    return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
  }
  const days = findDates(value, language).filter((date) => date.precision === 'day')
  return new Set(days.map((date) => date.iso)).size === 1 ? days[0]!.iso : null
}

function withTime(date: string, groups: Readonly<Record<string, string | undefined>>): string {
  const { hour, minute, second, offset } = groups
  if (hour === undefined || offset === undefined) return date
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return date
  const seconds = second === undefined || second === '60' ? '00' : second
  return `${date}T${hour.padStart(2, '0')}:${minute}:${seconds}${normalOffset(offset)}`
}

function normalOffset(offset: string): string {
  const match = /^(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2})?$/u.exec(offset)?.groups
  if (!match) return 'Z'
  return `${match['sign']}${match['hours']}:${match['minutes'] ?? '00'}`
}
