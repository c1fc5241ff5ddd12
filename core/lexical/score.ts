/**
 * Scoring: BM25+ over the forms of each word, the best form of a word counting in full and the rest a little.
 *
 * In:     an index and the terms of a query.
 * Out:    score and coverage of every passage that holds at least one of them, by slot.
 * Cost:   one visit of each posting of each alternative; a query's terms past the `maxTerms` heaviest are left out.
 * Source: Lv & Zhai, CIKM 2011 (BM25+); disjunction max with a tie-breaker as in Lucene.
 */
import type { Postings } from './postings.ts'
import type { Alternative, QueryTerm } from './query.ts'

export interface Bm25 {
  /** Saturation of a term's frequency: higher lets repetition count for longer. From 0 up. */
  readonly k: number
  /** How much a long passage is held against its matches, in [0, 1]. */
  readonly b: number
  /** What a match counts at the least, however long the passage. From 0 up. */
  readonly d: number
  /** What the weaker forms of a word add to its best one, in [0, 1]: 0 counts the best alone, 1 adds all up. */
  readonly tie: number
}

/** A plateau of the development sets: k from 0.9 to 2, b from 0.7 to 0.9 and tie from 0 to 0.4 move nDCG by less than .007. */
export const bm25: Bm25 = { k: 1.2, b: 0.7, d: 0.5, tie: 0.2 }

export const maxTerms = 64

export interface Scored {
  readonly slot: number
  readonly score: number
  readonly coverage: number
}

export function scorePassages(
  postings: Postings,
  terms: readonly QueryTerm[],
  params = bm25,
): Scored[] {
  const weighed = heaviest(postings, terms)
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const score = new Float64Array(postings.slots)
  const covered = new Float64Array(postings.slots)
  const found: number[] = []
  const best = new Float64Array(postings.slots)
  const sum = new Float64Array(postings.slots)
  const trust = new Float64Array(postings.slots)
  for (const { term, weight } of weighed) {
    const touched: number[] = []
    for (const alternative of term.alternatives) {
      if (!(alternative.weight > 0)) continue
      visitHolders(postings, alternative, params, (slot, full) => {
        if (trust[slot] === 0) touched.push(slot)
        const points = alternative.weight * full
        best[slot] = Math.max(best[slot] ?? 0, points)
        sum[slot] = (sum[slot] ?? 0) + points
        trust[slot] = Math.max(trust[slot] ?? 0, alternative.weight)
      })
    }
    for (const slot of touched) {
      if (covered[slot] === 0) found.push(slot)
      const top = best[slot] ?? 0
      score[slot] = (score[slot] ?? 0) + top + params.tie * ((sum[slot] ?? 0) - top)
      covered[slot] = (covered[slot] ?? 0) + weight * (trust[slot] ?? 0)
      best[slot] = sum[slot] = trust[slot] = 0
    }
  }
  return found.map((slot) => ({
    slot,
    score: score[slot] ?? 0,
    coverage: Math.min(1, (covered[slot] ?? 0) / total),
  }))
}

/** Inverse document frequency of a term that so many passages hold, above 0. */
export function inverseFrequency(postings: Postings, holders: number): number {
  return Math.log(1 + (postings.documentCount - holders + 0.5) / (holders + 0.5))
}

/** How many passages hold a word in its own spelling or stem, or, where none does, in its commonest translation. */
export function holdersOf(postings: Postings, alternatives: readonly Alternative[]): number {
  const own = alternatives
    .filter(({ weight }) => weight === 1)
    .map(({ field, term }) => postings.holders(field, term))
  const most = Math.max(0, ...own)
  if (most > 0) return most
  const translated = alternatives.filter(({ language }) => language !== undefined)
  return Math.max(0, ...translated.map((alternative) => countHolders(postings, alternative)))
}

function countHolders(postings: Postings, alternative: Alternative): number {
  let count = 0
  visitHolders(postings, alternative, bm25, () => count++)
  return count
}

/** Every passage that holds the alternative, with the points it would have at full trust: the mean over its words. */
function visitHolders(
  postings: Postings,
  { field, term, with: others = [], language }: Alternative,
  params: Bm25,
  visit: (slot: number, points: number) => void,
): void {
  const counts = (slot: number): boolean =>
    language === undefined || postings.speaks(slot, language)
  const visitWord = (word: string, found: (slot: number, points: number) => void): void => {
    const idf = inverseFrequency(postings, postings.holders(field, word))
    postings.visit(field, word, (slot, frequency) => {
      if (counts(slot))
        found(slot, idf * saturate(frequency, postings.relativeLength(field, slot), params))
    })
  }
  const words = new Set([term, ...others])
  if (words.size === 1) return visitWord(term, visit)
  const held = new Map<number, { words: number; points: number }>()
  for (const word of words) {
    visitWord(word, (slot, points) => {
      const before = held.get(slot) ?? { words: 0, points: 0 }
      held.set(slot, { words: before.words + 1, points: before.points + points })
    })
  }
  for (const [slot, found] of held)
    if (found.words === words.size) visit(slot, found.points / words.size)
}

function saturate(frequency: number, length: number, { k, b, d }: Bm25): number {
  return d + (frequency * (k + 1)) / (frequency + k * (1 - b + b * length))
}

function heaviest(
  postings: Postings,
  terms: readonly QueryTerm[],
): { readonly term: QueryTerm; readonly weight: number }[] {
  const weighed = terms.map((term) => ({
    term,
    weight: inverseFrequency(postings, holdersOf(postings, term.alternatives)),
  }))
  if (weighed.length <= maxTerms) return weighed
  return weighed.toSorted((a, b) => b.weight - a.weight).slice(0, maxTerms)
}
