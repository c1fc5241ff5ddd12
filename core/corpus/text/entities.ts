/**
 * Character references and backslash escapes become the characters they stand for, in text that was taken out of
 * markup or JSON without being read as such.
 *
 * Cost: O(length); pure.
 *
 * Only whole references, with their semicolon, are known: "R&D" and "AT&T" are words.
 */
import { decodeHTMLStrict } from 'entities'

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iu
/** Exports escape what was escaped: `&amp;quot;`. */
const maxTimes = 3

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  let decoded = text
  for (let times = 0; times < maxTimes && reference.test(decoded); times += 1) {
    const once = decodeHTMLStrict(decoded)
    if (once === decoded) break
    decoded = once
  }
  return decoded
}

const escape = /\\(?:r\\n|[nrt"'/\\]|u[\da-f]{4})/giu
const anyBackslash = /\\/gu

/**
 * Undoes JSON's escapes where they were written twice, so that a text holds a backslash and an n for a line break.
 *
 * Paths («C:\news») and formulas («\nabla») have backslashes before other letters too, or a word behind them.
 */
export function decodeEscapes(text: string): string {
  if (!text.includes('\\') || !/\\[nrtu]/iu.test(text)) return text
  const known = text.match(escape)?.join('').match(anyBackslash)?.length ?? 0
  const all = text.match(anyBackslash)?.length ?? 0
  const isPath = /(?:^|[\s"'(])(?:[a-z]:|\\)\\[^\s]/iu.test(text)
  if (known < all || isPath) return text.replaceAll(/(?:\\r)?\\n(?![a-z])/gu, '\n')
  return text.replaceAll(escape, (found) => characterOf(found))
}

const characters: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ' }

function characterOf(found: string): string {
  const letter = found.charAt(1).toLowerCase()
  if (letter === 'u') return String.fromCharCode(Number.parseInt(found.slice(2), 16))
  return characters[letter] ?? found.slice(1)
}
