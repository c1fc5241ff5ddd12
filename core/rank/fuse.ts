/**
 * Fusion: one score for each passage out of its lexical and its dense score.
 *
 * In:     candidates of both sides; a side may be empty.
 * Out:    every passage once, best first, scores in [0, 1]; ties keep the order of the lexical side.
 * Source: Bruch, Gai & Ingber 2022 (convex combination; it beat reciprocal-rank fusion on every set tried here).
 *
 * Normalisation: BM25 divided by the best BM25 of this question; the cosine, nothing below 0, by the best cosine.
 * Both therefore keep their true zero, and the best of each side stands at 1. Scores compare within one question
 * only: whether the question is answered at all is for `core/answer/belief.ts` to say.
 *
 * The weights in `fusion-weights.json` were chosen on development sets with `node scripts/fit-fusion.ts`.
 */
import shipped from './fusion-weights.json' with { type: 'json' }

/** How far the vectors count, in [0, 1]; the words count for the rest. */
export interface DenseWeights {
  /** When the words of some candidate cover the whole question… */
  readonly denseWhenCovered: number
  /** …and when no word of it was found; in between it moves along with the best candidate's coverage. */
  readonly denseWhenUncovered: number
}

export interface FusionWeights {
  readonly sameLanguage: DenseWeights
  readonly otherLanguage: DenseWeights
  /**
   * What a candidate gains by the share of the question it covers: BM25 alone lets one rare word, often repeated,
   * outweigh a passage that holds them all. From 0 up.
   */
  readonly coverage: number
}

export const fusionWeights: FusionWeights = shipped

export interface Candidate {
  readonly passageId: number
  /** Raw BM25 score, 0 when the lexical side did not return it. */
  readonly lexical: number
  readonly coverage: number
  /** null when unknown. */
  readonly cosine: number | null
  readonly sameLanguage: boolean
}

export interface Fused extends Candidate {
  readonly score: number
}

export function fuse(
  candidates: readonly Candidate[],
  weights: FusionWeights = fusionWeights,
): readonly Fused[] {
  const bestLexical = Math.max(0, ...candidates.map(({ lexical }) => lexical))
  const bestCosine = Math.max(0, ...candidates.map(({ cosine }) => cosine ?? 0))
  const covered = Math.max(0, ...candidates.map(({ coverage }) => coverage))
  const scored = candidates.map((candidate) => {
    const dense = bestCosine === 0 ? 0 : denseWeight(weights, candidate.sameLanguage, covered)
    const lexicalPart = bestLexical === 0 ? 0 : candidate.lexical / bestLexical
    const densePart = bestCosine === 0 ? 0 : Math.max(0, candidate.cosine ?? 0) / bestCosine
    const convex = (1 - dense) * lexicalPart + dense * densePart
    const score = (convex + weights.coverage * candidate.coverage) / (1 + weights.coverage)
    return { ...candidate, score }
  })
  return scored.toSorted((a, b) => b.score - a.score)
}

function denseWeight(weights: FusionWeights, sameLanguage: boolean, covered: number): number {
  const { denseWhenCovered, denseWhenUncovered } = sameLanguage
    ? weights.sameLanguage
    : weights.otherLanguage
  return denseWhenUncovered + (denseWhenCovered - denseWhenUncovered) * covered
}
