/** Publication dates as a reader writes them: a Persian reader sees the Jalali day and the Gregorian one. */
import type { Locale } from '../locale.ts'
import { dayFormat, minuteFormat, monthFormat } from './formats.ts'

const calendars: Readonly<Record<Locale, readonly [string, ...string[]]>> = {
  ar: ['ar-u-ca-gregory-nu-latn'],
  fa: ['fa-u-ca-persian', 'fa-u-ca-gregory'],
  en: ['en-GB'],
  tr: ['tr'],
  ru: ['ru'],
  fr: ['fr'],
}

/**
 * Takes ISO 8601; the day is the publisher's, as written. A month alone is told in the Gregorian calendar, as it spans two
 * of another; what is neither is shown as it stands.
 */
export function dayText(iso: string, locale: Locale): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(iso)) {
    return monthFormat(calendars[locale].at(-1) ?? locale).format(new Date(`${iso}-01T00:00:00Z`))
  }
  const day = /^\d{4}-\d{2}-\d{2}/.exec(iso)?.[0]
  const instant = new Date(`${day ?? ''}T00:00:00Z`)
  if (day === undefined || Number.isNaN(instant.getTime())) return iso
  const [first, ...others] = calendars[locale].map((tag) => dayFormat(tag).format(instant))
  return others.length === 0 ? String(first) : `${first} (${others.join(' · ')})`
}

/** Day and minute in UTC, for the age of the index. */
export function minuteText(iso: string, locale: Locale): string {
  const instant = new Date(iso)
  if (Number.isNaN(instant.getTime())) return iso
  const minute = minuteFormat(calendars[locale][0]).format(instant)
  return `${dayText(instant.toISOString(), locale)} ${minute} UTC`
}
