/**
 * Numbers that a text itself has in brackets, as footnotes and reports have them, are shown in wide ones: `[2]` beside a
 * quote is the answer's mark and nothing else.
 *
 * Out: as long as it was, so that offsets into the text stay offsets.
 */

const bracketed = /\[([\p{Nd}\p{Cf}\s,،;؛–—-]{1,40})\]/gu

export function withWideBrackets(text: string): string {
  if (!text.includes('[')) return text
  return text.replaceAll(bracketed, (whole, inside: string) =>
    /\p{Nd}/u.test(inside) ? `［${inside}］` : whole,
  )
}
