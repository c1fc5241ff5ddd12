/**
 * Ranking metrics over one question: nDCG, reciprocal rank, precision at 1, recall.
 *
 * In:     ids best first, and the grades of the relevant ones (absent = 0).
 * Out:    numbers in [0, 1]; 0 where nothing is relevant.
 * Source: trec_eval's definitions, with linear gain as BEIR uses it.
 */

export type Grades = ReadonlyMap<string, number>

export function ndcg(ranking: readonly string[], grades: Grades, depth: number): number {
  const ideal = [...grades.values()].filter((grade) => grade > 0).toSorted((a, b) => b - a)
  const best = discounted(ideal.slice(0, depth))
  if (best === 0) return 0
  return discounted(ranking.slice(0, depth).map((id) => Math.max(0, grades.get(id) ?? 0))) / best
}

export function reciprocalRank(ranking: readonly string[], grades: Grades, depth: number): number {
  const index = ranking.slice(0, depth).findIndex((id) => isRelevant(grades, id))
  return index === -1 ? 0 : 1 / (index + 1)
}

export function precisionAtOne(ranking: readonly string[], grades: Grades): number {
  const [first] = ranking
  return first !== undefined && isRelevant(grades, first) ? 1 : 0
}

export function recall(ranking: readonly string[], grades: Grades, depth: number): number {
  const relevant = [...grades.values()].filter((grade) => grade > 0).length
  if (relevant === 0) return 0
  return ranking.slice(0, depth).filter((id) => isRelevant(grades, id)).length / relevant
}

/** @returns The mean, 0 for no values. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Nearest-rank percentile. @param share - In (0, 1]. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

function isRelevant(grades: Grades, id: string): boolean {
  return (grades.get(id) ?? 0) > 0
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0)
}
