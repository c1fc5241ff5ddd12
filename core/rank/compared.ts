/**
 * What a question's meaning is compared with, begun before it is needed.
 *
 * In:   the draft of a question's plan, the snapshot it is asked of, an embedder or none; how many passages are wanted, and which.
 * Out:  its vector and the search for the passages nearest to it; null where vectors cannot be compared.
 * Cost: one run of the model. Many vectors are compared in a thread beside: whoever asks can read the question meanwhile.
 */
import type { CandidateOptions, VectorCandidate } from '../engine/search-engine.ts'
import type { PlanDraft } from '../question/plan.ts'
import { questionVector, type VectorDeps } from './question-vector.ts'

export interface Compared {
  readonly vector: Float32Array
  readonly similar: Promise<readonly VectorCandidate[]>
}

export async function beginComparing(
  { snapshot, embedder }: VectorDeps,
  question: Pick<PlanDraft, 'text' | 'language' | 'terms'>,
  options: CandidateOptions,
): Promise<Compared | null> {
  const vector = await questionVector({ snapshot, embedder }, question)
  if (vector === null) return null
  const similar = snapshot.similar(vector, options)
  // Who waits for it is told of a failure; a question that turns out to ask for nothing waits for nothing.
  similar.catch(() => undefined)
  return { vector, similar }
}
