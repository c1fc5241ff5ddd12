/**
 * Word alignment: how often a word of one language stands for a word of another in sentences that translate one another.
 *
 * In:     sentence pairs as words, and a dictionary of pseudo-counts that steers the first guess.
 * Out:    expected counts c(target | source) after a few rounds of expectation and maximisation.
 * Cost:   O(rounds × Σ |left| × |right|).
 * Source: IBM Model 1 (Brown et al., Computational Linguistics 1993), with the dictionary as Dirichlet prior.
 */

export type Counts = Map<string, Map<string, number>>

export interface AlignOptions {
  /** @default 6 */
  readonly rounds?: number
}

export function align(
  pairs: readonly (readonly [readonly string[], readonly string[]])[],
  prior: Counts,
  { rounds = 6 }: AlignOptions = {},
): Counts {
  let counts: Counts = new Map()
  for (let round = 0; round < rounds; round++) {
    const totals = totalsOf(counts, prior)
    const next: Counts = new Map()
    for (const [lefts, rights] of pairs) {
      for (const right of rights) {
        // The empty word takes what no word of the sentence explains.
        let sum = unexplained
        const chances = lefts.map((left) => chanceOf(left, right, counts, prior, totals))
        for (const chance of chances) sum += chance
        lefts.forEach((left, index) => {
          const share = (chances[index] ?? 0) / sum
          if (share > 0.001) bump(next, left, right, share)
        })
      }
    }
    counts = next
  }
  return counts
}

export function bump(counts: Counts, left: string, right: string, by: number): void {
  const row = counts.get(left) ?? new Map<string, number>()
  counts.set(left, row)
  row.set(right, (row.get(right) ?? 0) + by)
}

/** Chance of a pair nobody has seen, and of a word that stands for none. */
const unseen = 0.0005
const unexplained = 0.01

function chanceOf(
  left: string,
  right: string,
  counts: Counts,
  prior: Counts,
  totals: Map<string, number>,
): number {
  const seen = (counts.get(left)?.get(right) ?? 0) + (prior.get(left)?.get(right) ?? 0)
  return (seen + unseen) / ((totals.get(left) ?? 0) + 1)
}

function totalsOf(...tables: Counts[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const table of tables) {
    for (const [left, row] of table) {
      let total = totals.get(left) ?? 0
      for (const count of row.values()) total += count
      totals.set(left, total)
    }
  }
  return totals
}
