/**
 * Retrieval: the passages that may answer a question, with every score known of them.
 *
 * In:   one snapshot of an index, a question with its vector or none.
 * Out:  evidence, best first; the same snapshot and question give the same list.
 *
 * Both sides are asked at once. A passage that one side brought gets the other side's true score where that is
 * cheap: a cosine is one product of vectors, a BM25 score is not and stays 0. The best are then looked at again.
 */
import type { LanguageCode } from '../article.ts'
import type { Snapshot } from '../engine/search-engine.ts'
import type { Evidence, QuestionFilters } from '../question.ts'
import { fuse, type Candidate, type Fused } from './fuse.ts'
import { rerank } from './rerank.ts'

export type SearchSide = 'lexical' | 'semantic' | 'hybrid'

export interface RetrieveOptions {
  /** Candidates taken from each side. */
  readonly limit: number
  readonly filters?: QuestionFilters
  /** Evidence at the most: what falls behind is not read. @default all */
  readonly most?: number
  /** @default 'hybrid' */
  readonly side?: SearchSide
  /** Leaves out the second look at the best passages, as fitting does. @default false */
  readonly isRaw?: boolean
}

export interface SoughtQuestion {
  readonly text: string
  readonly language: LanguageCode
  /** See `questionVector`; null to match words alone. */
  readonly vector: Float32Array | null
}

export async function retrieve(
  snapshot: Snapshot,
  question: SoughtQuestion,
  { limit, filters, most = Infinity, side = 'hybrid', isRaw = false }: RetrieveOptions,
): Promise<readonly Evidence[]> {
  const options = filters === undefined ? { limit } : { limit, filters }
  const { vector } = question
  // Vectors first: they may be compared in a thread beside while words are looked up in this one.
  const [similar, lexical] = await Promise.all([
    vector === null ? [] : snapshot.similar(vector, options),
    side === 'semantic' ? [] : snapshot.lexical(question.text, question.language, options),
  ])
  const lexicalOf = new Map(lexical.map((candidate) => [candidate.passageId, candidate]))
  const cosineOf = new Map(similar.map(({ passageId, cosine }) => [passageId, cosine]))
  if (vector !== null) {
    const unknown = lexical.map(({ passageId }) => passageId).filter((id) => !cosineOf.has(id))
    for (const [id, cosine] of await snapshot.cosines(vector, unknown)) cosineOf.set(id, cosine)
  }
  const ids = [...new Set([...lexicalOf.keys(), ...cosineOf.keys()])]
  const candidates = [...(await snapshot.languages(ids))].map(
    ([passageId, language]): Candidate => ({
      passageId,
      lexical: lexicalOf.get(passageId)?.score ?? 0,
      coverage: lexicalOf.get(passageId)?.coverage ?? 0,
      cosine: cosineOf.get(passageId) ?? null,
      sameLanguage: language === question.language,
    }),
  )
  const fused = await read(snapshot, fuse(candidates).slice(0, most))
  if (side === 'semantic' || isRaw) return fused
  const terms = await snapshot.terms(question.text, question.language)
  return rerank(fused, question.text, terms)
}

async function read(snapshot: Snapshot, fused: readonly Fused[]): Promise<readonly Evidence[]> {
  const passages = await snapshot.passages(fused.map(({ passageId }) => passageId))
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
  return fused.flatMap(({ passageId, score, lexical, coverage, cosine }) => {
    const passage = passageOf.get(passageId)
    return passage === undefined ? [] : [{ passage, score, lexical, coverage, cosine }]
  })
}
