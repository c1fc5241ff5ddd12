/** An index of the sample corpus, built once a test file by the real pipeline; words alone without an embedder. */
import { openThrowawayIndex, type ThrowawayIndex } from '../../core/eval/throwaway-index.ts'
import type { Embedder } from '../../core/semantic/index.ts'
import { openWords, type Words } from '../../core/library/index.ts'

export interface SampleIndex extends ThrowawayIndex, Words {}

export async function openSampleIndex(embedder: Embedder | null = null): Promise<SampleIndex> {
  const words = openWords()
  const index = await openThrowawayIndex({
    corpus: { folders: ['data/articles'] },
    embedder,
    lexical: words.lexical,
    now: () => new Date(0),
  })
  return { ...index, ...words }
}
