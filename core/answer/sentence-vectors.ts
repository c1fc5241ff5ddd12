/**
 * Sentence vectors: how near in meaning a sentence is to the question.
 *
 * In:   the question's vector and candidate sentences.
 * Out:  a cosine for each, in their order.
 * Cost: one embedding of each sentence that was not met lately; vectors are kept, least recently used go first.
 */
import type { Embedder } from '../semantic/embedder.ts'
import type { Sentence } from './sentence.ts'

export type SentenceCosines = (
  question: Float32Array,
  sentences: readonly Sentence[],
) => Promise<readonly number[]>

/** @param capacity - Sentences whose vector is kept, four bytes a dimension each. */
export function createSentenceCosines(embedder: Embedder, capacity = 4000): SentenceCosines {
  const kept = new Map<string, Float32Array>()
  return async (question, sentences) => {
    const texts = [...new Set(sentences.map(({ text }) => text))]
    const missing = texts.filter((text) => !kept.has(text))
    const fresh = missing.length === 0 ? [] : await embedder.embed(missing, 'passage')
    const vectors = new Map<string, Float32Array>()
    for (const text of texts) {
      const vector = fresh[missing.indexOf(text)] ?? kept.get(text)
      if (vector === undefined) continue
      vectors.set(text, vector)
      kept.delete(text)
      kept.set(text, vector)
    }
    for (const text of kept.keys()) {
      if (kept.size <= capacity) break
      kept.delete(text)
    }
    return sentences.map(({ text }) => dot(question, vectors.get(text)))
  }
}

/** Both are of unit length. */
function dot(a: Float32Array, b: Float32Array | undefined): number {
  if (b === undefined) return 0
  let sum = 0
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!
  return sum
}
