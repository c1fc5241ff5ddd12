/**
 * Figure groups: sources that give different figures for one thing, by figure.
 */
import { draftOf, type QuoteDraft, type ScoredSentence } from '../choose-quotes.ts'
import type { ReadQuestion } from '../sentence-features.ts'
import type { DraftGroup } from './group-claims.ts'

const limits = { quotes: 2, figureReach: 1.5, figures: 4 } as const

export function figureGroups(
  _: ReadQuestion,
  scored: readonly ScoredSentence[],
): readonly DraftGroup[] | null {
  const [first] = scored
  if (first === undefined) return null
  const byFigure = new Map<string, QuoteDraft[]>()
  const claims = new Map<string, string>()
  for (const one of scored) {
    const isNear =
      one.score >= first.score - limits.figureReach &&
      one.features.coverWithPrevious >= 0.85 * first.features.coverWithPrevious
    const [span] = one.spans
    if (!isNear || span === undefined) continue
    const claim = one.sentence.text.slice(span.start, span.end)
    const figure = figureOf(one, span.start)
    if (!claims.has(figure)) claims.set(figure, claim)
    addDraft(byFigure, figure, one)
  }
  const sources = new Set(
    [...byFigure.values()].flat().map(({ evidence }) => evidence.passage.articleId),
  )
  if (byFigure.size < 2 || sources.size < 2) return null
  return [...byFigure].slice(0, limits.figures).map(([figure, drafts]) => ({
    claim: claims.get(figure) ?? figure,
    eventDate: null,
    drafts,
  }))
}

function figureOf({ sentence }: ScoredSentence, start: number): string {
  const token = sentence.index.tokens.find((one) => one.start >= start)
  return token?.surface ?? ''
}

/** One quote an outlet, at most two a group. */
function addDraft(groups: Map<string, QuoteDraft[]>, key: string, one: ScoredSentence): void {
  const drafts = groups.get(key) ?? []
  const draft = draftOf(one)
  const isTaken = [...groups.values()]
    .flat()
    .some(
      (other) =>
        other.evidence.passage.articleId === draft.evidence.passage.articleId &&
        other.start < draft.end &&
        draft.start < other.end,
    )
  const { articleId } = draft.evidence.passage
  const known = drafts.some(({ evidence }) => evidence.passage.articleId === articleId)
  if (isTaken || known || drafts.length === limits.quotes) return
  groups.set(key, [...drafts, draft])
}
