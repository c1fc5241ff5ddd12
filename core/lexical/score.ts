/**
 * Scoring: BM25+ over the forms of each word, the best form of a word counting in full and the rest a little.
 *
 * In:     an index and the terms of a query.
 * Out:    the best passages with score and coverage, best first.
 * Cost:   two visits of each posting of each form; a query's terms past the `maxTerms` heaviest are left out. Points
 *         are added up window by window: the sums of 4,096 passages fit a processor's cache, those of a large index
 *         do not, and every visit would wait for memory.
 * Source: disjunction max with a tie-breaker, and windows of documents, as in Lucene.
 */
import { createBest, type Scored } from './best.ts'
import { bm25, type Bm25 } from './bm25.ts'
import { weighTerms } from './forms.ts'
import { Matches, type Run } from './matches.ts'
import type { Postings } from './postings.ts'
import type { QueryTerm } from './query.ts'

export interface ScoreOptions {
  /** How many at the most. */
  readonly limit: number
  readonly accept?: (slot: number) => boolean
  readonly params?: Bm25
}

export interface Scorer {
  best(terms: readonly QueryTerm[], options: ScoreOptions): Scored[]
}

interface MatchedTerm {
  readonly weight: number
  readonly forms: readonly MatchedForm[]
}

interface MatchedForm {
  readonly weight: number
  /** What is left of its run. */
  at: number
  readonly end: number
}

/** A power of two. */
const windowLength = 4_096

/** @param postings - May grow between two searches. */
export function createScorer(postings: Postings): Scorer {
  const matches = new Matches()
  const window = createWindow()
  return {
    best(terms, { limit, accept = () => true, params = bm25 }) {
      matches.clear()
      const matched = weighTerms(postings, terms).map(({ weight, forms }): MatchedTerm => {
        const runs = forms.map((form): [number, Run] => [form.weight, matches.add(form, params)])
        return {
          weight,
          forms: runs.map(([trust, { start, end }]) => ({ weight: trust, at: start, end })),
        }
      })
      const total = matched.reduce((sum, { weight }) => sum + weight, 0)
      const best = createBest(limit, accept)
      for (let start = 0; start < postings.slots; start += windowLength) {
        for (const { weight, forms } of matched) {
          for (const form of forms) window.add(form, start, matches)
          window.endTerm(weight, params.tie)
        }
        window.empty((slot, score, covered) =>
          best.offer(start + slot, score, Math.min(1, covered / total)),
        )
      }
      return best.sorted()
    },
  }
}

/** Sums of the passages of one window; all zero when it was emptied. */
function createWindow() {
  const score = new Float64Array(windowLength)
  const covered = new Float64Array(windowLength)
  /** Of the term that is being added: best and sum of its forms' points, and highest trust. */
  const best = new Float64Array(windowLength)
  const sum = new Float64Array(windowLength)
  const trust = new Float64Array(windowLength)
  const touched = new Uint16Array(windowLength)
  const found = new Uint16Array(windowLength)
  let touchedCount = 0
  let foundCount = 0
  return {
    add(form: MatchedForm, start: number, { slots, points }: Matches): void {
      const { weight, end } = form
      let { at } = form
      for (; at < end; at++) {
        const slot = slots[at]! - start
        if (slot >= windowLength) break
        const gained = points[at]!
        if (trust[slot] === 0) touched[touchedCount++] = slot
        if (weight > trust[slot]!) trust[slot] = weight
        if (gained > best[slot]!) best[slot] = gained
        sum[slot]! += gained
      }
      form.at = at
    },

    endTerm(weight: number, tie: number): void {
      for (let at = 0; at < touchedCount; at++) {
        const slot = touched[at]!
        if (covered[slot] === 0) found[foundCount++] = slot
        score[slot]! += best[slot]! + tie * (sum[slot]! - best[slot]!)
        covered[slot]! += weight * trust[slot]!
        best[slot] = sum[slot] = trust[slot] = 0
      }
      touchedCount = 0
    },

    empty(each: (slot: number, score: number, covered: number) => void): void {
      for (let at = 0; at < foundCount; at++) {
        const slot = found[at]!
        each(slot, score[slot]!, covered[slot]!)
        score[slot] = covered[slot] = 0
      }
      foundCount = 0
    },
  }
}
