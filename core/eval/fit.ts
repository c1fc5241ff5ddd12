/**
 * Fitting of the two linear models: which sentence to quote, and whether to believe the quotes.
 *
 * In:     rows of named features with what was right.
 * Out:    weights by the same names, rounded so that a person can read them; the same rows give the same weights.
 * Cost:   O(rows × features × steps); seconds for ten thousand rows.
 * Source: logistic regression and listwise softmax (Cao et al. 2007) with L2, full batches, Adam (Kingma & Ba 2015).
 */
import type { LinearModel } from '../answer/linear-model.ts'

export type Features = Readonly<Record<string, number>>

export interface LabelledRow {
  readonly features: Features
  readonly label: 0 | 1
  readonly weight: number
}

/** The candidates of one question; at least one must be right. */
export interface ChoiceGroup {
  readonly candidates: readonly { readonly features: Features; readonly isRight: boolean }[]
  readonly weight: number
}

export interface FitOptions {
  readonly names: readonly string[]
  /** @default 0.001 */
  readonly l2?: number
  /** @default 600 */
  readonly steps?: number
  /** Weights that may not fall below 0, or rise above it. */
  readonly signs?: Readonly<Record<string, 1 | -1>>
}

export function fitLogistic(rows: readonly LabelledRow[], options: FitOptions): LinearModel {
  const { names } = options
  const matrix = rows.map(({ features }) => vectorOf(features, names))
  const whole = rows.reduce((sum, { weight }) => sum + weight, 0)
  return minimise(options, (weights, gradient) => {
    rows.forEach(({ label, weight }, at) => {
      const row = matrix[at] ?? []
      const error = (1 / (1 + Math.exp(-dot(weights, row))) - label) * (weight / whole)
      row.forEach((value, index) => (gradient[index] = (gradient[index] ?? 0) + error * value))
    })
  })
}

export function fitChoice(groups: readonly ChoiceGroup[], options: FitOptions): LinearModel {
  const { names } = options
  const whole = groups.reduce((sum, { weight }) => sum + weight, 0)
  const matrices = groups.map(({ candidates }) =>
    candidates.map(({ features }) => vectorOf(features, names)),
  )
  return minimise(options, (weights, gradient) => {
    groups.forEach(({ candidates, weight }, group) => {
      const rows = matrices[group] ?? []
      const scores = rows.map((row) => dot(weights, row))
      const all = softmax(scores)
      const right = softmax(
        scores.map((score, at) => (candidates[at]?.isRight ? score : Number.NEGATIVE_INFINITY)),
      )
      rows.forEach((row, at) => {
        const error = ((all[at] ?? 0) - (right[at] ?? 0)) * (weight / whole)
        row.forEach((value, index) => (gradient[index] = (gradient[index] ?? 0) + error * value))
      })
    })
  })
}

/** The bias comes first in every vector. */
function vectorOf(features: Features, names: readonly string[]): readonly number[] {
  return [1, ...names.map((name) => features[name] ?? 0)]
}

function minimise(
  { names, l2 = 0.001, steps = 600, signs = {} }: FitOptions,
  addGradient: (weights: readonly number[], gradient: number[]) => void,
): LinearModel {
  const size = names.length + 1
  const weights = Array.from({ length: size }, () => 0)
  const speed = Array.from({ length: size }, () => 0)
  const scale = Array.from({ length: size }, () => 0)
  for (let step = 1; step <= steps; step += 1) {
    const gradient = weights.map((weight, index) => (index === 0 ? 0 : l2 * weight))
    addGradient(weights, gradient)
    const rate = 0.1 * (1 - step / (steps + 1))
    for (let index = 0; index < size; index += 1) {
      const slope = gradient[index] ?? 0
      const momentum = 0.9 * (speed[index] ?? 0) + 0.1 * slope
      const spread = 0.999 * (scale[index] ?? 0) + 0.001 * slope * slope
      speed[index] = momentum
      scale[index] = spread
      const mean = momentum / (1 - 0.9 ** step)
      const deviation = Math.sqrt(spread / (1 - 0.999 ** step)) + 1e-8
      const moved = (weights[index] ?? 0) - (rate * mean) / deviation
      const sign = signs[names[index - 1] ?? '']
      weights[index] = sign === undefined || moved * sign >= 0 ? moved : 0
    }
  }
  const [bias = 0, ...rest] = weights.map((weight) => Math.round(weight * 1000) / 1000)
  return { bias, weights: Object.fromEntries(names.map((name, at) => [name, rest[at] ?? 0])) }
}

function softmax(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const whole = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / whole)
}

function dot(weights: readonly number[], row: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < row.length; index += 1) sum += weights[index]! * row[index]!
  return sum
}
