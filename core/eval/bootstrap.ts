/**
 * Bootstrap interval of a mean: how far a figure might move with other questions of the same kind.
 *
 * In:     one value a question.
 * Out:    mean and the 2.5th and 97.5th percentile of the means of resampled sets; the same for the same values.
 * Source: Efron & Tibshirani 1993, percentile method.
 */
import { mean, percentile } from './metrics.ts'

export interface Interval {
  readonly n: number
  readonly mean: number
  readonly low: number
  readonly high: number
}

export function bootstrapMean(values: readonly number[], rounds = 1000, seed = 1): Interval {
  const n = values.length
  if (n === 0) return { n, mean: 0, low: 0, high: 0 }
  const random = mulberry32(seed)
  const means = Array.from({ length: rounds }, () => {
    let sum = 0
    for (let drawn = 0; drawn < n; drawn += 1) sum += values[Math.floor(random() * n)] ?? 0
    return sum / n
  })
  return { n, mean: mean(values), low: percentile(means, 0.025), high: percentile(means, 0.975) }
}

/** A small seeded generator (Tommy Ettinger, public domain): evaluation must repeat itself. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
