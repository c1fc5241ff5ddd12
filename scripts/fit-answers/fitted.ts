/** The two models fitted on cases, and the thresholds below which a question is refused. */
import { choice } from '../../core/answer/answerer.ts'
import { believe, type Thresholds } from '../../core/answer/belief.ts'
import {
  beliefFeatureNames,
  beliefSigns,
  type BeliefFeatures,
} from '../../core/answer/belief-features.ts'
import { chooseQuotes } from '../../core/answer/choose-quotes.ts'
import { logit, probability, type LinearModel } from '../../core/answer/linear-model.ts'
import { sentenceFeatureNames } from '../../core/answer/sentence-features.ts'
import type { SearchMode } from '../../core/question.ts'
import { fitChoice, fitLogistic, type ChoiceGroup, type LabelledRow } from '../../core/eval/fit.ts'
import { folds, type Case } from './cases.ts'

/** A question of one's own weighs more than one of a set that has hundreds. */
const ownWeight = 3
/** There are fewer of them than of those whose article was taken out. */
const weightOfUnanswerable = 2

/**
 * Share of answerable questions that may be refused. Persian has hundreds of near-topic questions to weigh against,
 * which show what a higher one buys there: docs/decisions/0017. By words alone it buys too little.
 */
const refusable: Readonly<Record<SearchMode, Readonly<Record<string, number>>>> = {
  hybrid: { fa: 0.13 },
  'keyword-only': {},
}
const refusableElsewhere = 0.055
/** What is believed less than one time in ten is no answer, whatever it would save; words alone are sure of less. */
const least: Readonly<Record<SearchMode, number>> = { hybrid: 0.1, 'keyword-only': 0.08 }
/** A threshold rests on so many questions at least. */
const enough = 15

export interface Models {
  readonly sentence: LinearModel
  readonly belief: LinearModel
}

export interface Outcome {
  readonly one: Case
  /** Whether the quotes hold the answer. */
  readonly holds: boolean
  readonly features: BeliefFeatures
}

export interface Measured extends Outcome {
  readonly certainty: number
}

export function fitted(cases: readonly Case[]): Models {
  const groups = cases.flatMap(({ considered, isRight, kind, isOwn }): readonly ChoiceGroup[] => {
    if (kind !== 'answerable') return []
    const candidates = considered.scored.map(({ features, sentence }) => ({
      features,
      isRight: isRight(sentence.text, sentence.evidence.passage.articleId),
    }))
    const weight = isOwn ? ownWeight : 1
    return candidates.some((candidate) => candidate.isRight) ? [{ candidates, weight }] : []
  })
  const sentence = {
    ...fitChoice(groups, { names: sentenceFeatureNames, l2: 0.002, steps: 400 }),
    bias: 0,
  }
  const rows = cases
    .flatMap((one) => outcomeOf(one, sentence) ?? [])
    .map(({ one, holds, features }): LabelledRow => {
      const weight =
        (one.isOwn ? ownWeight : 1) * (one.kind === 'unanswerable' ? weightOfUnanswerable : 1)
      return { features, label: one.kind === 'answerable' && holds ? 1 : 0, weight }
    })
  const options = { names: beliefFeatureNames, signs: beliefSigns, l2: 0.001 }
  return { sentence, belief: fitLogistic(rows, options) }
}

/** Each case by the models that were fitted on the other folds. */
export function crossMeasured(cases: readonly Case[]): readonly Measured[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const models = fitted(cases.filter((one) => one.fold !== fold))
    return cases
      .filter((one) => one.fold === fold)
      .flatMap((one) => {
        const outcome = outcomeOf(one, models.sentence)
        return outcome === null
          ? []
          : [{ ...outcome, certainty: probability(models.belief, outcome.features) }]
      })
  })
}

/** null where nothing was found, and where an archive without the article knows the answer all the same. */
function outcomeOf(one: Case, model: LinearModel): Outcome | null {
  const { considered, isRight, kind } = one
  const scored = considered.scored
    .map((weighed) => ({ ...weighed, score: logit(model, weighed.features) }))
    .toSorted((a, b) => b.score - a.score)
  const quotes = chooseQuotes(considered.question, scored, choice.quotes)
  const belief = believe(considered.question, quotes, null)
  const holds = quotes.some(({ quote, evidence }) => isRight(quote, evidence.passage.articleId))
  return belief === null || (kind === 'held-out' && holds)
    ? null
    : { one, holds, features: belief.features }
}

/** By what was measured across folds: the highest at which no more than the allowed share is refused wrongly. */
export function thresholdsFrom(measured: readonly Measured[], mode: SearchMode): Thresholds {
  const answerable = measured.filter(({ one }) => one.kind === 'answerable')
  return {
    within: byLanguage(
      answerable.filter(({ features }) => features.other === 0),
      refusable[mode],
      least[mode],
    ),
    across: byLanguage(
      answerable.filter(({ features }) => features.other === 1),
      {},
      least[mode],
    ),
  }
}

function byLanguage(
  measured: readonly Measured[],
  allowed: Readonly<Record<string, number>>,
  lowest: number,
): Readonly<Record<string, number>> & { readonly others: number } {
  const known = ['ar', 'fa', 'en']
  const groups = Map.groupBy(measured, ({ one }) => {
    const { language } = one.considered.question
    return known.includes(language) ? language : 'others'
  })
  const own = [...groups]
    .filter(([, all]) => all.length >= enough)
    .map(
      ([name, all]) => [name, quantile(all, allowed[name] ?? refusableElsewhere, lowest)] as const,
    )
  return { others: quantile(measured, refusableElsewhere, lowest), ...Object.fromEntries(own) }
}

/** Of one's own questions where there are enough of them, together with those of the sets in their proportion. */
function quantile(measured: readonly Measured[], share: number, lowest: number): number {
  const weighed = measured
    .map(({ certainty, one }) => ({ certainty, weight: one.isOwn ? ownWeight : 1 }))
    .toSorted((a, b) => a.certainty - b.certainty)
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0)
  let passed = 0
  for (const { certainty, weight } of weighed) {
    passed += weight
    if (passed > share * whole) return Math.max(lowest, Math.floor(certainty * 1000) / 1000)
  }
  return lowest
}
