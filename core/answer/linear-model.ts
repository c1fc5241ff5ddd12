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
  return Object.entries(weights).reduce(
    (sum, [name, weight]) => sum + weight * (features[name] ?? 0),
    bias,
  )
}

export function probability(
  model: LinearModel,
  features: Readonly<Record<string, number>>,
): number {
  return 1 / (1 + Math.exp(-logit(model, features)))
}
