/**
 * Splits an article's text into passages: runs of whole sentences, each overlapping the one before.
 *
 * In:   the text and its language; any text, also an empty one.
 * Out:  passages in order; every sentence lies whole in at least one of them. A sentence longer than
 *       `maxLength` is cut between words first, and its pieces count as sentences.
 * Cost: O(text length); pure.
 *
 * Offsets are into the text as given: `text.slice(start, end)` is the passage, without blank edges.
 * The title is not part of it: the store carries it along.
 */
import type { LanguageCode, Passage, Span } from '../article.ts'
import { sentences } from '../language/index.ts'

export interface PassageOptions {
  /** Length aimed at, in UTF-16 code units. @default 700 */
  readonly targetLength?: number
  /** No passage is longer. At least `targetLength`. @default 1400 */
  readonly maxLength?: number
  /** Sentences at the end of a passage that begin the next one too, as far as they fit. @default 200 */
  readonly overlapLength?: number
}

/** Changes whenever other passages would come out of the same text: what is stored is stale then. */
export const passageSplitterVersion = 'sentences-3'

const maxOverlapSentences = 2

export function splitPassages(
  article: { readonly text: string; readonly language: LanguageCode },
  { targetLength = 700, maxLength = 1400, overlapLength = 200 }: PassageOptions = {},
): Passage[] {
  const { text, language } = article
  const units = sentences(text, language)
    .map((span) => trimmed(text, span))
    .filter((span) => span.end > span.start)
    .flatMap((span) => cutBetweenWords(text, span, maxLength))
  const passages: Passage[] = []
  let first = 0
  let next = 0
  while (next < units.length) {
    const start = units[first]!.start
    let end = units[next]!.end
    next += 1
    while (next < units.length) {
      const wider = units[next]!.end
      if (wider - start > maxLength) break
      const nearer = Math.abs(wider - start - targetLength) <= Math.abs(end - start - targetLength)
      const rest = units.at(-1)!.end - units[next]!.start
      if (!nearer && !(rest < overlapLength && units.at(-1)!.end - start <= maxLength)) break
      end = wider
      next += 1
    }
    passages.push({ ordinal: passages.length, start, end })
    if (next < units.length) first = overlapStart(units, first, next, overlapLength, maxLength)
  }
  return passages
}

/** The earliest unit the next passage may begin with: later than `first`, and with room for unit `next`. */
function overlapStart(
  units: readonly Span[],
  first: number,
  next: number,
  overlapLength: number,
  maxLength: number,
): number {
  let start = next
  while (
    start - 1 > first &&
    next - start < maxOverlapSentences &&
    units[next - 1]!.end - units[start - 1]!.start <= overlapLength &&
    units[next]!.end - units[start - 1]!.start <= maxLength
  )
    start -= 1
  return start
}

function trimmed(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end)
  return {
    start: start + (slice.length - slice.trimStart().length),
    end: end - (slice.length - slice.trimEnd().length),
  }
}

function cutBetweenWords(text: string, span: Span, maxLength: number): Span[] {
  const pieces: Span[] = []
  let { start } = span
  while (span.end - start > maxLength) {
    const end = cutPoint(text, start, start + maxLength)
    pieces.push(trimmed(text, { start, end }))
    start = end + (text.slice(end, span.end).search(/\S/u) + 1 || 1) - 1
  }
  if (span.end > start) pieces.push({ start, end: span.end })
  return pieces
}

/** The last blank in (start, limit], or the limit itself moved off the middle of a surrogate pair. */
function cutPoint(text: string, start: number, limit: number): number {
  for (let at = limit; at > start + 1; at -= 1) {
    if (/\s/u.test(text[at] ?? ' ')) return at
  }
  const splitsPair = isHighSurrogate(text.charCodeAt(limit - 1)) && limit < text.length
  return splitsPair && limit - 1 > start ? limit - 1 : limit
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
