/**
 * Sentence pool: what a sentence holds of the question that its rivals do not.
 *
 * In:   the weighed sentences of one question.
 * Out:  the same with their cover by what tells them apart: "lander" where every sentence names the mission.
 * Cost: O(sentences × terms).
 */
import type { Weighed } from './sentence-features.ts'
import type { QuestionPlan } from '../question/plan.ts'
import type { Term } from '../question/term.ts'
import { coverOf, type Met } from './token-index.ts'

export function amongRivals(
  { content: terms, language }: Pick<QuestionPlan, 'content' | 'language'>,
  pool: readonly Weighed[],
): readonly Weighed[] {
  const bySoft = telling(
    terms,
    pool.map(({ soft }) => soft),
  )
  const byWords = telling(
    terms,
    pool.map(({ met }) => met),
  )
  const locals = pool.map(({ soft }) => coverOf(bySoft, soft))
  const highest = Math.max(0, ...locals)
  return pool.map((weighed, at) => {
    const local = locals[at] ?? 0
    const other = weighed.sentence.index.language === language ? 0 : 1
    const features = {
      ...weighed.features,
      local,
      localHard: coverOf(byWords, weighed.met),
      localGap: local - highest,
      otherLocal: other * local,
    }
    return { ...weighed, features }
  })
}

/** The terms weighed anew by how few of the sentences hold them. */
function telling(terms: readonly Term[], mets: readonly (readonly Met[])[]): readonly Term[] {
  const weights = terms.map(({ weight }, at) => {
    const holding = mets.reduce((sum, met) => sum + (met[at]?.strength ?? 0), 0)
    return weight * Math.max(0.05, Math.log((mets.length + 1) / (holding + 0.5)))
  })
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return terms.map((term, at) => ({ ...term, weight: (weights[at] ?? 0) / whole }))
}
