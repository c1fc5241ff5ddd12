/**
 * Whole articles: a passage speaks for its article, the more so where a topic is given and nothing is asked.
 *
 * In:     evidence with scores in [0, 1], BM25 of the article of each passage, whether the question asks.
 * Out:    the same evidence, best first, scores in [0, 1].
 * Source: Callan 1994; Bendersky & Kurland 2008.
 */
import type { Evidence } from '../question.ts'
import type { QuestionPlan } from '../question/plan.ts'
import { depth } from './rerank.ts'

/** What the whole article weighs beside a passage's own score, which weighs 1. */
export const articleWeights = {
  topic: 3,
  headline: 0.3,
  question: 0.1,
} as const
/** Terms of a topic; more of them are a headline, which one passage tells. */
const longestTopic = 5

export function withArticles(
  evidence: readonly Evidence[],
  articles: ReadonlyMap<number, number>,
  { isTopic, content }: Pick<QuestionPlan, 'isTopic' | 'content'>,
): readonly Evidence[] {
  const best = Math.max(0, ...articles.values())
  if (best === 0) return evidence
  const kind = isTopic ? (content.length > longestTopic ? 'headline' : 'topic') : 'question'
  const weight = articleWeights[kind]
  return evidence
    .map((item, at) => {
      const isDeep = kind === 'question' && at >= depth
      const share = isDeep ? 0 : (articles.get(item.passage.id) ?? 0) / best
      return { ...item, score: (item.score + weight * share) / (1 + weight) }
    })
    .toSorted((a, b) => b.score - a.score)
}
