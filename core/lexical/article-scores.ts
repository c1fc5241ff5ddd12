/**
 * Article scores: BM25 of whole articles, out of the postings of their passages.
 *
 * In:     an index, the terms of a question, the article of each slot, which articles are wanted.
 * Out:    one score for each, from 0 up.
 * Cost:   one visit of each posting of each form: some ten nanoseconds each.
 * Source: passage evidence for documents, Callan 1994; Bendersky & Kurland 2008.
 *
 * Of a word's forms the best counts in full and the rest a little, as for passages. Scores order one result list.
 */
import type { SearchTerm, TermForm } from '../question/term.ts'
import { inverseFrequency, saturate, type Bm25 } from './bm25.ts'
import type { Postings } from './postings.ts'

/** Chosen on topics over long articles: idf by articles, no floor for what is long. */
const params: Bm25 = { k: 2, b: 0.8, d: 0, tie: 0.2 }
/** A title counts as much as the text: of an article it stands once. */
const titleShare = 2

/** Which article each slot of an index belongs to. */
export interface ArticleSlots {
  /** By slot, from 0 up; -1 for a passage that is not shown. */
  readonly articleAt: Int32Array
  /** By what `articleOf` calls it. */
  readonly placeOf: ReadonlyMap<number, number>
  /** By article, in distinct words of its passages added up. */
  readonly lengths: Float64Array
  readonly averageLength: number
}

/** @param articleOf - Any number for the article of a passage; null for a passage that is not shown. */
export function articleSlots(
  postings: Postings,
  articleOf: (passageId: number) => number | null,
): ArticleSlots {
  const articleAt = new Int32Array(postings.slots).fill(-1)
  const lengths: number[] = []
  const placeOf = new Map<number, number>()
  for (let slot = 0; slot < postings.slots; slot++) {
    const article = articleOf(postings.idAt(slot))
    if (article === null) continue
    const place = placeOf.get(article) ?? placeOf.size
    placeOf.set(article, place)
    articleAt[slot] = place
    lengths[place] = (lengths[place] ?? 0) + postings.lengthAt('stem', slot)
  }
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  return {
    articleAt,
    placeOf,
    lengths: Float64Array.from(lengths),
    averageLength: (whole || 1) / (lengths.length || 1),
  }
}

export function scoreArticles(
  postings: Postings,
  terms: readonly SearchTerm[],
  slots: ArticleSlots,
  wanted: readonly number[],
): Float64Array {
  const count = slots.lengths.length
  const placeOf = new Int32Array(count).fill(-1)
  const places = wanted.map((article) => slots.placeOf.get(article) ?? -1)
  for (const [place, article] of places.entries()) if (article !== -1) placeOf[article] = place
  const scores = new Float64Array(wanted.length)
  const sums = new Float64Array(wanted.length)
  const mosts = new Float64Array(wanted.length)
  const counts = new Float64Array(wanted.length)
  for (const { forms } of terms) {
    sums.fill(0)
    mosts.fill(0)
    for (const form of forms) {
      const isTitle = form.field === 'title'
      const holders = countInto(counts, postings, form, slots, placeOf, isTitle)
      if (holders === 0) continue
      const weight = form.weight * (isTitle ? titleShare : 1) * inverseFrequency(count, holders)
      for (let place = 0; place < wanted.length; place++) {
        if (counts[place] === 0) continue
        const length = slots.lengths[places[place]!]! / slots.averageLength
        const points = weight * saturate(counts[place]!, isTitle ? 1 : length, params)
        sums[place]! += points
        if (points > mosts[place]!) mosts[place] = points
      }
    }
    for (let place = 0; place < wanted.length; place++)
      scores[place]! += mosts[place]! + params.tie * (sums[place]! - mosts[place]!)
  }
  return scores
}

/**
 * How often each wanted article holds a form, into `counts`; a row of words as often as its rarest.
 * @returns How many articles hold it.
 */
function countInto(
  counts: Float64Array,
  postings: Postings,
  { field, term, with: others = [], language }: TermForm,
  { articleAt }: ArticleSlots,
  placeOf: Int32Array,
  isOnce: boolean,
): number {
  counts.fill(0)
  if (others.length > 0) return 0
  let holders = 0
  let last = -1
  for (const { slots, frequencies, first, mask } of postings.lists(field, term, language)) {
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at]!
      if (mask !== null && mask[slot] === 0) continue
      const article = articleAt[first + slot] ?? -1
      if (article === -1) continue
      // Passages of one article lie side by side.
      if (article !== last) holders += 1
      last = article
      const place = placeOf[article]!
      if (place !== -1) counts[place] = isOnce ? 1 : counts[place]! + frequencies[at]!
    }
  }
  return holders
}
