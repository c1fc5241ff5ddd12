/**
 * Article ranking: each article by its best passage.
 *
 * In:   evidence, best first.
 * Out:  every article once, best first.
 */
import type { Evidence } from '../question.ts'

export interface RankedArticle {
  readonly articleId: string
  readonly score: number
}

export function rankArticles(evidence: readonly Evidence[]): readonly RankedArticle[] {
  const best = new Map<string, number>()
  for (const { passage, score } of evidence) {
    if (!best.has(passage.articleId)) best.set(passage.articleId, score)
  }
  return [...best].map(([articleId, score]) => ({ articleId, score }))
}
