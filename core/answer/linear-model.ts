/**
 * Linear model: a weighted sum of named features, and the logistic curve that makes a probability of it.
 *
 * In:     features by name and weights by the same names; a name that one of them lacks counts 0.
 * Out:    `logit`, any real number; `probability`, in (0, 1).
 */

export interface LinearModel {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
}

export function logit(
  { bias, weights }: LinearModel,
  features: Readonly<Record<string, number>>,
): number {
  let sum = bias
  for (const [name, weight] of entriesOf(weights)) sum += weight * (features[name] ?? 0)
  return sum
}

/** A model is asked about each of a hundred sentences. */
const listed = new WeakMap<LinearModel['weights'], readonly (readonly [string, number])[]>()

function entriesOf(weights: LinearModel['weights']): readonly (readonly [string, number])[] {
  const known = listed.get(weights) ?? Object.entries(weights)
  listed.set(weights, known)
  return known
}

export function probability(
  model: LinearModel,
  features: Readonly<Record<string, number>>,
): number {
  return 1 / (1 + Math.exp(-logit(model, features)))
}
