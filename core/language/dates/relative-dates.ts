/**
 * Relative dates: «أمس الثلاثاء», «سه‌شنبه شب», "last Monday", "last year", counted from the day of publication.
 *
 * In:   a text, folded too, and the day on which it was written.
 * Out:  dates in no order, which may overlap: the earlier in the list is the better reading.
 */
import type { Span } from '../../article.ts'
import { yearOn } from './calendar-years.ts'
import type { ReportedTimes } from '../tables/language-table.ts'
import { isoFromCalendar } from './calendars.ts'
import { isoOfDay, weekdayOf } from './day-number.ts'
import type { ResolvedDate } from './resolve-dates.ts'
import { agoCounts, timeWords } from './time-words.ts'
import { weekdayTense } from './weekday-tense.ts'

export interface DatedText {
  readonly text: string
  readonly folded: string
  readonly language: 'ar' | 'fa' | 'en'
  /** Day number, see `day-number.ts`. */
  readonly published: number
}

type Groups = Readonly<Record<string, string | undefined>>
type Parts = Pick<ResolvedDate, 'iso' | 'precision'>

interface Rule {
  /** Source of a part that its pattern never does without. */
  readonly core: string
  readonly pattern: RegExp
  readonly read: (groups: Groups, at: DatedText, span: Span) => Parts | null
}

export function relativeDates(dated: DatedText): readonly ResolvedDate[] {
  const { named, others, any } = rules[dated.language]
  if (!any.test(dated.folded)) return []
  return read([...named, ...others], dated)
}

/** Those named by their distance alone: «أمس», "tomorrow". */
export function namedDays(dated: DatedText): readonly ResolvedDate[] {
  return read(rules[dated.language].named, dated)
}

function read(some: readonly Rule[], dated: DatedText): readonly ResolvedDate[] {
  return some.flatMap(({ pattern, read: readMatch }) =>
    [...dated.folded.matchAll(pattern)].flatMap((match) => {
      const span = { start: match.index, end: match.index + match[0].length }
      const parts = readMatch(match.groups ?? {}, dated, span)
      return parts === null ? [] : [{ span, ...parts, relative: true }]
    }),
  )
}

const rules = {
  ar: rulesOf(timeWords.ar),
  fa: rulesOf(timeWords.fa),
  en: rulesOf(timeWords.en),
} as const

interface Rules {
  readonly named: readonly Rule[]
  readonly others: readonly Rule[]
  /** Met by what any of them meets: most sentences are read once for all. */
  readonly any: RegExp
}

function rulesOf(words: ReportedTimes): Rules {
  const start = String.raw`(?<![\p{L}\p{N}])${words.prefix}`
  const end = String.raw`(?![\p{L}\p{N}])`
  const weekday = words.weekdays.map((name, at) => `(?<w${at}>${name})`).join('|')
  const part = `(?:(?:${words.partBefore}) )?`
  const after = `(?: (?:${words.partAfter}))?`
  const rule = (core: string, readMatch: Rule['read'], source = core): Rule => ({
    core,
    pattern: new RegExp(`${start}(?:${source})${end}`, 'gu'),
    read: readMatch,
  })
  const named = words.days.map(([name, offset]) =>
    rule(
      name,
      (groups, { published }) => onDay(namedDay(published + offset, groups)),
      `${part}(?:${name})(?:[ ،,]{1,2}${part}(?:${weekday}))?${after}`,
    ),
  )
  const others = [
    rule(words.ago, ({ count, two }, { published }) => {
      const days = two ? 2 : (agoCounts.get(count ?? '') ?? Number(count))
      return onDay(published - days)
    }),
    rule(
      words.weekdays.join('|'),
      weekdayAlone,
      `(?<!(?:${words.notBehind}) )(?:(?<lastBefore>${words.lastBefore}) |(?<nextBefore>${words.nextBefore}) )?${part}(?:${weekday})ٔ?${after}(?: (?:(?<week>${words.lastWeek})|(?<last>${words.last})|(?<next>${words.next})))?`,
    ),
    rule(words.lastYear, (_, dated) => yearOf(dated, -1)),
    rule(words.thisYear, (_, dated) => yearOf(dated, 0)),
    rule(words.lastMonth, (_, { published }) => monthBefore(published)),
    rule(words.lastWeek, (_, { published }) => weekBefore(published)),
  ]
  const cores = [...named, ...others].map(({ core }) => core)
  return { named, others, any: new RegExp(cores.join('|'), 'u') }
}

function onDay(day: number): Parts {
  return { iso: isoOfDay(day), precision: 'day' }
}

function weekdayIn(groups: Groups): number | null {
  const found = [0, 1, 2, 3, 4, 5, 6].find((at) => groups[`w${at}`] !== undefined)
  return found ?? null
}

/** A reprint keeps «أمس الإثنين» of the day on which it was first written: the weekday near it is meant. */
function namedDay(day: number, groups: Groups): number {
  const weekday = weekdayIn(groups)
  if (weekday === null) return day
  const off = (weekday - weekdayOf(day) + 7) % 7
  return off <= 3 ? day + off : day + off - 7
}

function weekdayAlone(groups: Groups, { folded, language, published }: DatedText, span: Span) {
  const weekday = weekdayIn(groups)
  if (weekday === null) return null
  const back = (weekdayOf(published) - weekday + 7) % 7
  const isLast = groups['last'] !== undefined || groups['lastBefore'] !== undefined
  const isNext = groups['next'] !== undefined || groups['nextBefore'] !== undefined
  if (groups['week'] !== undefined) {
    const firstOfWeek = language === 'en' ? 1 : 6
    const thisWeek = published - ((weekdayOf(published) - firstOfWeek + 7) % 7)
    return onDay(thisWeek - 7 + ((weekday - firstOfWeek + 7) % 7))
  }
  if (isLast) return onDay(published - (back === 0 ? 7 : back))
  if (isNext) return onDay(published + 7 - back)
  const tense = weekdayTense(folded, span, language)
  // Of today's weekday that is still to come nobody can tell whether today is meant.
  if (tense === 'open' || (tense === 'ahead' && back === 0)) return null
  return onDay(tense === 'ahead' ? published + 7 - back : published - back)
}

function yearOf({ language, published }: DatedText, offset: number): Parts {
  const calendar = language === 'fa' ? 'jalali' : 'gregorian'
  const begins = isoFromCalendar(calendar, yearOn(calendar, published) + offset, 1, 1)
  return { iso: (begins ?? isoOfDay(published)).slice(0, 4), precision: 'year' }
}

function monthBefore(published: number): Parts {
  const dayOfMonth = Number(isoOfDay(published).slice(8))
  return { iso: isoOfDay(published - dayOfMonth).slice(0, 7), precision: 'month' }
}

/** There is no precision of a week: its month, where it lies in one. */
function weekBefore(published: number): Parts | null {
  const sunday = published - weekdayOf(published) - 7
  const first = isoOfDay(sunday - 1).slice(0, 7)
  return first === isoOfDay(sunday + 7).slice(0, 7) ? { iso: first, precision: 'month' } : null
}
