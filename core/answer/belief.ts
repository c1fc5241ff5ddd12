/**
 * Belief: how likely it is that the quotes hold the answer.
 *
 * In:     the question, the quotes chosen for it.
 * Out:    a probability in (0, 1); below the threshold of the languages the question is refused.
 * Source: logistic regression over some thirty features (`belief-weights.json`), fitted by `scripts/fit-answers.ts` on
 *         questions that can be answered, that cannot, and whose articles were taken out of the archive. Where passages
 *         were read, a second one over its log odds and the reader's (`reading-weights.json`), fitted on the 450 `dev`
 *         questions of `data/training/news-questions.jsonl.gz`; one threshold for all languages, .33, at which 7 % of
 *         these are refused wrongly.
 */
import type { LanguageCode } from '../article.ts'
import type { Term } from '../question/term.ts'
import { beliefFeatures, type BeliefFeatures } from './belief-features.ts'
import weights from './belief-weights.json' with { type: 'json' }
import readingWeights from './reading-weights.json' with { type: 'json' }
import { sentencesOf, type QuoteDraft } from './choose-quotes.ts'
import { better } from './token-index.ts'
import { logit, probability } from './linear-model.ts'
import type { QuestionPlan } from '../question/plan.ts'

export interface Belief {
  readonly probability: number
  readonly believed: boolean
  readonly features: BeliefFeatures
}

/** @param surest - See `surestOf`; null where nothing was read. */
export function believe(
  question: QuestionPlan,
  quotes: readonly QuoteDraft[],
  surest: number | null,
): Belief | null {
  const [first] = quotes
  if (first === undefined) return null
  const features = beliefFeatures(question, quotes, first)
  const model = first.evidence.cosine === null ? weights.words : weights.meaning
  if (surest !== null) {
    const certainty = probability(readingWeights, {
      words: logit(model, features),
      reading: surest,
    })
    return { probability: certainty, believed: certainty >= readingWeights.threshold, features }
  }
  const certainty = probability(model, features)
  const threshold = thresholdFor(model.thresholds, question.language, features.other === 1)
  const believed = certainty >= threshold && isHeld(question, first)
  return { probability: certainty, believed, features }
}

/**
 * Whether the first quote and what stands around it hold at least half of the question's weight, and of what the
 * reader wrote now. A language without a stemmer, and an archive without vectors, meet too few of its words for that
 * to tell; where passages were read that tells more.
 */
function isHeld({ content, language }: QuestionPlan, first: QuoteDraft): boolean {
  if (!stemmed.has(language) || first.evidence.cosine === null) return true
  const around = sentencesOf(first)
    .map(({ softAround }) => softAround)
    .reduce(better)
  const held = (some: (term: Term) => boolean): boolean => {
    const whole = content.reduce((sum, term) => sum + (some(term) ? term.weight : 0), 0)
    const unmet = content.reduce(
      (sum, term, at) =>
        sum + (some(term) && (around[at]?.strength ?? 0) < trace ? term.weight : 0),
      0,
    )
    return unmet <= mostUnmet * whole
  }
  return held(() => true) && held(({ isCarried }) => !isCarried)
}

const stemmed: ReadonlySet<LanguageCode> = new Set(['ar', 'fa', 'en'])
/** A term of less strength is held in no form at all. */
const trace = 0.1
/** Own questions: .105 of the answerable are refused where terms below .3 count as unmet, .082 here, .078 without. */
const mostUnmet = 0.5

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
