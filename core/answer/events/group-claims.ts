/**
 * Claim groups: evidence that tells of several events, or gives several figures, laid side by side.
 *
 * In:   the question, its events, and weighed sentences, best first.
 * Out:  drafts grouped by the day of the event (oldest first) or by figure, at least two groups; null when all
 *       tells of one thing.
 */
import { draftOf, repeats, type QuoteDraft, type ScoredSentence } from '../choose-quotes.ts'
import type { QuestionPlan } from '../../question/plan.ts'
import { readTime } from '../../question/read-time.ts'
import { figureGroups } from './figure-groups.ts'
import { asksFor, asksNumber } from '../../question/asked.ts'
import type { ToldEvent } from './cluster-events.ts'
import { happensOnce } from './happens-once.ts'
import { holdsAsked } from './holds-asked.ts'

export interface DraftGroup {
  /** The figure in its source's words, or the day. */
  readonly claim: string
  readonly eventDate: string | null
  readonly drafts: readonly QuoteDraft[]
}

const limits = {
  groups: 5,
  quotes: 2,
  /** How far below the best sentence, in log odds, one may score and still tell of what is asked. */
  reach: 5.6,
} as const

export function groupClaims(
  question: QuestionPlan,
  events: readonly ToldEvent[],
  scored: readonly ScoredSentence[],
): readonly DraftGroup[] | null {
  const { order } = question.asked
  if (asksNumber(question.asked)) return figureGroups(question, scored)
  const isOneTime =
    order !== null ||
    happensOnce(question.text) ||
    readTime(question.text, question.language) !== null
  return asksFor(question.asked, 'when') && !isOneTime
    ? eventGroups(sure(question, events, scored))
    : null
}

/** What is laid side by side as events has a day told, and speaks of all that is asked in every sentence of it. */
function sure(
  question: QuestionPlan,
  events: readonly ToldEvent[],
  scored: readonly ScoredSentence[],
): readonly ToldEvent[] {
  const least = (scored[0]?.score ?? 0) - limits.reach
  return events.flatMap((event) => {
    const told = event.told.filter((one) => one.score >= least && holdsAsked(question, one))
    return told.length === 0 || event.eventDate.length < 10 ? [] : [{ ...event, told }]
  })
}

function eventGroups(events: readonly ToldEvent[]): readonly DraftGroup[] | null {
  const articles = new Set(
    events.flatMap(({ told }) => told.map(({ sentence }) => sentence.evidence.passage.articleId)),
  )
  // One article that names several days tells one story.
  if (events.length < 2 || articles.size < 2) return null
  const shown = new Set(events.toSorted((a, b) => best(b) - best(a)).slice(0, limits.groups))
  const taken: QuoteDraft[] = []
  return events
    .filter((event) => shown.has(event))
    .flatMap(({ eventDate, told }) => {
      const drafts: QuoteDraft[] = []
      for (const draft of told.map(draftOf)) {
        if (drafts.length === limits.quotes) break
        const isShown = taken.some((other) => isSamePlace(other, draft))
        if (isShown || drafts.some((other) => repeats(other, draft))) continue
        drafts.push(draft)
      }
      taken.push(...drafts)
      return drafts.length === 0 ? [] : [{ claim: eventDate, eventDate, drafts }]
    })
}

function best({ told }: ToldEvent): number {
  return Math.max(...told.map(({ score }) => score))
}

function isSamePlace(a: QuoteDraft, b: QuoteDraft): boolean {
  const isSameArticle = a.evidence.passage.articleId === b.evidence.passage.articleId
  return isSameArticle && a.start < b.end && b.start < a.end
}
