/**
 * Counts lines at the edges of an outlet's articles, to tell what the outlet puts under each of them.
 *
 * In:   `add` each article once; `isRecurring` afterwards.
 * Cost: a few counts an article.
 *
 * A line recurs when at least `minArticles` articles of its outlet, and `minShare` of them, begin or end with it.
 */
import { hash } from 'node:crypto'
import { keyOf } from './line.ts'

export interface LineStatistics {
  /** @param source - null gathers the articles of unknown outlets. */
  add(source: string | null, text: string): void
  /** The same for what `edgeKeys` gave of a text, which is small enough to be kept. */
  addKeys(source: string | null, keys: Iterable<string>): void
  isRecurring(source: string | null, line: string): boolean
  isRecurringKey(source: string | null, key: string): boolean
}

interface Counts {
  articles: number
  readonly lines: Map<string, number>
}

const minArticles = 5
const minShare = 0.005
const edgeLines = 4
const longestLine = 300

export function createLineStatistics(): LineStatistics {
  const bySource = new Map<string | null, Counts>()

  function addKeys(source: string | null, keys: Iterable<string>): void {
    const counts = bySource.get(source) ?? { articles: 0, lines: new Map() }
    bySource.set(source, counts)
    counts.articles += 1
    for (const key of keys) counts.lines.set(key, (counts.lines.get(key) ?? 0) + 1)
  }

  function isRecurringKey(source: string | null, key: string): boolean {
    const counts = bySource.get(source)
    const count = counts?.lines.get(key) ?? 0
    return counts !== undefined && count >= minArticles && count >= counts.articles * minShare
  }

  return {
    add: (source, text) => addKeys(source, edgeKeys(text)),
    addKeys,
    isRecurring(source, line) {
      const key = hashOf(line)
      return key !== null && isRecurringKey(source, key)
    },
    isRecurringKey,
  }
}

/**
 * The lines that recur, from either end of the article up to the first that does not: inside an article a sentence
 * may well be common («وأضاف قائلا:»). None when nothing else would be left.
 */
export function recurringEdges<Line extends { readonly text: string }>(
  lines: readonly Line[],
  isRecurring: (line: string) => boolean,
): ReadonlySet<Line> {
  const recurring = lines.map(({ text }) => isRecurring(text))
  const first = recurring.indexOf(false)
  const last = recurring.lastIndexOf(false)
  return new Set(first < 0 ? [] : [...lines.slice(0, first), ...lines.slice(last + 1)])
}

/** Keys of the lines at both ends of a text, each once: equal for lines that a reader would call the same. */
export function edgeKeys(text: string): Set<string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const edges = [...lines.slice(0, edgeLines), ...lines.slice(-edgeLines)]
  return new Set(edges.map(hashOf).filter((key) => key !== null))
}

function hashOf(line: string): string | null {
  if (line.length > longestLine) return null
  const key = keyOf(line)
  return key === '' ? null : hash('sha1', key, 'base64').slice(0, 12)
}
