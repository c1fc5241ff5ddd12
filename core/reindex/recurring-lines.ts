/**
 * Recurring lines: what an outlet puts under each of its articles, counted over the whole corpus without reading the
 * whole corpus: of an article that did not change, the edges are known from before.
 *
 * A change anywhere may make a line recur, or no longer recur, in articles that did not change themselves. Which of an
 * article's own lines recurred when it was read is noted with it, so that a run over changes ends where a run from zero
 * would.
 */
import { createLineStatistics, keyLength, type LineStatistics } from '../corpus/index.ts'
import { isArticle, type ArticleEntry, type Entry } from './file-outcome.ts'

export function countLines(files: Iterable<readonly Entry[]>): LineStatistics {
  const statistics = createLineStatistics()
  for (const entries of files) {
    for (const entry of entries) {
      if (isArticle(entry)) statistics.addKeys(entry.source, keysOf(entry.edges))
    }
  }
  return statistics
}

/** Which lines recur at the end of a run. */
export interface Recurrence {
  /** null when they need not be counted. */
  readonly statistics: LineStatistics | null
  /** `LineStatistics.recurringNames`; null when they are not known. */
  readonly names: readonly string[] | null
  /** Whether they are those of the run before. */
  readonly isAsBefore: boolean
}

/** @param before - Names of the run before; null when not all articles were read with them. */
export function recurrenceIn(
  files: Iterable<readonly Entry[]>,
  before: readonly string[] | null,
): Recurrence {
  const statistics = countLines(files)
  const names = statistics.recurringNames()
  const isAsBefore =
    before?.length === names.length && new Set([...before, ...names]).size === names.length
  return { statistics, names, isAsBefore }
}

/** Of a run over nothing new. */
export function unchanged(before: readonly string[] | null): Recurrence {
  return { statistics: null, names: before, isAsBefore: true }
}

/** @returns Those of an article's edges that recur, one after the other: equal strings, equal cleaning. */
export function recurringIn(
  { source, edges }: Pick<ArticleEntry, 'source' | 'edges'>,
  statistics: Pick<LineStatistics, 'isRecurringKey'>,
): string {
  return keysOf(edges)
    .filter((key) => statistics.isRecurringKey(source, key))
    .join('')
}

function keysOf(edges: string): string[] {
  const keys: string[] = []
  for (let at = 0; at < edges.length; at += keyLength) keys.push(edges.slice(at, at + keyLength))
  return keys
}
