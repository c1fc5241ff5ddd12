/** The questions of a set in BEIR layout, each with all that was retrieved for it, before any second look. */
import { readDataset } from '../../core/eval/dataset.ts'
import { openThrowawayIndex } from '../../core/eval/throwaway-index.ts'
import { identifyLanguage } from '../../core/language/index.ts'
import { openWords } from '../../core/library/index.ts'
import { completePlan, draftPlan, type QuestionPlan } from '../../core/question/plan.ts'
import type { Evidence } from '../../core/question.ts'
import { beginComparing } from '../../core/rank/compared.ts'
import { retrieve } from '../../core/rank/retrieve.ts'
import type { Embedder } from '../../core/semantic/index.ts'

export interface RetrievedQuestion {
  readonly plan: QuestionPlan
  /** By article, above 0 for those that answer it. */
  readonly grades: ReadonlyMap<string, number>
  readonly evidence: readonly Evidence[]
}

/** @param limit - Questions at the most. */
export async function* retrievedQuestions(
  folder: string,
  limit: number,
  embedder: Embedder | null,
): AsyncGenerator<RetrievedQuestion> {
  const { documents, queries, grades } = readDataset(folder)
  const translate = openWords()
  const corpus = { documents }
  const index = await openThrowawayIndex({ corpus, embedder, now: () => new Date() })
  try {
    const snapshot = await index.engine.snapshot()
    for (const { id, text: written } of queries.slice(0, limit)) {
      const text = written.trim()
      const question = { text, language: identifyLanguage(text) }
      const wanted = { limit: 200 }
      const today = new Date().toISOString().slice(0, 10)
      const draft = draftPlan(question, { translate, today })
      const compared = await beginComparing({ snapshot, embedder }, draft, wanted)
      const plan = await completePlan(draft, snapshot)
      const evidence = await retrieve(snapshot, plan, compared, {
        ...wanted,
        isRaw: true,
      })
      yield { plan, grades: grades.get(id) ?? new Map(), evidence }
    }
  } finally {
    await index.close()
  }
}
