/**
 * Diversity: keeps evidence from being one article, one copied report or one language over and over.
 *
 * In:   evidence, best first, and the runs of words of each passage.
 * Out:  fewer of them, best first, at most `limit`.
 *
 * A copy is dropped only where its better twin stays. The best passage of another language is let in ahead of
 * the weakest when it comes near the best of all, so that same-language passages do not hide it.
 */
import type { Evidence } from '../question.ts'
import { containment, type Shingles } from './near-duplicates.ts'

export interface DiversifyOptions {
  readonly limit: number
  readonly passagesPerArticle: number
  /** Resemblance from which a passage of another article is a copy. @default 0.8 */
  readonly copyFrom?: number
  /** Share of the best score that earns another language a place. @default 0.5 */
  readonly otherLanguageFrom?: number
}

export function diversify(
  evidence: readonly Evidence[],
  shinglesOf: (evidence: Evidence) => Shingles,
  { limit, passagesPerArticle, copyFrom = 0.8, otherLanguageFrom = 0.5 }: DiversifyOptions,
): readonly Evidence[] {
  const kept: { readonly item: Evidence; readonly shingles: Shingles }[] = []
  const perArticle = new Map<string, number>()
  const waiting: Evidence[] = []
  for (const item of evidence) {
    if (kept.length === limit) {
      waiting.push(item)
      continue
    }
    const already = perArticle.get(item.passage.articleId) ?? 0
    if (already >= passagesPerArticle) continue
    const shingles = shinglesOf(item)
    const isCopy = kept.some(
      (other) =>
        other.item.passage.articleId !== item.passage.articleId &&
        containment(other.shingles, shingles) >= copyFrom,
    )
    if (isCopy) continue
    perArticle.set(item.passage.articleId, already + 1)
    kept.push({ item, shingles })
  }
  return letOtherLanguagesIn(
    kept.map(({ item }) => item),
    waiting,
    otherLanguageFrom,
  )
}

function letOtherLanguagesIn(
  kept: readonly Evidence[],
  waiting: readonly Evidence[],
  otherLanguageFrom: number,
): readonly Evidence[] {
  const present = new Set(kept.map(({ passage }) => passage.language))
  const floor = (kept[0]?.score ?? 0) * otherLanguageFrom
  const newcomers: Evidence[] = []
  for (const item of waiting) {
    if (item.score < floor || present.has(item.passage.language)) continue
    present.add(item.passage.language)
    newcomers.push(item)
  }
  return [...kept.slice(0, kept.length - newcomers.length), ...newcomers]
}
