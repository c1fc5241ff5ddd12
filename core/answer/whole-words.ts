/**
 * Whole words: widens spans to the words and numbers that they begin and end in, and makes one of those that meet.
 *
 * In:   a text and spans of it.
 * Out:  spans in order, apart from each other; no half-space, vowel sign, tatweel, hyphen within a word or mark within
 *       a number is an edge.
 * Cost: one pass over the text.
 *
 * A token is less than a word: «رئیس‌جمهور», "COVID-19" and "3,5" are two each, and a last hamza is part of none.
 */
import type { Span } from '../article.ts'

export function wholeWords(text: string, spans: readonly Span[]): readonly Span[] {
  if (spans.length === 0) return spans
  const words = [...text.matchAll(word)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
  const whole: Span[] = []
  let first = 0
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    while ((words[first]?.end ?? Infinity) <= start) first += 1
    let [from, to] = [start, end]
    for (let at = first; (words[at]?.start ?? Infinity) < end; at += 1) {
      from = Math.min(from, words[at]!.start)
      to = Math.max(to, words[at]!.end)
    }
    const last = whole.at(-1)
    if (last !== undefined && from < last.end)
      whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, to) }
    else whole.push({ start: from, end: to })
  }
  return whole
}

/** Whether two tokens stand side by side: between them are blanks of one line, or letters that fold to nothing. */
export function isBeside(between: string): boolean {
  return /^(?:[^\S\n\r]|[\p{L}\p{M}\p{Cf}¬])*$/u.test(between)
}

/** Of scripts with spaces between words; the others keep the analyser's words. */
const letter = String.raw`(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}]`
/** «1990,1991» are two years, and "10 500" may be two numbers where the blank is an ordinary one. */
const withinNumber = [
  String.raw`(?<=\p{Nd})[.٫٬'’/:‑–-](?=\p{Nd})`,
  String.raw`(?<=\p{Nd})(?:(?<!\p{Nd}{4})[,،]|[,،](?!\p{Nd}{4}))(?=\p{Nd})`,
  String.raw`(?<=\p{Nd})[\u00a0\u2009\u202f](?=\p{Nd}{3}(?!\p{Nd}))`,
].join('|')
const withinWord = String.raw`(?<=[\p{L}\p{M}\p{N}])[‑-](?=[\p{L}\p{N}])`
const word = new RegExp(`${letter}(?:[\\p{Cf}¬]*${letter}|${withinNumber}|${withinWord})*`, 'gu')
