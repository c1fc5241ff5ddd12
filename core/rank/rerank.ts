/**
 * Reranking: a second look at the best passages, at what their words tell together.
 *
 * In:   evidence by its fused score, best first; the plan of the question.
 * Out:  the same evidence, best first, scores in [0, 1] again.
 * Cost: reading at most `depth` passages, see `passage-features.ts`.
 *
 * The score is the weighted mean of the fused one and the features, so each weight reads as what a feature is worth
 * beside it. Past `depth` features count 0: what was not looked at never overtakes what was.
 * `node scripts/fit-rerank.ts` chooses the weights, apart for archives with and without vectors.
 */
import type { Evidence } from '../question.ts'
import { asksFor, asksNumber } from '../question/asked.ts'
import { isSearched } from '../question/term.ts'
import type { QuestionPlan } from '../question/plan.ts'
import {
  passageFeatureNames,
  indexForms,
  passageFeatures,
  type PassageFeatures,
} from './passage-features.ts'
import shipped from './rerank-weights.json' with { type: 'json' }

/** Beside the fused score, which weighs 1. From 0 up. */
export type RerankWeights = PassageFeatures

export const rerankWeights: Readonly<Record<'words' | 'meaning', RerankWeights>> = shipped

/** Passages looked at: deeper ones seldom come up, and each costs its reading. With 40 nDCG@10 was .001 higher. */
export const depth = 24

export function rerank(evidence: readonly Evidence[], plan: QuestionPlan): readonly Evidence[] {
  if (plan.terms.length === 0) return evidence
  const hasVectors = evidence.some(({ cosine }) => cosine !== null)
  const weights = rerankWeights[hasVectors ? 'meaning' : 'words']
  const whole = 1 + passageFeatureNames.reduce((sum, name) => sum + weights[name], 0)
  const features = featuresOf(evidence, plan)
  return evidence
    .map((item, at) => {
      const own = features[at]
      const gained =
        own === undefined
          ? 0
          : passageFeatureNames.reduce((sum, name) => sum + weights[name] * own[name], 0)
      return { ...item, score: (item.score + gained) / whole }
    })
    .toSorted((a, b) => b.score - a.score)
}

/** Of the first `depth`, in their order. */
export function featuresOf(
  evidence: readonly Evidence[],
  { terms, asked }: QuestionPlan,
): readonly PassageFeatures[] {
  const forms = indexForms(terms.filter(isSearched))
  // A time is told in numbers too.
  const wantsNumber = asksNumber(asked) || asksFor(asked, 'when')
  return evidence
    .slice(0, depth)
    .map(({ passage, cosine }) => passageFeatures(forms, wantsNumber, passage, cosine))
}
