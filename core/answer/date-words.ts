/**
 * Date words: finds expressions of time in a sentence: days, months of four calendars, weekdays, years, «أمس».
 *
 * In:   a sentence's words.
 * Out:  spans into its text, each a run of words that speak of one time; those the question states are left out.
 *
 * Nothing is resolved to a calendar day here: this only tells where a sentence speaks of time.
 */
import type { Span } from '../article.ts'
import { fold } from '../language/index.ts'
import { allTables } from '../language/tables/index.ts'
import type { Times } from '../language/tables/language-table.ts'
import { foldForDates } from '../language/dates/index.ts'
import { monthByName } from '../language/dates/month-names.ts'
import type { SentenceWords } from './asked-span.ts'
import { isBeside } from './whole-words.ts'

export function dateSpans(sentence: SentenceWords): readonly Span[] {
  const { text, tokens, isAsked } = sentence
  const found = tokens.map(({ surface, start, end }) => kindOf(surface, text.slice(start, end)))
  const between = (at: number): string => text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start)
  const kinds = withoutCounts(sentence, found, between)
  const spans: Span[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    if (isIdle(kinds[at])) continue
    let last = at
    let isTime = isCore(kinds[at])
    let isNews = !isAsked(at)
    for (let next = at + 1; next < tokens.length && kinds[next] !== null; next += 1) {
      if (/[.؛;:!؟?«»"()\n]/u.test(between(next)) && !isDigitMark(between(next))) break
      // "In March 2020, May said."
      if (kinds[last] === 'year' && /[,،]/u.test(between(next)) && kinds[next] !== 'year') break
      if (isIdle(kinds[next])) continue
      // «في 2018 في 11 مدينة»: no day stands right behind a year.
      if (kinds[next] === 'number' && kinds[last] === 'year') break
      last = next
      isTime ||= isCore(kinds[next])
      isNews ||= !isAsked(next)
    }
    const from = tokens[at]
    const to = tokens[last]
    if (isTime && isNews && from && to) spans.push({ start: from.start, end: to.end })
    at = last
  }
  return spans
}

/**
 * Numbers that count something else are none of its words: of «جمعه ۱۲ نفر» the day alone is told. A number is of what
 * stands behind it («12 يونيو»), or of what stands before it where it counts nothing («قرن ۱۹»).
 */
function withoutCounts(
  { text, tokens }: SentenceWords,
  kinds: readonly (TimeWord | null)[],
  between: (at: number) => string,
): readonly (TimeWord | null)[] {
  const written = (at: number): string => text.slice(tokens[at]?.start, tokens[at]?.end)
  const isDayName = (at: number): boolean => isDay.test(foldForDates(written(at)))
  const isMonth = (at: number): boolean => monthByName.has(foldForDates(written(at)))
  const isOf: boolean[] = []
  for (let at = kinds.length - 1; at >= 0; at -= 1) {
    if (kinds[at] !== 'number') continue
    let next = at + 1
    while (kinds[next] === 'filler' && isBeside(between(next))) next += 1
    const isSide = next < kinds.length && isBeside(between(next))
    const isJoined = isDigitMark(between(at + 1))
    const isBefore =
      (isSide && kinds[next] === 'name' && !isDayName(next)) ||
      (isSide && kinds[next] === 'number' && isOf[next] === true) ||
      (isJoined && (kinds[at + 1] === 'year' || isOf[at + 1] === true))
    const before = tokens[at - 1]
    const counts = next === at + 1 && isSide && tokens[next]?.stop === false
    const isBehind =
      before !== undefined &&
      kinds[at - 1] === 'name' &&
      isBeside(between(at)) &&
      !isDayName(at - 1) &&
      (!counts ||
        kinds[at + 1] === 'year' ||
        centuries.has(before.surface) ||
        (isMonth(at - 1) && (/^\p{Lu}/u.test(written(at - 1)) || Number(tokens[at]?.surface) > 31)))
    isOf[at] = isBefore || isBehind
  }
  return kinds.map((kind, at) => (kind === 'number' && isOf[at] !== true ? null : kind))
}

/** As in 12/6/2018, 12.6 and 10:30. */
function isDigitMark(between: string): boolean {
  return /^[/.:٫‑–-]$/u.test(between)
}

type TimeWord = 'name' | 'year' | 'number' | 'filler'

function isCore(kind: TimeWord | null | undefined): boolean {
  return kind === 'name' || kind === 'year'
}

/** No time of its own: what is no time word at all, and what only joins two. */
function isIdle(kind: TimeWord | null | undefined): boolean {
  return kind === null || kind === undefined || kind === 'filler'
}

function kindOf(surface: string, written: string): TimeWord | null {
  // "1,250" is a count.
  if (/^(?:1[0-9]|20)\d\d$/u.test(surface)) return /[,٬'’]/u.test(written) ? null : 'year'
  if (/^\d{1,2}$/u.test(surface)) return 'number'
  if (capitalised.has(surface)) return /^\p{Lu}/u.test(written) ? 'name' : null
  if (names.has(surface)) return 'name'
  return fillers.has(surface) ? 'filler' : null
}

const tables: readonly Times[] = allTables.map(({ times }) => times)
/** Named by their place in the week or their distance; alternatives between bars in all tables. */
const isDay = new RegExp(
  `^(?:${foldForDates(
    tables
      .flatMap(({ reported }) => reported ?? [])
      .flatMap(({ weekdays, days }) => [...weekdays, ...days.map(([words]) => words)])
      .join('|'),
  )})$`,
  'u',
)
const setOf = (list: 'names' | 'capitalised' | 'fillers' | 'centuries'): ReadonlySet<string> =>
  new Set(tables.flatMap((times) => times[list] ?? []).map(fold))

const capitalised = setOf('capitalised')
const names = setOf('names')
const fillers = setOf('fillers')
const centuries = setOf('centuries')
