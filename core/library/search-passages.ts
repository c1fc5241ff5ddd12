/**
 * Search of passages: what comes nearest to a question, with no verdict on it.
 *
 * In:   a checked question, a snapshot, an embedder and a translator or none.
 * Out:  passages, best first, each read from its stored article; those of damaged articles are left out.
 * Cost: that of the search of a question, without its sentences.
 */
import { createBreath } from '../breath.ts'
import type { Snapshot } from '../engine/search-engine.ts'
import type { Translate } from '../language/lexicon/index.ts'
import type { FoundPassage, SearchResult } from '../lookup.ts'
import { boundedQuestion } from '../question/bounded-question.ts'
import { completePlan, draftPlan } from '../question/plan.ts'
import type { Question } from '../question.ts'
import { beginComparing } from '../rank/compared.ts'
import { canCompare } from '../rank/question-vector.ts'
import { retrieve } from '../rank/retrieve.ts'
import { retrievalLimits } from '../rank/weights.ts'
import type { Embedder } from '../semantic/index.ts'
import { orNothing } from './or-nothing.ts'

export interface SearchDeps {
  readonly embedder: Embedder | null
  readonly translate: Translate | null
  readonly limit: number
  readonly signal?: AbortSignal | undefined
}

export async function searchPassages(
  whole: Question,
  snapshot: Snapshot,
  { embedder, translate, limit, signal }: SearchDeps,
): Promise<SearchResult> {
  const breathe = createBreath(signal)
  const question = await boundedQuestion(whole, snapshot)
  const { language, filters } = question
  const wanted = { limit: retrievalLimits.candidates, ...(filters !== undefined && { filters }) }
  const today = new Date().toISOString().slice(0, 10)
  const draft = draftPlan(question, { translate, today })
  const passages: FoundPassage[] = []
  if (draft.terms.length > 0) {
    const compared = await beginComparing({ snapshot, embedder }, draft, wanted)
    await breathe()
    const plan = await completePlan(draft, snapshot)
    const most = retrievalLimits.read
    const evidence = await retrieve(snapshot, plan, compared, { ...wanted, most })
    for (const { passage, score } of evidence.slice(0, limit)) {
      await breathe()
      const found = await orNothing(snapshot.passage(passage.articleId, passage.ordinal))
      if (found !== null) passages.push({ ...found.passage, score })
    }
  }
  const mode = canCompare({ snapshot, embedder }) ? 'hybrid' : 'keyword-only'
  return { language, mode, passages, generation: snapshot.info.generation }
}
