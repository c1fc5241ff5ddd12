/**
 * Near-duplicates: tells passages that repeat one another, as syndicated copies and reprints do.
 *
 * In:     words of two texts, in order.
 * Out:    resemblance in [0, 1]: shared runs of three words over the runs of the shorter text.
 * Source: Broder 1997, containment of shingles; by whole sets, for a few dozen passages need no sketch.
 */

export type Shingles = ReadonlySet<string>

export function shinglesOf(words: readonly string[], length = 3): Shingles {
  if (words.length < length) return new Set(words.length === 0 ? [] : [words.join(' ')])
  return new Set(
    Array.from({ length: words.length - length + 1 }, (_, at) =>
      words.slice(at, at + length).join(' '),
    ),
  )
}

/** 1 when the shorter text stands whole in the longer one; 0 when one of them is empty. */
export function containment(a: Shingles, b: Shingles): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared += 1
  return shared / small.size
}
