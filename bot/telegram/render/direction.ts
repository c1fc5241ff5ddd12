/**
 * Direction marks: make each line of a message run the way its language does.
 *
 * Telegram's clients give a line the direction of its first strong letter, so a Persian line that opens with
 * a Latin name or a number would start at the wrong edge. An invisible mark before it puts that right; a run
 * of the other direction inside a line is isolated, or its punctuation would land on the wrong side.
 */
import type { LanguageCode } from '../../../core/article.ts'
import { emptyText, join, lines, rich, type Part, type RichText } from './rich-text.ts'

export type Direction = 'rtl' | 'ltr'

const rightToLeft: ReadonlySet<LanguageCode> = new Set(
  'ar fa he ur ps sd ug yi dv ckb azb pnb'.split(' '),
)

export function directionOf(language: LanguageCode): Direction {
  return rightToLeft.has(language) ? 'rtl' : 'ltr'
}

/** Marks every line that would run the other way; blank lines stay as they are. */
export function directed(part: Part, direction: Direction): RichText {
  const marked = lines(rich(part)).map((line) =>
    line.text.trim() === '' || runs(line.text, direction)
      ? line
      : rich(direction === 'rtl' ? '\u200f' : '\u200e', line),
  )
  return join(marked, '\n')
}

/** A text of the bot's own, in the language of the frame. */
export function framed(text: string, language: LanguageCode): RichText {
  return directed(text, directionOf(language))
}

/** For a title or name within a line: stray direction controls dropped, isolated when it runs the other way. */
export function label(text: string, within: Direction): RichText {
  const plain = shortened(text.replace(directionControls, '').replace(/\s+/gu, ' ').trim())
  if (plain === '') return emptyText
  const own = firstStrong(plain)
  return own === null || own === within ? rich(plain) : rich('\u2068', plain, '\u2069')
}

const directionControls = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g
const longestLabel = 300
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

function shortened(text: string): string {
  if (text.length <= longestLabel) return text
  const last = graphemes.segment(text.slice(0, longestLabel)).containing(longestLabel - 1)
  return `${text.slice(0, last?.index ?? longestLabel)}…`
}

/** Some clients look past isolates for the first strong letter, some do not: it must be right for both. */
function runs(line: string, direction: Direction): boolean {
  return [line, line.replace(/[\u2066-\u2069]/g, '')].every(
    (text) => firstStrong(text) === direction,
  )
}

/** Rules P2 and P3 of the Unicode bidirectional algorithm: what stands between isolates is skipped. */
export function firstStrong(line: string): Direction | null {
  let depth = 0
  for (const character of line) {
    if (/[\u2066-\u2068]/.test(character)) depth += 1
    else if (character === '\u2069') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (rtlMark.test(character) || rtlLetter.test(character))) return 'rtl'
    else if (depth === 0 && (character === '\u200e' || /\p{L}/u.test(character))) return 'ltr'
  }
  return null
}

const rtlMark = /[\u200f\u061c]/
const rtlLetter =
  /(?=\p{L})[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
