/**
 * Makes any string well-formed plain text: what readers see stays, what only machines or attackers see goes.
 *
 * Out:  text in normal form NFC with `\n` line ends, no control character, no bidi override or isolate, no lone
 *       surrogate; and a note for each kind of thing that was taken away. Joiners (ZWNJ, ZWJ) and tatweel stay.
 * Cost: O(length); pure.
 */

export interface TidyText {
  readonly text: string
  readonly notes: readonly string[]
}

const maxMarks = 16

const steps: readonly {
  readonly pattern: RegExp
  readonly replacement: string
  readonly note: string | null
}[] = [
  { pattern: /\r\n?|[\u0085\u2028\u2029\v\f]/gu, replacement: '\n', note: null },
  { pattern: /[\u00a0\u202f\t]/gu, replacement: ' ', note: null },
  { pattern: /[\ufeff\u00ad]/gu, replacement: '', note: null },
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
