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
import { createUnigramCutter, type UnigramModel } from './unigram-cutter.ts'

/** What is used of a tokenizer's model, which the package does not describe. */
interface Cutter {
  readonly config: { readonly type?: string }
  encode(words: readonly string[]): readonly string[]
}

export function keepPieces({ model }: PreTrainedTokenizer, capacity = 40_000): void {
  const cutter = model as unknown as Cutter
  const cut = cutOf(cutter)
  const kept = new RecentMap<string, readonly string[]>(capacity)
  cutter.encode = (words) =>
    words.flatMap((word) => {
      const known = kept.get(word)
      if (known !== undefined) return known
      const pieces = cut(word)
      kept.set(word, pieces)
      return pieces
    })
}

function cutOf(cutter: Cutter): (word: string) => readonly string[] {
  if (cutter.config.type === 'Unigram')
    return createUnigramCutter(cutter as unknown as UnigramModel)
  const encode = cutter.encode.bind(cutter)
  return (word) => encode([word])
}
