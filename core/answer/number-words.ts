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
import { figureValue } from './events/figure-value.ts'
import { isBeside } from './whole-words.ts'

export function numberSpans(sentence: SentenceWords): readonly Span[] {
  const { tokens, isAsked } = sentence
  const dates = dateSpans({ ...sentence, isAsked: () => false })
  const isOfTime = (token: Token): boolean =>
    dates.some(({ start, end }) => token.start >= start && token.end <= end)
  const spans: Span[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || !isNumber(token) || isAsked(at)) continue
    let last = at
    const isDate = isOfTime(token)
    if (!isDate) while (continues(sentence, at, last + 1)) last += 1
    const unit = unitBehind(sentence, last)
    const isOrdinaryWord =
      !isDigits(token.surface) &&
      last === at &&
      weakWords.has(token.surface) &&
      !(unit !== undefined && isAsked(last + 1))
    const isUnit = unit !== undefined && !unit.stop && !isDate && !isOfTime(unit)
    const end = isUnit ? unit.end : (tokens[last]?.end ?? token.end)
    if (!isDate && !isOrdinaryWord) spans.push({ start: token.start, end })
    at = last
  }
  return spans
}

function isNumber({ surface, stop }: Token): boolean {
  // "On Monday" is no ten, though Turkish has it so.
  const isForeign = stop && /^\p{Script=Latin}/u.test(surface) && !weakWords.has(surface)
  return isDigits(surface) || (numberWords.has(surface) && !isForeign)
}

function isDigits(surface: string): boolean {
  return /^\p{Nd}/u.test(surface)
}

/** In words. */
const longestNumber = 16

/** «95 في المئة» and «۱۲ هزار و ۵۰۰» go on; «2018 في 11 مدينة» and "35,418, 12 of them" do not. */
function continues({ text, tokens }: SentenceWords, from: number, at: number): boolean {
  const [first, last, token, next] = [tokens[from], tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!first || !last || !token || at - from > longestNumber) return false
  if (!isOneNumber(text.slice(last.end, token.start))) return false
  if (!joints.has(token.surface)) return isNumber(token) || scales.has(token.surface)
  if (!next || !isBeside(text.slice(token.end, next.start))) return false
  const isSum = isNumber(next) && figureValue(text.slice(first.start, next.end)) !== null
  return isSum || scales.has(next.surface)
}

/** "Twenty-five" as well. */
function isOneNumber(between: string): boolean {
  return isBeside(between) || /^[‑-]$/u.test(between)
}

/** What is counted stands right behind the number: «35,418, President» are two things. */
function unitBehind({ text, tokens }: SentenceWords, at: number): Token | undefined {
  const [number, unit] = [tokens[at], tokens[at + 1]]
  if (!number || !unit) return undefined
  const between = text.slice(number.end, unit.start).replace(/^\s?[%٪]|^[‑-]$/u, '')
  return isBeside(between) ? unit : undefined
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
