/**
 * Quote pieces: where a quote stands in a text, as it is or put together from several places.
 *
 * In:   a quote, the text of an article.
 * Out:  one span where the quote, without the marks around it, is a slice of the text; several where all of its words
 *       stand there in longer runs with nothing between them but white space, marks and ellipses; null otherwise.
 * Cost: a few searches of the text a piece, of which there are at most `mostPieces`.
 */
import type { Span } from '../article.ts'

/** A run of fewer words says nothing by itself: any text holds it. */
const fewestWords = 3
const mostPieces = 12

const word = /[\p{L}\p{M}\p{N}\u200c\u200d]+/gu
const isInWord = /^[\p{L}\p{M}\p{N}\u200c\u200d]$/u

const cut = /…|\.\.|\n/u

/** What surrounds quoted words and is none of them. */
const around = /^[\s…"'“”‘’«»‹›[\]()]+|[\s…"'“”‘’«»‹›[\]()]+$/gu

export interface Pieces {
  readonly isSlice: boolean
  /** In the order of the quote. */
  readonly pieces: readonly Span[]
}

export function piecesOf(given: string, text: string): Pieces | null {
  const quote = given.replaceAll(around, '')
  if (quote === '') return null
  const at = text.indexOf(quote)
  if (at !== -1) return { isSlice: true, pieces: [{ start: at, end: at + quote.length }] }
  const words = wordsOf(quote)
  const pieces: Span[] = []
  for (let from = 0; from < words.length;) {
    if (pieces.length === mostPieces) return null
    const run = longestRun(quote, text, words.slice(from))
    if (run === null) return null
    pieces.push(run.piece)
    from += run.words
  }
  return pieces.length === 0 ? null : { isSlice: false, pieces }
}

interface Word extends Span {
  /** Whether the quote was cut before it, or after it: there a word may be cut too. */
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

function wordsOf(quote: string): readonly Word[] {
  const spans = [...quote.matchAll(word)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }))
  const isCut = (left: Span | undefined, right: Span | undefined): boolean =>
    left === undefined || right === undefined || cut.test(quote.slice(left.end, right.start))
  return spans.map((span, at) => ({
    ...span,
    isCutBefore: isCut(spans[at - 1], span),
    isCutAfter: isCut(span, spans[at + 1]),
  }))
}

/** From the first of the words on. */
function longestRun(
  quote: string,
  text: string,
  words: readonly Word[],
): { readonly piece: Span; readonly words: number } | null {
  const [first] = words
  const runOf = (count: number): string => quote.slice(first!.start, words[count - 1]!.end)
  // What stands in a text stands there shortened too.
  let [held, lacking] = [0, words.length + 1]
  while (lacking - held > 1) {
    const middle = (held + lacking) >> 1
    if (text.includes(runOf(middle))) held = middle
    else lacking = middle
  }
  for (let count = held; count >= fewestWords; count -= 1) {
    const start = placeOf(runOf(count), text, first!.isCutBefore, words[count - 1]!.isCutAfter)
    if (start !== -1) return { piece: { start, end: start + runOf(count).length }, words: count }
  }
  return null
}

/** Where the run stands in the text with whole words at those of its ends that were not cut; -1 for nowhere. */
function placeOf(run: string, text: string, isCutBefore: boolean, isCutAfter: boolean): number {
  for (let at = text.indexOf(run); at !== -1; at = text.indexOf(run, at + 1)) {
    const isWholeBefore = isCutBefore || !isInWord.test(text.charAt(at - 1))
    if (isWholeBefore && (isCutAfter || !isInWord.test(text.charAt(at + run.length)))) return at
  }
  return -1
}
