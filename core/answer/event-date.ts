/**
 * Event date: on which day happened what a sentence tells of.
 *
 * In:   the sentence, its language, and the day its article was published, if known.
 * Out:  the first day it names, as ISO 8601: whole dates of three calendars, days without a year, «أمس الثلاثاء»,
 *       «سه‌شنبه‌شب», "on Tuesday". A month or a year when there is no day. null when no time is named or it cannot
 *       be told: relative days need a publication date.
 *
 * A day without a year, or a weekday, is the latest such day up to publication: news tell of what was. What a
 * sentence says came before or is still to come («منذ …», "since", «غداً») is no date of its event.
 */
import type { LanguageCode } from '../article.ts'
import { findDates } from '../language/dates/find-dates.ts'
import { foldForDates } from '../language/dates/fold-for-dates.ts'
import { monthByName } from '../language/dates/month-names.ts'
import { isoFromCalendar } from '../language/dates/calendars.ts'

export interface EventDate {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly iso: string
  /** Where the expression begins in the sentence. */
  readonly at: number
}

export function eventDateOf(
  sentence: string,
  language: LanguageCode,
  publishedAt: string | null,
): EventDate | null {
  const folded = foldForDates(sentence)
  const whole = findDates(sentence, language)
    .map(({ iso, span }) => ({ iso, at: span.start }))
    .filter(({ at }) => !isAside(folded.slice(0, at)))
  const published = publishedAt === null ? null : dayNumber(publishedAt)
  const told =
    published === null
      ? []
      : [...relativeDays(folded, published), ...daysOfTheYear(folded, published)]
  const days = [...whole.filter(({ iso }) => iso.length === 10), ...told]
  const inOrder = days.toSorted((a, b) => a.at - b.at)
  const first = inOrder.find(({ at }) => !isOfTheReport(folded.slice(0, at))) ?? inOrder[0]
  return first ?? whole[0] ?? null
}

/** Behind these words a date is where something began, or was before. */
const asides =
  /(?:منذ|قبل|بعد زیارته|since|until|from|before|after|از زمان|از سال|از|تا|پیش از|حتی|حتى)(?: (?:شهر|عام|سنه|سال|\S{1,12}))? ?$/u

function isAside(before: string): boolean {
  return asides.test(before)
}

/** «أعلن الكرملين صباح اليوم الخميس أن …», "said on Monday": the day of the telling, not of what is told. */
const reports =
  /(?:(?:اعلن|اعلنت|کشف|کشفت|قال|قالت|ذکر|ذکرت|افاد|افادت|اوضح|نفی)(?: \S+){0,3}|(?:said|told|announced|disclosed|reported)(?: \S+){0,3} on|(?:public|disclosed) on) ?(?:صباح |مساء )?$/u

function isOfTheReport(before: string): boolean {
  return reports.test(before.trimEnd()) || reports.test(before)
}

const dayMs = 86_400_000

function dayNumber(iso: string): number | null {
  const time = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(time) ? null : time / dayMs
}

function isoOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

const notLetter = String.raw`(?![\p{L}\p{N}])`
const before = String.raw`(?<![\p{L}\p{N}])`

function pattern(words: string): RegExp {
  return new RegExp(`${before}(?:${foldForDates(words)})${notLetter}`, 'gu')
}

/** Days before publication; the longer expression first, so that «أول من أمس» is no «أمس». */
const offsets: readonly (readonly [number, RegExp])[] = [
  [2, pattern('أول من أمس|أول أمس|پریروز|the day before yesterday')],
  [1, pattern('أمس|البارحة|بالأمس|دیروز|دیشب|yesterday|last night')],
  [0, pattern('صباح اليوم|مساء اليوم|امروز|امشب|earlier today|today|tonight')],
]

/** From Sunday, as `Date` counts. */
const weekdays: readonly RegExp[] = [
  'الأحد|یکشنبه|یک شنبه|sunday',
  'الاثنين|الإثنين|دوشنبه|دو شنبه|monday',
  'الثلاثاء|سه شنبه|سهشنبه|tuesday',
  'الأربعاء|الاربعاء|چهارشنبه|چهار شنبه|wednesday',
  'الخميس|پنجشنبه|پنج شنبه|thursday',
  'الجمعة|جمعه|friday',
  'السبت|(?<!(?:یک|دو|سه|چهار|پنج) ?)شنبه|saturday',
].map(pattern)

const ahead = /(?:غدا|غداً|فردا|المقبل|القادم|آینده|tomorrow|next|will|to (?:meet|discuss))/u

function relativeDays(folded: string, published: number): readonly EventDate[] {
  const found: EventDate[] = []
  for (const [offset, words] of offsets) {
    for (const { index } of folded.matchAll(words)) {
      const taken = found.some(({ at }) => Math.abs(at - index) < 10)
      if (!taken) found.push({ iso: isoOf(published - offset), at: index })
    }
  }
  weekdays.forEach((words, weekday) => {
    for (const { index, 0: name } of folded.matchAll(words)) {
      const around = folded.slice(Math.max(0, index - 8), index + name.length + 10)
      const told = found.some(({ at }) => index - at >= 0 && index - at <= 14)
      if (told || ahead.test(around)) continue
      const back = (new Date(published * dayMs).getUTCDay() - weekday + 7) % 7
      found.push({ iso: isoOf(published - back), at: index })
    }
  })
  return found
}

const monthNames = [...monthByName.keys()]
  .filter((name) => name.length > 2)
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const dayThenMonth = new RegExp(
  String.raw`${before}(?<day>\d{1,2}) (?:من )?(?<month>${monthNames})${notLetter}(?!.{0,18}\d{4})`,
  'gu',
)
const monthThenDay = new RegExp(
  String.raw`${before}(?<month>[a-z]{3,9}) (?<day>\d{1,2})${notLetter}(?!, \d{4})`,
  'gu',
)

function daysOfTheYear(folded: string, published: number): readonly EventDate[] {
  return [...folded.matchAll(dayThenMonth), ...folded.matchAll(monthThenDay)].flatMap((match) => {
    const { day, month } = match.groups ?? {}
    const known = monthByName.get(month ?? '')
    const at = match.index
    if (known?.calendar !== 'gregorian' || isAside(folded.slice(0, at))) return []
    const year = new Date(published * dayMs).getUTCFullYear()
    const lastYear =
      /^.{0,6}(?:العام الماضی|العام المنصرم|السنه الماضیه|سال گذشته|پارسال|last year)/u
    const isLastYear = lastYear.test(folded.slice(at + match[0].length))
    const [latest] = (isLastYear ? [year - 1] : [year, year - 1])
      .map((guess) => isoFromCalendar('gregorian', guess, known.number, Number(day)))
      .filter((iso) => iso !== null && (dayNumber(iso) ?? published + 1) <= published)
    return latest == null ? [] : [{ iso: latest, at }]
  })
}
