/**
 * Makes any string well-formed plain text: what readers see stays, what only machines or attackers see goes.
 *
 * Out:  text in normal form NFC with `\n` line ends, no control character, nothing that turns the direction or
 *       is not seen, no lone surrogate; and a note for each kind of thing that was taken away. Joiners (ZWNJ, ZWJ) and tatweel stay.
 * Cost: O(length); pure.
 */

export interface TidyText {
  readonly text: string
  readonly notes: readonly string[]
}

const maxMarks = 16

/** Takes no place and joins nothing: soft hyphens, direction marks, separators of no width, tags. */
const unseen =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

/** Persian typists write a half-space with whatever takes no place: «گفت\u200eوگو». */
const halfSpace = /(?<=[\u0621-\u06d3])[\u200b\u200e\u200f]+(?=[\u0621-\u06d3])/gu
const persian = /[پچژگکی]/u

const steps: readonly {
  readonly pattern: RegExp
  readonly replacement: string
  readonly note: string | null
}[] = [
  { pattern: /\r\n?|[\u0085\u2028\u2029\v\f]/gu, replacement: '\n', note: null },
  { pattern: /[\u00a0\u202f\t]/gu, replacement: ' ', note: null },
  { pattern: unseen, replacement: '', note: null },
  {
    // oxlint-disable-next-line no-control-regex -- finding control characters is its purpose
    pattern: /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu,
    replacement: '',
    note: 'control characters removed',
  },
  {
    pattern: /[\u202a-\u202e\u2066-\u2069]/gu,
    replacement: '',
    note: 'bidi overrides removed',
  },
  {
    pattern: new RegExp(`(\\p{M}{${maxMarks}})\\p{M}+`, 'gu'),
    replacement: '$1',
    note: 'heaped combining marks cut',
  },
]

export function tidyText(raw: string): TidyText {
  const notes: string[] = []
  let text = raw
  if (!text.isWellFormed()) {
    text = text.toWellFormed()
    notes.push('lone surrogates replaced')
  }
  for (const { pattern, replacement, note } of steps) {
    if (text.search(pattern) < 0) continue
    if (pattern === unseen && persian.test(text)) text = text.replaceAll(halfSpace, '\u200c')
    const tidied = text.replace(pattern, replacement)
    if (note !== null && tidied !== text) notes.push(note)
    text = tidied
  }
  return { text: text.normalize('NFC'), notes }
}

/** One line, single blanks: for titles and names. */
export function tidyLine(raw: string): string {
  return tidyText(raw).text.replaceAll(/\s+/gu, ' ').trim()
}
