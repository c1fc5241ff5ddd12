/**
 * Scoring: BM25+ over the forms of each word, the best form of a word counting in full and the rest a little.
 *
 * In:     an index and the terms of a query.
 * Out:    the best passages with score and coverage, best first.
 * Cost:   one visit of each posting of each form; a query's terms past the `maxTerms` heaviest are left out.
 * Source: disjunction max with a tie-breaker, and windows of documents, as in Lucene.
 */
import { createBest, type Scored } from './best.ts'
import { bm25, type Bm25 } from './bm25.ts'
import { weighTerms } from './forms.ts'
import type { Postings } from './postings.ts'
import type { SearchTerm } from '../question/term.ts'
import { sourcesOf } from './sources.ts'
import { window, windowLength } from './window.ts'

export interface ScoreOptions {
  /** How many at the most. */
  readonly limit: number
  readonly accept?: (slot: number) => boolean
  readonly params?: Bm25
}

export interface Scorer {
  best(terms: readonly SearchTerm[], options: ScoreOptions): Scored[]
}

/** @param postings - May grow between two searches. */
export function createScorer(postings: Postings): Scorer {
  return {
    best(terms, { limit, accept = () => true, params = bm25 }) {
      const sourced = weighTerms(postings, terms).map(({ weight, forms }) => ({
        weight,
        sources: forms.flatMap((form) => sourcesOf(form, params)),
      }))
      const total = sourced.reduce((sum, { weight }) => sum + weight, 0)
      const best = createBest(limit, accept)
      window.take(sourced, params)
      for (let start = 0; start < postings.slots; start += windowLength) {
        window.add(start)
        window.empty(best.bar, (slot, score, covered) =>
          best.offer(start + slot, score, Math.min(1, covered / total)),
        )
      }
      return best.sorted()
    },
  }
}
