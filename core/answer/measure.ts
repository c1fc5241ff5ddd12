/**
 * Measures: whether a number in a sentence is a quantity of the kind that a question wants.
 *
 * In:   the dimension, a number's span, its sentence.
 * Out:  whether it is money, an age, a length of time…
 * Cost: a look at the words around a number.
 *
 * "How much did the probe cost?" is not answered by the 493 million kilometres that it flew.
 */
import type { Span } from '../article.ts'
import { dimensions } from '../question/dimension.ts'
import type { SentenceWords } from './asked-span.ts'
import { foldedWords } from '../language/folded-words.ts'
import { allTables } from '../language/tables/index.ts'
import type { Dimension } from '../language/tables/language-table.ts'

/** Whether the words right before and behind the number are those of the measure. */
export function isMeasured(
  dimension: Dimension,
  { start, end }: Span,
  { text, tokens }: SentenceWords,
): boolean {
  const first = tokens.findIndex((token) => token.end > start)
  const behind = tokens.findIndex((token) => token.start >= end)
  const around = tokens.slice(
    Math.max(0, first - reach.before),
    behind === -1 ? tokens.length : behind + reach.behind,
  )
  const isSigned = signs[dimension]?.test(text.slice(Math.max(0, start - 2), end + 3)) === true
  return isSigned || around.some(({ surface }) => units.get(dimension)?.has(surface) === true)
}

/** In words: «بلغ عمره 37», "37 years", «۳۷ ساله». */
const reach = { before: 1, behind: 2 } as const

const signs: Partial<Readonly<Record<Dimension, RegExp>>> = {
  share: /[%٪]/u,
  temperature: /°/u,
  area: /²|كم|کم/u,
  money: /[$€£¥₽₹]/u,
}

const units: ReadonlyMap<Dimension, ReadonlySet<string>> = new Map(
  dimensions.map((dimension) => [
    dimension,
    new Set(allTables.flatMap(({ measures }) => measures[dimension].units.flatMap(foldedWords))),
  ]),
)
