/** Line: one line of a scraped text with what the cleaning rules ask of it. */
import { fold } from '../../language/index.ts'

export interface Line {
  /** Position among the lines of the text, from 0. */
  readonly index: number
  readonly text: string
  /** Folded words, single blanks between: equal for lines that a reader would call the same. Empty for long prose. */
  readonly key: string
  readonly words: number
  /** Closes like a sentence: with a full stop, a question or exclamation mark, an ellipsis, before closing quotes. */
  readonly ended: boolean
  /** Surely a sentence or a paragraph of them, no heading and no furniture. */
  readonly prose: boolean
  /** On its page it is a link and nothing else: the name of something else. */
  readonly link: boolean
}

const longestKeyed = 400
const ending = /[.!?؟۔…](?:["'”»’)\]]|\s)*$/u

/** @param text - Tidied, of one line, not blank. */
export function lineOf(text: string, index: number, link = false): Line {
  const words = countWords(text)
  const ended = ending.test(text.slice(-20)) || /[”"»]$/u.test(text)
  let key: string | undefined
  return {
    index,
    text,
    // Folding is the dear part of cleaning, and most lines are told for prose without it.
    get key() {
      key ??= text.length <= longestKeyed ? keyOf(text) : ''
      return key
    },
    words,
    ended,
    prose: (ended && words >= 8) || words >= 25,
    link,
  }
}

export function keyOf(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Counts up to 30: more makes no difference to any rule. */
function countWords(text: string): number {
  let count = 0
  let isInside = false
  for (let at = 0; at < text.length && count < 30; at += 1) {
    const unit = text.charCodeAt(at)
    const isBlank =
      unit === 0x20 || unit === 0x09 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x3000
    if (!isBlank && !isInside) count += 1
    isInside = !isBlank
  }
  return count
}
