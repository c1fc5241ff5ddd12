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
import type { SentenceWords } from './asked-span.ts'

export function dateSpans({ text, tokens, isAsked }: SentenceWords): readonly Span[] {
  const kinds = tokens.map(({ surface, start, end }) => kindOf(surface, text.slice(start, end)))
  const spans: Span[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    if (isIdle(kinds[at])) continue
    let last = at
    let isTime = isCore(kinds[at])
    let isNews = !isAsked(at)
    for (let next = at + 1; next < tokens.length && kinds[next] !== null; next += 1) {
      const between = text.slice(tokens[next - 1]?.end, tokens[next]?.start)
      if (/[.؛;:!؟?«»"()\n]/u.test(between)) break
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

type TimeWord = 'name' | 'year' | 'number' | 'filler'

function isCore(kind: TimeWord | null | undefined): boolean {
  return kind === 'name' || kind === 'year'
}

/** No time of its own: what is no time word at all, and what only joins two. */
function isIdle(kind: TimeWord | null | undefined): boolean {
  return kind === null || kind === undefined || kind === 'filler'
}

function kindOf(surface: string, written: string): TimeWord | null {
  if (/^(?:1[0-9]|20)\d\d$/u.test(surface)) return 'year'
  if (/^\d{1,2}$/u.test(surface)) return 'number'
  if (capitalised.has(surface)) return /^\p{Lu}/u.test(written) ? 'name' : null
  if (names.has(surface)) return 'name'
  return fillers.has(surface) ? 'filler' : null
}

const setOf = (list: 'names' | 'capitalised' | 'fillers'): ReadonlySet<string> =>
  new Set(allTables.flatMap(({ times }) => times[list]).map(fold))

const capitalised = setOf('capitalised')
const names = setOf('names')
const fillers = setOf('fillers')
