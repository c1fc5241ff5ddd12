/**
 * TREC run lines: `qid Q0 docid rank score tag`, the form trec_eval and ranx read.
 *
 * In:   a ranking, best first.
 * Out:  one line an article; scores strictly fall with rank, so that no tool reorders ties.
 */
import type { RankedArticle } from '../rank/rank-articles.ts'

export function trecLines(
  queryId: string,
  ranking: readonly RankedArticle[],
  tag: string,
): readonly string[] {
  let ceiling = Number.POSITIVE_INFINITY
  return ranking.map(({ articleId, score }, index) => {
    ceiling = Math.min(score, ceiling - 1e-6)
    return `${queryId} Q0 ${articleId} ${index + 1} ${ceiling.toFixed(6)} ${tag}`
  })
}
