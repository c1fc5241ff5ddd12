/**
 * Word patterns: rows of shapes that one root takes, and the way from any of them to the others.
 *
 * In:   a table, one row a line, shapes parted by blanks; digits stand for the letters of the root, all else for itself.
 * Out:  for a word of one shape the words of the other shapes of its row: «تغيير» has the shape `ت12ی3`, and `ی123` is «يغير».
 * Cost: only shapes of the word's length are tried.
 */

export interface Patterns {
  /** Words of the same rows, the word itself among them; nothing when it has no shape of the table. */
  of(word: string): readonly string[]
}

/** @param isRoot - Tells roots that the table is not for, by their letters in order. */
export function createPatterns(
  table: string,
  isRoot: (letters: readonly string[]) => boolean,
): Patterns {
  const byLength = new Map<number, { readonly shape: Shape; readonly row: readonly Shape[] }[]>()
  for (const line of table.trim().split('\n')) {
    const row = line.trim().split(/\s+/u).map(shapeOf)
    for (const shape of row) {
      const { length } = shape.written
      byLength.set(length, [...(byLength.get(length) ?? []), { shape, row }])
    }
  }
  return {
    of: (word) =>
      (byLength.get(word.length) ?? []).flatMap(({ shape, row }) => {
        const root = rootIn(word, shape)
        if (root === null || !isRoot(root.filter((letter) => letter !== ''))) return []
        return row.map(({ written }) => written.replaceAll(/\d/gu, (digit) => root[+digit] ?? ''))
      }),
  }
}

interface Shape {
  readonly written: string
  readonly pattern: RegExp
  /** Which letter of the root each digit is. */
  readonly digits: readonly number[]
}

function shapeOf(written: string): Shape {
  return {
    written,
    pattern: new RegExp(`^${written.replaceAll(/\d/gu, '(.)')}$`, 'u'),
    digits: (written.match(/\d/gu) ?? []).map(Number),
  }
}

/** By number, from 1; the place before the first is empty. */
function rootIn(word: string, { pattern, digits }: Shape): string[] | null {
  const match = pattern.exec(word)
  if (match === null) return null
  const root: string[] = Array.from({ length: digits.length + 1 }, () => '')
  digits.forEach((digit, at) => (root[digit] = match[at + 1] ?? ''))
  return root
}
