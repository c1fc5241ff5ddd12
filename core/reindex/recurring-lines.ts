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

/** @param among - Outlets whose articles are counted, '' for unknown ones. @default all */
export function countLines(
  files: Iterable<readonly Entry[]>,
  among: ReadonlySet<string> | null = null,
): LineStatistics {
  const statistics = createLineStatistics()
  for (const entries of files) {
    for (const entry of entries) {
      if (isArticle(entry) && among?.has(entry.source ?? '') !== false)
        statistics.addKeys(entry.source, keysOf(entry.edges), entry.body)
    }
  }
  return statistics
}

/** Which lines recur at the end of a run. */
export interface Recurrence {
  /** `LineStatistics.recurringNames`; null when they are not known. */
  readonly names: readonly string[] | null
  /** Whether they are those of the run before. */
  readonly isAsBefore: boolean
}

/**
 * @param before - Names of the run before; null when not all articles were read with them.
 * @param moved - What came, went or changed since: an outlet of which nothing did has the lines it had.
 */
export function recurrenceIn(
  files: Iterable<readonly Entry[]>,
  before: readonly string[] | null,
  moved: Iterable<readonly Entry[]>,
): Recurrence {
  if (before === null) return { names: countLines(files).recurringNames(), isAsBefore: false }
  const outlets = outletsOf(moved)
  const asBefore = before.filter((name) => !outlets.has(name.slice(keyLength)))
  const names = [...asBefore, ...countLines(files, outlets).recurringNames()]
  const isAsBefore =
    before.length === names.length && new Set([...before, ...names]).size === names.length
  return { names, isAsBefore }
}

function outletsOf(files: Iterable<readonly Entry[]>): ReadonlySet<string> {
  const outlets = new Set<string>()
  for (const entries of files) {
    for (const entry of entries) if (isArticle(entry)) outlets.add(entry.source ?? '')
  }
  return outlets
}

/** @param names - `LineStatistics.recurringNames`. */
export function recurringKeys(names: readonly string[]): Pick<LineStatistics, 'isRecurringKey'> {
  const known = new Set(names)
  return { isRecurringKey: (source, key) => known.has(key + (source ?? '')) }
}

/** @returns Those of an article's edges that recur, one after the other: equal strings, equal cleaning. */
export function recurringIn(
  { source, edges }: Pick<ArticleEntry, 'source' | 'edges'>,
  recurring: Pick<LineStatistics, 'isRecurringKey'>,
): string {
  return keysOf(edges)
    .filter((key) => recurring.isRecurringKey(source, key))
    .join('')
}

function keysOf(edges: string): string[] {
  const keys: string[] = []
  for (let at = 0; at < edges.length; at += keyLength) keys.push(edges.slice(at, at + keyLength))
  return keys
}
