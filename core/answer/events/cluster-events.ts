/**
 * Event clusters: gathers sentences that tell of the same day into one event.
 *
 * In:   sentences with the day or month each of them tells.
 * Out:  events, oldest first; sentences of an event by different articles, best first.
 */
import { dayNumber } from '../../language/dates/index.ts'
import type { ScoredSentence } from '../choose-quotes.ts'

export interface ToldEvent {
  /** `YYYY-MM-DD`, or `YYYY-MM` where no source tells the day. */
  readonly eventDate: string
  /** Of different articles, best first. */
  readonly told: readonly ScoredSentence[]
}

export interface Told {
  readonly one: ScoredSentence
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly date: string
  /** Told by an article that reports the event itself. */
  readonly isNews: boolean
}

/** Days next to each other are one event: midnight lies elsewhere for each outlet. A month joins a day of it. */
export function clustered(told: readonly Told[]): readonly ToldEvent[] {
  const days = told
    .filter(({ date }) => date.length === 10)
    .toSorted((a, b) => a.date.localeCompare(b.date))
  const clusters: Told[][] = []
  for (const item of days) {
    const last = clusters.at(-1)
    const previous = last?.at(-1)
    const gap = previous === undefined ? 9 : dayGap(previous.date, item.date)
    if (last !== undefined && gap <= 1) last.push(item)
    else clusters.push([item])
  }
  for (const item of told.filter(({ date }) => date.length === 7)) {
    const same = clusters.find((cluster) => cluster.some(({ date }) => date.startsWith(item.date)))
    if (same === undefined) clusters.push([item])
    else same.push(item)
  }
  return clusters.map(eventFrom).toSorted((a, b) => a.eventDate.localeCompare(b.eventDate))
}

function eventFrom(cluster: readonly Told[]): ToldEvent {
  const articles = new Set<string>()
  // A source that tells the day comes before one that tells the month alone.
  const best = cluster.toSorted(
    (a, b) => b.date.length - a.date.length || b.one.score - a.one.score,
  )
  const told = best.filter(({ one }) => {
    const { articleId } = one.sentence.evidence.passage
    const isNew = !articles.has(articleId)
    articles.add(articleId)
    return isNew
  })
  const counts = new Map<string, number>()
  for (const { date } of told) counts.set(date, (counts.get(date) ?? 0) + 1)
  const eventDate = told
    .map(({ date }) => date)
    .reduce((a, b) =>
      b.length > a.length || (b.length === a.length && (counts.get(b) ?? 0) > (counts.get(a) ?? 0))
        ? b
        : a,
    )
  return { eventDate, told: told.map(({ one }) => one) }
}

function dayGap(a: string, b: string): number {
  return Math.abs((dayNumber(a) ?? 0) - (dayNumber(b) ?? 0))
}
