/** Reads plain text: each line is a paragraph, unless the lines were wrapped at a width, which is undone. */
import type { Draft } from '../draft.ts'
import { emptyDraft } from '../draft.ts'
import { decodeEscapes } from '../text/entities.ts'

/** @param written - With `\n` line ends. */
export function draftFromPlainText(written: string): Draft {
  const text = decodeEscapes(written)
  return { ...emptyDraft, text: isWrapped(text) ? unwrapped(text) : text }
}

/**
 * Wrapped text has blank lines between paragraphs, no long line, and most lines inside a paragraph run up to
 * nearly the same width, without an end of sentence.
 */
function isWrapped(text: string): boolean {
  const blocks = text.split(/\n[ \t]*\n/u).map((block) => block.trim().split('\n'))
  const inner = blocks.flatMap((block) => block.slice(0, -1))
  const width = blocks.flat().reduce((longest, line) => Math.max(longest, line.length), 0)
  if (inner.length < 5 || width > 100 || width < 40) return false
  const full = inner.filter((line) => line.length > width * 0.75)
  const open = inner.filter((line) => !/[.!?؟۔:…]["”»)]?\s*$/u.test(line))
  return full.length > inner.length * 0.8 && open.length > inner.length * 0.6
}

function unwrapped(text: string): string {
  return text
    .split(/\n[ \t]*\n/u)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.trim())
        .join(' '),
    )
    .join('\n')
}
