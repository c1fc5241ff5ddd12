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
import { dotProducts } from '../semantic/dot-products.ts'
import type { Embedder } from '../semantic/embedder.ts'

/** By the evidence's word. */
export type Likeness = ReadonlyMap<string, Float32Array>

export type WordLikeness = (
  terms: readonly string[],
  words: ReadonlySet<string>,
) => Promise<Likeness>

/** @param capacity - Words whose vector is kept, four bytes a dimension each. */
export function createWordLikeness(embedder: Embedder, capacity = 30_000): WordLikeness {
  const { dimensions } = embedder
  /** Vectors of the words met last, written round and round: what all evidence shares is soon made again. */
  const kept = createRing(capacity, dimensions)
  let block = new Float32Array(0)

  return async (terms, words) => {
    const rows = [...words, ...terms]
    const fresh = new Map<string, Float32Array>()
    // Again after each wait: other questions may have taken the places of words that were there.
    for (;;) {
      const missing = [...new Set(rows)].filter((word) => !fresh.has(word) && !kept.has(word))
      if (missing.length === 0) break
      const vectors = await embedder.embed(missing, 'passage')
      for (const [at, word] of missing.entries()) {
        fresh.set(word, vectors[at]!)
        kept.put(word, vectors[at]!)
      }
    }
    // From here on nothing waits, so that one block serves all questions.
    const length = rows.length * dimensions
    if (block.length < length) block = new Float32Array(length * 2)
    for (const [at, word] of rows.entries())
      block.set(fresh.get(word) ?? kept.vector(word), at * dimensions)
    const asked = block.slice(words.size * dimensions, length)
    const cosines = dotProducts(block.subarray(0, words.size * dimensions), asked, dimensions)
    const likeness = new Map<string, Float32Array>()
    for (const [at, word] of [...words].entries())
      likeness.set(word, cosines.subarray(at * terms.length, (at + 1) * terms.length))
    return likeness
  }
}

/** One block for all: single arrays by the ten thousand keep the garbage collector busy and lie far apart. */
function createRing(capacity: number, dimensions: number) {
  let block = new Float32Array(dimensions * Math.min(capacity, 1_024))
  const placeOf = new Map<string, number>()
  const words: string[] = []
  let next = 0
  return {
    has: (word: string): boolean => placeOf.has(word),
    /** Of a word that is there. */
    vector(word: string): Float32Array {
      const place = placeOf.get(word)!
      return block.subarray(place * dimensions, (place + 1) * dimensions)
    },
    put(word: string, vector: Float32Array): void {
      if (placeOf.has(word)) return
      const before = words[next]
      if (before !== undefined) placeOf.delete(before)
      if ((next + 1) * dimensions > block.length) {
        const longer = new Float32Array(dimensions * Math.min(capacity, (next + 1) * 2))
        longer.set(block)
        block = longer
      }
      block.set(vector, next * dimensions)
      words[next] = word
      placeOf.set(word, next)
      next = (next + 1) % capacity
    },
  }
}
