/**
 * Counts lines at the edges of an outlet's articles, to tell what the outlet puts under each of them.
 *
 * In:   `add` each article once; `isRecurring` afterwards.
 * Cost: a few keys an article.
 *
 * A line recurs when at least `minArticles` articles of its outlet, and `minShare` of them, begin or end with it.
 * Copies of one article count as one, and a sentence recurs only where it speaks of the outlet or to its readers: the
 * same sentence of news may well stand in many articles.
 */
import { hash } from 'node:crypto'
import { keyOf, lineOf } from './line.ts'
import { outletNoun, wordToReaders } from './phrases.ts'

export interface LineStatistics {
  /** @param source - null gathers the articles of unknown outlets. */
  add(source: string | null, text: string): void
  /**
   * The same for what `edgeKeys` gave of a text, which is small enough to be kept.
   *
   * @param body - What `bodyKey` gave of it.
   */
  addKeys(source: string | null, keys: Iterable<string>, body: string): void
  isRecurring(source: string | null, line: string): boolean
  isRecurringKey(source: string | null, key: string): boolean
  /** Key and outlet of every line that recurs, each pair as one string. */
  recurringNames(): readonly string[]
}

interface Counts {
  articles: number
  /** By line the bodies of the articles that have it, one alone as it is: most lines stand in one article. */
  readonly lines: Map<string, string | string[]>
}

const minArticles = 5
const minShare = 0.005
const edgeLines = 4
const longestLine = 300
/** Characters of a line's key. */
export const keyLength = 12

export function createLineStatistics(): LineStatistics {
  const bySource = new Map<string | null, Counts>()

  function addKeys(source: string | null, keys: Iterable<string>, body: string): void {
    const counts = bySource.get(source) ?? { articles: 0, lines: new Map() }
    bySource.set(source, counts)
    counts.articles += 1
    for (const key of keys) {
      const bodies = counts.lines.get(key)
      if (bodies === undefined) counts.lines.set(key, body)
      else if (typeof bodies === 'string') counts.lines.set(key, [bodies, body])
      else bodies.push(body)
    }
  }

  function isRecurringKey(source: string | null, key: string): boolean {
    const counts = bySource.get(source)
    const bodies = counts?.lines.get(key)
    if (counts === undefined || typeof bodies !== 'object') return false
    const least = Math.max(minArticles, counts.articles * minShare)
    return bodies.length >= least && articlesAmong(bodies) >= least
  }

  return {
    add: (source, text) => addKeys(source, edgeKeys(text), bodyKey(text)),
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
 * How many articles there are when copies count once: by the second most varied of the three long lines. Copies differ
 * in one of them at the most, and articles of one outlet may share its box.
 */
function articlesAmong(bodies: readonly string[]): number {
  const variety = [0, 1, 2].map(
    (at) => new Set(bodies.map((body) => body.slice(at * bodyPart, (at + 1) * bodyPart))).size,
  )
  return variety.toSorted((a, b) => a - b)[1]!
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

const bodyPart = 8
const longestCompared = 200

/** Key of the three longest lines of a text, the longest first: copies of an article have at least two of them. */
export function bodyKey(text: string): string {
  return bodyKeyOf(text.split('\n').filter((line) => line.trim() !== ''))
}

/** The same of lines of which none is blank. */
export function bodyKeyOf(lines: readonly string[]): string {
  const longest: string[] = []
  for (const line of lines) {
    const at = longest.findIndex((other) => line.length > other.length)
    if (longest.includes(line) || (at < 0 && longest.length === 3)) continue
    longest.splice(at < 0 ? longest.length : at, 0, line)
    if (longest.length > 3) longest.pop()
  }
  const parts = longest.map(lineKey)
  return [0, 1, 2].map((at) => parts[at] ?? parts[0] ?? '').join('')
}

/** Of a line's letters and digits, so that blanks and stops make no difference: FNV-1a with two offsets. */
function lineKey(line: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193]
  const length = Math.min(line.length, longestCompared)
  for (let at = 0; at < length; at += 1) {
    const unit = line.charCodeAt(at)
    if (unit < 0x30 || (unit > 0x39 && unit < 0x41)) continue
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x85ebca6b)
  }
  const key = (a >>> 0).toString(36) + (b >>> 0).toString(36)
  return key.padStart(bodyPart, '0').slice(0, bodyPart)
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

const sentenceWords = 5

const longestWord = 200

function isOfOutlet(line: string): boolean {
  return line.length <= longestWord && (wordToReaders.test(line) || outletNoun.test(line))
}

function isSentence(line: string): boolean {
  const { ended, words, prose } = lineOf(line, 0)
  return prose || (ended && words >= sentenceWords)
}

function hashOf(line: string): string | null {
  if (line.length > longestLine) return null
  if (isSentence(line) && !isOfOutlet(line)) return null
  const key = keyOf(line)
  return key === '' ? null : hash('sha1', key, 'base64').slice(0, keyLength)
}
