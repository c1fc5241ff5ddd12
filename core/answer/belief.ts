/**
 * Belief: how likely it is that the quotes hold the answer.
 *
 * In:     the question's terms, the quotes chosen for it, the evidence they came from.
 * Out:    a probability in (0, 1); below the threshold of the language pair the question is refused.
 * Source: logistic regression over a dozen features (`belief-weights.json`), fitted by `scripts/fit-answers.ts`.
 *
 * What a question names and no evidence holds weighs against an answer: a year, a name, its heaviest word.
 */
import type { LanguageCode } from '../article.ts'
import weights from './belief-weights.json' with { type: 'json' }
import type { QuoteDraft } from './choose-quotes.ts'
import { probability } from './linear-model.ts'
import type { ReadQuestion } from './sentence-features.ts'
import { better, coverOf, type Met } from './terms.ts'

export type BeliefFeature = keyof typeof weights.meaning.weights

export const beliefFeatureNames: readonly string[] = Object.keys(weights.meaning.weights)

export interface Belief {
  readonly probability: number
  readonly believed: boolean
  readonly features: Readonly<Record<BeliefFeature, number>>
}

export function believe(question: ReadQuestion, quotes: readonly QuoteDraft[]): Belief | null {
  const [first] = quotes
  if (first === undefined) return null
  const features = beliefFeatures(question, quotes, first)
  const model = first.evidence.cosine === null ? weights.words : weights.meaning
  const certainty = probability(model, features)
  const { sameLanguage, otherLanguage } = model.thresholds
  const threshold = isSameLanguage(question.language, first) ? sameLanguage : otherLanguage
  return { probability: certainty, believed: certainty >= threshold, features }
}

function beliefFeatures(
  { terms, asked, language }: ReadQuestion,
  quotes: readonly QuoteDraft[],
  first: QuoteDraft,
): Readonly<Record<BeliefFeature, number>> {
  const { features, met, metAround } = first.chosen
  const union = quotes.map(({ chosen }) => chosen.met).reduce(better)
  const around = quotes.map(({ chosen }) => chosen.metAround).reduce(better)
  const unmetAround = (is: (at: number) => boolean): number =>
    terms.reduce(
      (sum, { weight }, at) => (is(at) && strengthAt(around, at) === 0 ? sum + weight : sum),
      0,
    )
  const heaviest = Math.max(...terms.map(({ weight }) => weight))
  const other = isSameLanguage(language, first) ? 0 : 1
  const cosine = first.evidence.cosine ?? 0
  const bestCosine = Math.max(...quotes.map(({ chosen }) => chosen.features.sentenceCosine))
  const cover = coverOf(terms, met)
  return {
    cover,
    coverUnion: coverOf(terms, union),
    coverAround: coverOf(terms, metAround),
    heaviestMissing: unmetAround((at) => (terms[at]?.weight ?? 0) >= 0.95 * heaviest) > 0 ? 1 : 0,
    unseen: terms.reduce((sum, { weight, passages }) => (passages === 0 ? sum + weight : sum), 0),
    nameMissing: unmetAround((at) => terms[at]?.isName === true) > 0 ? 1 : 0,
    numberMissing: unmetAround((at) => terms[at]?.isNumber === true) > 0 ? 1 : 0,
    fit: features.fit,
    near: features.near,
    misfit: features.misfit,
    phrase: features.phrase,
    fewTerms: 1 / terms.length,
    definition: asked.kind === 'thing' ? 1 : 0,
    cosine,
    sentenceCosine: features.sentenceCosine,
    bestCosine,
    other,
    otherCosine: other * features.sentenceCosine,
    otherCover: other * cover,
    coverWithPrevious: features.coverWithPrevious,
    score: first.chosen.score / 10,
    otherScore: (other * first.chosen.score) / 10,
    closest: features.closest,
    unit: features.unit,
    unitNear: features.unitNear,
    unitMissing:
      asked.kind === 'number' && features.unit === 0 && terms.some(({ isUnit }) => isUnit) ? 1 : 0,
    elsewhere: unmetAround((at) => (terms[at]?.passages ?? 0) > 0),
    heaviestUnmet:
      Math.max(
        0,
        ...terms.map(({ weight }, at) =>
          strengthAt(around, at) === 0 ? weight * terms.length : 0,
        ),
      ) / 2,
    otherUnmet: other * unmetAround(() => true),
    nameUnmet: unmetAround((at) => terms[at]?.translations.length === 0),
  }
}

function strengthAt(met: readonly Met[], at: number): number {
  return met[at]?.strength ?? 0
}

function isSameLanguage(language: LanguageCode, { evidence }: QuoteDraft): boolean {
  return evidence.passage.language === language
}
