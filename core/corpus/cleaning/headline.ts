/** Finds the headline a text begins with, and the lines that say it once more. */
import type { Line } from './line.ts'
import { keyOf } from './line.ts'

const maxHeadlineLength = 250

/**
 * The first line, when it reads like a headline and prose follows it. A headline may ask or cry out; a full stop
 * makes it a sentence of the article.
 */
export function findHeadline(lines: readonly Line[]): string | null {
  const [first, ...rest] = lines
  if (first === undefined || !rest.some((line) => line.prose)) return null
  if (first.text.length > maxHeadlineLength || first.words < 2 || first.words > 24) return null
  if (/[.۔…:؛،,]["'”»]*\s*$/u.test(first.text)) return null
  return first.text
}

/**
 * True for the title itself, and, before the text begins, for the title with the outlet's or section's name
 * around it («Title | Outlet»).
 */
/** @param key - The title's key. */
export function repeatsTitle(line: Line, key: string, beforeProse: boolean): boolean {
  // Folding takes few letters away.
  if (key === '' || line.text.length < key.length || line.text.length > key.length * 2 + 80)
    return false
  if (line.key === key) return true
  if (!beforeProse || !key.includes(' ')) return false
  const parts = line.text.split(/\s*[|>›»«_]\s*|\s+[-–—:]\s+/u)
  return parts.length > 1 && parts.length < 6 && parts.some((part) => keyOf(part) === key)
}
