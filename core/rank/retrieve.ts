/**
 * Retrieval: the passages that may answer a question, with every score known of them.
 *
 * In:   one snapshot of an index, the plan of a question, what its vector is being compared with or nothing.
 * Out:  evidence, best first; the same snapshot and question give the same list.
 *
 * Both sides are asked at once. A passage that one side brought gets the other side's true score where that is
 * cheap: a cosine is one product of vectors, a BM25 score is not and stays 0. The best are then looked at again.
 */
import type { CandidateOptions, Snapshot } from '../engine/search-engine.ts'
import type { Evidence } from '../question.ts'
import type { QuestionPlan } from '../question/plan.ts'
import { isSearched } from '../question/term.ts'
import type { Compared } from './compared.ts'
import { fuse, type Candidate, type Fused } from './fuse.ts'
import { rerank } from './rerank.ts'
import { withArticles } from './whole-articles.ts'

export interface RetrieveOptions extends CandidateOptions {
  /** Evidence at the most: what falls behind is not read. @default all */
  readonly most?: number
  /** Looks for no words. @default false */
  readonly isByMeaningAlone?: boolean
  /** Leaves out the second look at the best passages, as fitting does. @default false */
  readonly isRaw?: boolean
}

/** @param compared - Begun with the same limit and filters; null to match words alone. */
export async function retrieve(
  snapshot: Snapshot,
  plan: QuestionPlan,
  compared: Compared | null,
  { most = Infinity, isByMeaningAlone = false, isRaw = false, ...options }: RetrieveOptions,
): Promise<readonly Evidence[]> {
  const words = plan.terms.filter(isSearched).map(({ search }) => search)
  const [lexical, similar] = await Promise.all([
    isByMeaningAlone ? [] : snapshot.lexical(words, options),
    compared?.similar ?? [],
  ])
  const lexicalOf = new Map(lexical.map((candidate) => [candidate.passageId, candidate]))
  const cosineOf = new Map(similar.map(({ passageId, cosine }) => [passageId, cosine]))
  if (compared !== null) {
    const unknown = lexical.map(({ passageId }) => passageId).filter((id) => !cosineOf.has(id))
    for (const [id, cosine] of await snapshot.cosines(compared.vector, unknown))
      cosineOf.set(id, cosine)
  }
  const ids = [...new Set([...lexicalOf.keys(), ...cosineOf.keys()])]
  const candidates = [...(await snapshot.languages(ids))].map(
    ([passageId, language]): Candidate => ({
      passageId,
      lexical: lexicalOf.get(passageId)?.score ?? 0,
      coverage: lexicalOf.get(passageId)?.coverage ?? 0,
      cosine: cosineOf.get(passageId) ?? null,
      sameLanguage: language === plan.language,
    }),
  )
  const fused = await read(snapshot, fuse(candidates).slice(0, most))
  if (isByMeaningAlone || isRaw) return fused
  const ranked = rerank(fused, plan)
  const articles = await snapshot.articleScores(
    words,
    ranked.map(({ passage }) => passage.id),
  )
  return withArticles(ranked, articles, plan)
}

async function read(snapshot: Snapshot, fused: readonly Fused[]): Promise<readonly Evidence[]> {
  const passages = await snapshot.passages(fused.map(({ passageId }) => passageId))
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
  return fused.flatMap(({ passageId, score, lexical, coverage, cosine }) => {
    const passage = passageOf.get(passageId)
    return passage === undefined ? [] : [{ passage, score, lexical, coverage, cosine }]
  })
}
