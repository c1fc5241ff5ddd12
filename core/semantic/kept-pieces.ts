/**
 * Kept pieces: lets a tokenizer cut each word once. Cutting is most of an embedding's cost with a small model, and
 * running text is made of few words.
 *
 * In:   a loaded tokenizer, whose model cuts every word apart from its neighbours.
 * Out:  the same pieces as before.
 * Cost: a word met lately costs one look-up; of words the last `capacity` to twice that many are kept.
 */
import type { PreTrainedTokenizer } from '@xenova/transformers'

/** What is used of a tokenizer's model, which the package does not describe. */
interface Cutter {
  encode(words: readonly string[]): readonly string[]
}

export function keepPieces({ model }: PreTrainedTokenizer, capacity = 40_000): void {
  const cutter = model as unknown as Cutter
  const cut = cutter.encode.bind(cutter)
  let recent = new Map<string, readonly string[]>()
  let older = recent
  cutter.encode = (words) =>
    words.flatMap((word) => {
      const pieces = recent.get(word) ?? older.get(word) ?? cut([word])
      recent.set(word, pieces)
      if (recent.size > capacity) {
        older = recent
        recent = new Map()
      }
      return pieces
    })
}
