/** An index of the sample corpus, built once a test file by the real pipeline, words alone. */
import { openThrowawayIndex, type ThrowawayIndex } from '../../core/eval/throwaway-index.ts'
import { openWords, type Words } from '../../core/library/index.ts'

export interface SampleIndex extends ThrowawayIndex, Words {}

export async function openSampleIndex(): Promise<SampleIndex> {
  const words = openWords()
  const index = await openThrowawayIndex({
    corpus: { folders: ['data/articles'] },
    embedder: null,
    lexical: words.lexical,
    now: () => new Date(0),
  })
  return { ...index, ...words }
}
