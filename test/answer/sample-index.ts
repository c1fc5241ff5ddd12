/** An index of the sample corpus, built once a test file by the real pipeline; words alone without an embedder. */
import { afterAll, beforeAll } from 'vitest'
import { createAnswerer, type Answerer, type Considered } from '../../core/answer/answerer.ts'
import type { Snapshot } from '../../core/engine/search-engine.ts'
import { openThrowawayIndex, type ThrowawayIndex } from '../../core/eval/throwaway-index.ts'
import type { Question, Verdict } from '../../core/question.ts'
import type { Embedder } from '../../core/semantic/index.ts'
import type { Translate } from '../../core/language/lexicon/index.ts'
import { openWords } from '../../core/library/index.ts'

export interface SampleIndex extends ThrowawayIndex {
  readonly translate: Translate | null
}

export async function openSampleIndex(embedder: Embedder | null = null): Promise<SampleIndex> {
  const index = await openThrowawayIndex({
    corpus: { folders: ['data/articles'] },
    embedder,
    now: () => new Date('2026-01-01T00:00:00Z'),
  })
  return { ...index, translate: openWords() }
}

export interface SampleAnswerer {
  readonly answer: (question: Question) => Promise<Verdict>
  readonly consider: (question: Question) => Promise<Considered>
}

/** Opened before the tests of the file that calls it, by words alone, and closed after them. */
export function useSampleAnswerer(): SampleAnswerer {
  let index: SampleIndex
  let snapshot: Snapshot
  let answerer: Answerer
  beforeAll(async () => {
    index = await openSampleIndex()
    snapshot = await index.engine.snapshot()
    answerer = createAnswerer({ embedder: null, translate: index.translate })
  })
  afterAll(() => index.close())
  return {
    answer: (question) => answerer.answer(question, snapshot),
    consider: (question) => answerer.consider(question, snapshot),
  }
}
