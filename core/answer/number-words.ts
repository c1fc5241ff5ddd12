/**
 * Number words: finds quantities in a sentence, in digits of any script or in words, with their unit.
 *
 * In:   a sentence's words.
 * Out:  spans into its text from the number to its unit; dates and what the question states come only
 *       when nothing else is there.
 */
import type { Span } from '../article.ts'
import { fold, type Token } from '../language/index.ts'
import { allTables } from '../language/tables/index.ts'
import type { SentenceWords } from './asked-span.ts'
import { dateSpans } from './date-words.ts'

export function numberSpans(sentence: SentenceWords): readonly Span[] {
  const { tokens, isAsked } = sentence
  const dates = dateSpans({ ...sentence, isAsked: () => false })
  const spans: Span[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || !isNumber(token.surface) || isAsked(at)) continue
    let last = at
    const isDate = dates.some(({ start, end }) => token.start >= start && token.end <= end)
    if (!isDate) while (continues(tokens, last + 1)) last += 1
    const unit = tokens[last + 1]
    const isOrdinaryWord =
      !isDigits(token.surface) &&
      last === at &&
      weakWords.has(token.surface) &&
      !(unit !== undefined && isAsked(last + 1))
    const end =
      unit !== undefined && !unit.stop && !isDate ? unit.end : (tokens[last]?.end ?? token.end)
    if (!isDate && !isOrdinaryWord) spans.push({ start: token.start, end })
    at = last
  }
  return spans
}

function isNumber(surface: string): boolean {
  return isDigits(surface) || numberWords.has(surface)
}

function isDigits(surface: string): boolean {
  return /^\p{Nd}/u.test(surface)
}

/** «95 في المئة» goes on; «2018 في 11 مدينة» does not. */
function continues(tokens: readonly Token[], at: number): boolean {
  const [surface, next] = [tokens[at]?.surface, tokens[at + 1]?.surface]
  if (surface === undefined) return false
  if (joints.has(surface)) return next !== undefined && scales.has(next)
  return isNumber(surface) || scales.has(surface)
}

const tables = allTables.map(({ numbers }) => numbers)
const setOf = (lists: readonly (readonly string[])[]): ReadonlySet<string> =>
  new Set(lists.flat().map(fold))
const scales = setOf(
  tables.flatMap((table) => [...table.scales.map(([, forms]) => forms), table.shares]),
)
const joints = setOf(tables.map((table) => table.joints))
const weakWords = setOf(tables.map(({ weak }) => weak))
const numberWords = setOf(
  tables.flatMap(({ values, scales: scaling, quantities }) => [
    ...[...values, ...scaling].map(([, forms]) => forms),
    quantities,
  ]),
)
