/**
 * Finds lines that stand in the text already: repeated whole, or as the end of the line before.
 *
 * A caption is often scraped twice; outside the article's prose such a pair goes altogether. Short lines inside it
 * («سؤال:», the refrain of a song, two companies of one worth) may be repeated on purpose and stay.
 */
import type { Line } from './line.ts'

const minTailLength = 40

export function repeatedLines(lines: readonly Line[]): Map<Line, string> {
  const drops = new Map<Line, string>()
  const seen = new Set<string>()
  const [firstProse, lastProse] = [
    lines.findIndex((line) => line.prose),
    lines.findLastIndex((line) => line.prose),
  ]
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    const outside = firstProse >= 0 && (at < firstProse || at > lastProse)
    if (before !== undefined && outside && isPair(before, line)) {
      drops.set(before, 'repeated-caption')
      drops.set(line, 'repeated-caption')
    } else if (seen.has(line.text) && line.prose) drops.set(line, 'repeated-line')
    else if (before !== undefined && isTailOf(line.text, before.text))
      drops.set(line, 'repeated-tail')
    seen.add(line.text)
  }
  return drops
}

function isPair(a: Line, b: Line): boolean {
  return !a.prose && !b.prose && a.key !== '' && a.key === b.key && !a.text.endsWith(':')
}

/** Some scrapers give each paragraph once with all that follow it and once alone. */
function isTailOf(tail: string, whole: string): boolean {
  if (tail.length < minTailLength || tail.length >= whole.length) return false
  return whole.endsWith(tail) && /\s/u.test(whole[whole.length - tail.length - 1]!)
}
