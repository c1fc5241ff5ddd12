/**
 * Belief: how likely it is that the quotes hold the answer.
 *
 * In:     the question, the quotes chosen for it.
 * Out:    a probability in (0, 1); below the threshold of the languages the question is refused.
 * Source: logistic regression over some thirty features (`belief-weights.json`), fitted by `scripts/fit-answers.ts` on
 *         questions that can be answered, that cannot, and whose articles were taken out of the archive.
 */
import type { LanguageCode } from '../article.ts'
import { beliefFeatures, type BeliefFeatures } from './belief-features.ts'
import weights from './belief-weights.json' with { type: 'json' }
import type { QuoteDraft } from './choose-quotes.ts'
import { probability } from './linear-model.ts'
import type { QuestionPlan } from '../question/plan.ts'

export interface Belief {
  readonly probability: number
  readonly believed: boolean
  readonly features: BeliefFeatures
}

export function believe(question: QuestionPlan, quotes: readonly QuoteDraft[]): Belief | null {
  const [first] = quotes
  if (first === undefined) return null
  const features = beliefFeatures(question, quotes, first)
  const model = first.evidence.cosine === null ? weights.words : weights.meaning
  const certainty = probability(model, features)
  const threshold = thresholdFor(model.thresholds, question.language, features.other === 1)
  return { probability: certainty, believed: certainty >= threshold, features }
}

type ByLanguage = Readonly<Record<string, number>> & { readonly others: number }

/** By language of the question; apart for quotes in that language and in another. */
export interface Thresholds {
  readonly within: ByLanguage
  readonly across: ByLanguage
}

export function thresholdFor(
  { within, across }: Thresholds,
  language: LanguageCode,
  isAcross: boolean,
): number {
  const thresholds = isAcross ? across : within
  return thresholds[language] ?? thresholds.others
}
