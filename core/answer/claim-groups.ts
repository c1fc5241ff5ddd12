/**
 * Claim groups: evidence that tells of several events, or gives several figures, laid side by side.
 *
 * In:   scored sentences, best first, and what is asked.
 * Out:  drafts grouped by the day of the event (oldest first) or by figure, at least two groups; null when all
 *       tells of one thing.
 *
 * Only sentences that come near the best count, so that a passing mention makes no group of its own.
 */
import type { Asked } from './asked.ts'
import { draftOf, type QuoteDraft, type ScoredSentence } from './choose-quotes.ts'
import { eventDateOf } from './event-date.ts'
import type { Sentence } from './sentence.ts'

export interface DraftGroup {
  /** The figure in its source's words, or the day. */
  readonly claim: string
  readonly eventDate: string | null
  readonly drafts: readonly QuoteDraft[]
}

const limits = {
  groups: 6,
  quotes: 2,
  /** How far below the best, in log odds, a sentence may score and still tell of one of the events asked for. */
  reach: 3.2,
  orderReach: 4.5,
  figureReach: 1.5,
  figures: 4,
  /** Share of the best cosine below which a sentence tells of something else that the same people did. */
  cosineShare: 0.72,
} as const

export function groupClaims(
  asked: Asked,
  scored: readonly ScoredSentence[],
): readonly DraftGroup[] | null {
  if (asked.kind === 'date' && asked.order === null) return groupsByDay(scored)
  return asked.kind === 'number' ? groupsByFigure(scored) : null
}

/** The latest, or the first, of what comes near the best; the list as it is when no day is known. */
export function inOrder(
  asked: Asked,
  scored: readonly ScoredSentence[],
): readonly ScoredSentence[] {
  if (asked.order === null || (asked.order === 'first' && asked.kind !== 'date')) return scored
  const best = scored[0]?.score ?? 0
  const nearest = Math.max(...scored.map(({ features }) => features.sentenceCosine))
  const near = scored.filter(
    ({ score, features }) =>
      score >= best - limits.orderReach && features.sentenceCosine >= limits.cosineShare * nearest,
  )
  const dated = near.flatMap((one) => {
    const day = dayOf(one.sentence) ?? (asked.kind === 'date' ? null : publishedOn(one.sentence))
    return day === null || day.length < 10 ? [] : [{ one, day }]
  })
  const sign = asked.order === 'latest' ? -1 : 1
  const ordered = dated
    .toSorted((a, b) => sign * a.day.localeCompare(b.day) || b.one.score - a.one.score)
    .map(({ one }) => one)
  const [first] = ordered
  if (first === undefined) return scored
  // It leads; the rest keeps its order and stays below it.
  const rest = scored.filter((one) => one !== first)
  return [
    { ...first, score: best },
    ...rest.map((one) => ({ ...one, score: one.score - limits.reach / 2 })),
  ]
}

/** A heading that is nothing but a day and a place gives its day to the sentence below it. */
export function dayOf(sentence: Sentence): string | null {
  const { language, publishedAt } = sentence.evidence.passage
  const own = eventDateOf(sentence.text, language, publishedAt)
  const { previous } = sentence
  if (own !== null || previous === null || previous.index.tokens.length > headingWords) return own
  return eventDateOf(previous.text, language, publishedAt)
}

export const headingWords = 6

function publishedOn({ evidence }: Sentence): string | null {
  return evidence.passage.publishedAt?.slice(0, 10) ?? null
}

function groupsByDay(scored: readonly ScoredSentence[]): readonly DraftGroup[] | null {
  const best = scored[0]?.score ?? 0
  const byDay = new Map<string, QuoteDraft[]>()
  const nearest = Math.max(...scored.map(({ features }) => features.sentenceCosine))
  for (const one of scored) {
    if (one.score < best - limits.reach) break
    if (one.features.sentenceCosine < limits.cosineShare * nearest) continue
    const day = dayOf(one.sentence)
    if (day === null || day.length < 10) continue
    addDraft(byDay, day, one)
  }
  if (byDay.size < 2) return null
  const groups = [...byDay].slice(0, limits.groups)
  return groups
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([eventDate, drafts]) => ({ claim: eventDate, eventDate, drafts }))
}

function groupsByFigure(scored: readonly ScoredSentence[]): readonly DraftGroup[] | null {
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
