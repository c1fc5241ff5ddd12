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
  return async (terms, words) => {
    const wanted = [...new Set([...words, ...terms])]
    const vectors = new Float32Array(wanted.length * dimensions)
    const missing: number[] = []
    for (const [at, word] of wanted.entries())
      if (!kept.copy(word, vectors, at * dimensions)) missing.push(at)
    const fresh =
      missing.length === 0
        ? []
        : await embedder.embed(
            missing.map((at) => wanted[at]!),
            'passage',
          )
    for (const [number, at] of missing.entries()) {
      vectors.set(fresh[number]!, at * dimensions)
      kept.put(wanted[at]!, fresh[number]!)
    }
    const placeOf = new Map(wanted.map((word, at) => [word, at]))
    const asked = new Float32Array(terms.length * dimensions)
    for (const [at, term] of terms.entries()) {
      const start = placeOf.get(term)! * dimensions
      asked.set(vectors.subarray(start, start + dimensions), at * dimensions)
    }
    // Words of the evidence stand first.
    const cosines = dotProducts(vectors.subarray(0, words.size * dimensions), asked, dimensions)
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
    /** @returns False when the word's vector is not there. */
    copy(word: string, to: Float32Array, at: number): boolean {
      const place = placeOf.get(word)
      if (place === undefined) return false
      to.set(block.subarray(place * dimensions, (place + 1) * dimensions), at)
      return true
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
