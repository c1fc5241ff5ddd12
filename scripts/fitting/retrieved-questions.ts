/** The questions of a set in BEIR layout, each with all that was retrieved for it, before any second look. */
import type { Snapshot } from '../../core/engine/search-engine.ts'
import { readDataset } from '../../core/eval/dataset.ts'
import { openThrowawayIndex } from '../../core/eval/throwaway-index.ts'
import { identifyLanguage } from '../../core/language/index.ts'
import { openWords } from '../../core/library/index.ts'
import type { Evidence } from '../../core/question.ts'
import { beginComparing } from '../../core/rank/compared.ts'
import { retrieve } from '../../core/rank/retrieve.ts'
import type { Embedder } from '../../core/semantic/index.ts'

export interface RetrievedQuestion {
  readonly text: string
  readonly language: string
  /** By article, above 0 for those that answer it. */
  readonly grades: ReadonlyMap<string, number>
  readonly evidence: readonly Evidence[]
  readonly snapshot: Snapshot
}

/** @param limit - Questions at the most. */
export async function* retrievedQuestions(
  folder: string,
  limit: number,
  embedder: Embedder | null,
): AsyncGenerator<RetrievedQuestion> {
  const { documents, queries, grades } = readDataset(folder)
  const { lexical } = openWords()
  const corpus = { documents }
  const index = await openThrowawayIndex({ corpus, embedder, lexical, now: () => new Date() })
  try {
    const snapshot = await index.engine.snapshot()
    for (const { id, text: written } of queries.slice(0, limit)) {
      const text = written.trim()
      const question = { text, language: identifyLanguage(text) }
      const wanted = { limit: 200 }
      const compared = await beginComparing({ snapshot, embedder }, question, wanted)
      const evidence = await retrieve(snapshot, question, compared, {
        ...wanted,
        isRaw: true,
      })
      yield { ...question, grades: grades.get(id) ?? new Map(), evidence, snapshot }
    }
  } finally {
    await index.close()
  }
}
