/**
 * Best spans: what the model's scores for the pieces of one window say.
 *
 * In:     scores that the answer starts, and ends, at each piece, against the none of their own window.
 * Out:    the likeliest spans, none within another; the weight of all starts and ends.
 * Cost:   pieces × longest span; 20 µs.
 * Source: Clark & Gardner, ACL 2018: scores of several passages of one question are normalised together.
 */
import type { Span } from '../article.ts'
import type { Pieces } from './piece-cutter.ts'

/** In pieces; an answer of thirty pieces is a sentence. */
const longest = 30

export interface Scores {
  /** For each piece of the window, less the score of none. */
  readonly starts: Float64Array
  readonly ends: Float64Array
}

export interface FoundSpan {
  /** First and last piece, of the window. */
  readonly first: number
  readonly last: number
  /** Log odds against none. */
  readonly score: number
}

/**
 * Of each first piece the best last one is taken, so that one place gives one span.
 *
 * @param from - The window's first piece.
 * @returns Best first; pieces that stand for blanks begin and end none.
 */
export function spansFrom(
  { starts, ends }: Scores,
  pieces: Pieces,
  from: number,
): readonly FoundSpan[] {
  const found: FoundSpan[] = []
  for (let first = 0; first < starts.length; first++) {
    if (isBlank(pieces, from + first)) continue
    let best: FoundSpan | null = null
    const until = Math.min(first + longest, ends.length)
    for (let last = first; last < until; last++) {
      const score = starts[first]! + ends[last]!
      if ((best === null || score > best.score) && !isBlank(pieces, from + last))
        best = { first, last, score }
    }
    if (best !== null) found.push(best)
  }
  return found.toSorted((a, b) => b.score - a.score)
}

/** The best of them that stand apart from each other. @param spans - Best first. */
export function apart<Found extends Span>(spans: readonly Found[], most: number): readonly Found[] {
  const kept: Found[] = []
  for (const span of spans) {
    if (kept.length === most) break
    if (kept.every(({ start, end }) => span.end <= start || end <= span.start)) kept.push(span)
  }
  return kept
}

/** log(exp(sum) + Σ exp(scores)), for scores of any size. */
export function addedLog(sum: number, scores: Float64Array): number {
  const most = scores.reduce((a, b) => Math.max(a, b), sum)
  const whole = scores.reduce((a, b) => a + Math.exp(b - most), Math.exp(sum - most))
  return most + Math.log(whole)
}

function isBlank({ starts, ends }: Pieces, piece: number): boolean {
  return ends[piece]! <= starts[piece]!
}
