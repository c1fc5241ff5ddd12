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
  /** Key and outlet of every line that recurs, each pair as one string. */
  recurringNames(): readonly string[]
}

interface Counts {
  articles: number
  readonly lines: Map<string, number>
}

const minArticles = 5
const minShare = 0.005
const edgeLines = 4
const longestLine = 300
/** Characters of a line's key. */
export const keyLength = 12

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
    recurringNames: () =>
      [...bySource].flatMap(([source, { lines }]) =>
        [...lines.keys()]
          .filter((key) => isRecurringKey(source, key))
          .map((key) => key + (source ?? '')),
      ),
  }
}

/**
 * The lines that recur, from either end of the article up to the first that does not: inside an article a sentence
 * may well be common («وأضاف قائلا:»). None when nothing else would be left.
 *
 * Only the lines that are counted are asked for, so that what an article becomes hangs on its `edgeKeys` alone.
 */
export function recurringEdges<Line extends { readonly text: string }>(
  lines: readonly Line[],
  isRecurring: (line: string) => boolean,
): ReadonlySet<Line> {
  const first = leading(lines.slice(0, edgeLines), isRecurring)
  const last = leading(lines.slice(-edgeLines).toReversed(), isRecurring)
  return new Set(first.length + last.length < lines.length ? [...first, ...last] : [])
}

function leading<Line extends { readonly text: string }>(
  lines: readonly Line[],
  isRecurring: (line: string) => boolean,
): readonly Line[] {
  const end = lines.findIndex(({ text }) => !isRecurring(text))
  return end < 0 ? lines : lines.slice(0, end)
}

/** Keys of the lines at both ends of a text, each once: equal for lines that a reader would call the same. */
export function edgeKeys(text: string): Set<string> {
  return edgeKeysOf(text.split('\n').filter((line) => line.trim() !== ''))
}

/** The same of lines of which none is blank. */
export function edgeKeysOf(lines: readonly string[]): Set<string> {
  const edges = [...lines.slice(0, edgeLines), ...lines.slice(-edgeLines)]
  return new Set(edges.map(hashOf).filter((key) => key !== null))
}

/** `LineStatistics.isRecurring` as it was for these names, see `recurringNames`, and without the counts. */
export function recurringAmong(names: readonly string[]): LineStatistics['isRecurring'] {
  const known = new Set(names)
  const sources = new Set(names.map((name) => name.slice(keyLength)))
  return (source, line) => {
    // Folding a line is dear, and most outlets put nothing under their articles.
    if (!sources.has(source ?? '')) return false
    const key = hashOf(line)
    return key !== null && known.has(key + (source ?? ''))
  }
}

function hashOf(line: string): string | null {
  if (line.length > longestLine) return null
  const key = keyOf(line)
  return key === '' ? null : hash('sha1', key, 'base64').slice(0, keyLength)
}
