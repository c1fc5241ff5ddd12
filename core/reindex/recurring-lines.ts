/**
 * Recurring lines: what an outlet puts under each of its articles, counted over the whole corpus without reading the
 * whole corpus: of a file that did not change, the edges of its articles are known from before.
 *
 * A change anywhere may make a line recur, or no longer recur, in articles that did not change themselves. Which lines
 * recurred when a file was read is noted with it, so that a run over changes ends where a run from zero would.
 */
import type { Article } from '../article.ts'
import { createLineStatistics, edgeKeys, type LineStatistics } from '../corpus/index.ts'

/** Outlet and keys of the first and last lines of one article. */
export type Edges = readonly [source: string | null, keys: readonly string[]]

/** @param article - As it reads with no line known to recur. */
export function edgesOf({ source, text }: Pick<Article, 'source' | 'text'>): Edges {
  return [source, [...edgeKeys(text)]]
}

export function countLines(edges: Iterable<Edges>): LineStatistics {
  const statistics = createLineStatistics()
  for (const [source, keys] of edges) statistics.addKeys(source, keys)
  return statistics
}

/** @returns Names of the lines that recur in these articles, in one order: equal lists, equal cleaning. */
export function recurringIn(edges: readonly Edges[], statistics: LineStatistics): string[] {
  const names = new Set<string>()
  for (const [source, keys] of edges) {
    for (const key of keys) {
      if (statistics.isRecurringKey(source, key)) names.add(`${key} ${source ?? ''}`)
    }
  }
  return [...names].toSorted((a, b) => (a < b ? -1 : 1))
}
