/**
 * Word likeness: how near in meaning the words of a question are to the words of its evidence, one by one.
 *
 * In:   the question's words and the evidence's, folded.
 * Out:  for each word of the evidence its cosine to each word of the question, in their order.
 * Cost: one embedding of each word that was not met lately, all in one run of the model; vectors are kept.
 *
 * A sentence's vector says what it is about; these say whether "premier" stands there as «رئيس الوزراء», and that a
 * dictionary's «القاهرة» for Mars does not.
 */
import type { Embedder } from '../semantic/embedder.ts'

/** By the evidence's word. */
export type Likeness = ReadonlyMap<string, readonly number[]>

export type WordLikeness = (
  terms: readonly string[],
  words: ReadonlySet<string>,
) => Promise<Likeness>

/** @param capacity - Words whose vector is kept, four bytes a dimension each. */
export function createWordLikeness(embedder: Embedder, capacity = 30_000): WordLikeness {
  const kept = new Map<string, Float32Array>()
  return async (terms, words) => {
    const wanted = [...new Set([...terms, ...words])]
    const missing = wanted.filter((word) => !kept.has(word))
    const fresh = missing.length === 0 ? [] : await embedder.embed(missing, 'passage')
    missing.forEach((word, at) => {
      const vector = fresh[at]
      if (vector !== undefined) kept.set(word, vector)
    })
    const of = terms.map((term) => kept.get(term))
    const likeness = new Map<string, readonly number[]>()
    for (const word of words) {
      const vector = kept.get(word)
      likeness.set(
        word,
        of.map((term) => dot(term, vector)),
      )
    }
    // Oldest first: words that all evidence shares are soon made again.
    for (const word of kept.keys()) {
      if (kept.size <= capacity) break
      kept.delete(word)
    }
    return likeness
  }
}

/** Both are of unit length. Four sums side by side: a processor need not wait for one to begin the next. */
function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (a === undefined || b === undefined) return 0
  let index = 0
  let [one, two, three, four] = [0, 0, 0, 0]
  for (; index + 4 <= a.length; index += 4) {
    one += a[index]! * b[index]!
    two += a[index + 1]! * b[index + 1]!
    three += a[index + 2]! * b[index + 2]!
    four += a[index + 3]! * b[index + 3]!
  }
  for (; index < a.length; index += 1) one += a[index]! * b[index]!
  return one + two + three + four
}
