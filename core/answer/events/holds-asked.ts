/**
 * Holding what is asked: whether a sentence, its passage and its title speak of what a question names.
 *
 * In:   a question and a weighed sentence.
 * Out:  yes or no: every name must be held, and of the whole weight more than half.
 */
import type { ScoredSentence } from '../choose-quotes.ts'
import type { QuestionPlan } from '../../question/plan.ts'

/** A weaker meeting is a likeness of words, not the thing itself. */
const held = 0.4
/** What happened is often told by another verb. */
const mostUnmet = 0.45

export function holdsAsked({ content }: QuestionPlan, { softAround }: ScoredSentence): boolean {
  const unmet = content.filter((_, at) => (softAround[at]?.strength ?? 0) < held)
  return (
    unmet.every(({ kind }) => kind !== 'name') &&
    unmet.reduce((sum, { weight }) => sum + weight, 0) <= mostUnmet
  )
}
