/**
 * Kept pieces: lets a tokenizer cut each word once. Cutting is most of an embedding's cost with a small model, and
 * running text is made of few words.
 *
 * In:   a loaded tokenizer, whose model cuts every word apart from its neighbours.
 * Out:  the same pieces as before.
 * Cost: a word met lately costs one look-up; of words the last `capacity` to twice that many are kept.
 */
import type { PreTrainedTokenizer } from '@xenova/transformers'
import { RecentMap } from '../recent-map.ts'

/** What is used of a tokenizer's model, which the package does not describe. */
interface Cutter {
  encode(words: readonly string[]): readonly string[]
}

export function keepPieces({ model }: PreTrainedTokenizer, capacity = 40_000): void {
  const cutter = model as unknown as Cutter
  const cut = cutter.encode.bind(cutter)
  const kept = new RecentMap<string, readonly string[]>(capacity)
  cutter.encode = (words) =>
    words.flatMap((word) => {
      const known = kept.get(word)
      if (known !== undefined) return known
      const pieces = cut([word])
      kept.set(word, pieces)
      return pieces
    })
}
