/**
 * Figure groups: sources that give different figures for one thing, by figure.
 *
 * In:   weighed sentences, best first, of a question for a number.
 * Out:  groups by value, at least two and from two articles or more; null when all say the same.
 *
 * Figures of different days ("the toll has risen") carry the day of which they speak and stand in its order. Only
 * sentences that hold as much of the question as the best one count: another number of the same story is no dispute.
 */
import type { Span } from '../../article.ts'
import { dayNumber } from '../../language/dates/index.ts'
import { draftOf, repeats, type ScoredSentence } from '../choose-quotes.ts'
import type { DraftGroup } from './group-claims.ts'
import { figureValue } from './figure-value.ts'

const limits = {
  groups: 4,
  quotes: 2,
  reach: 2,
  /** Share of the best sentence's cover. */
  cover: 0.85,
  coverLeast: 0.5,
  /** Share of the best cosine among sentences. */
  cosine: 0.75,
  /** Days apart from which a figure is a later one rather than another one. */
  later: 3,
} as const

interface Figure {
  readonly one: ScoredSentence
  readonly value: string
  readonly claim: string
}

export function figureGroups(scored: readonly ScoredSentence[]): readonly DraftGroup[] | null {
  const [first] = scored
  if (first === undefined) return null
  const nearest = Math.max(...scored.map(({ features }) => features.sentenceCosine))
  const cover = Math.max(limits.coverLeast, limits.cover * first.features.coverWithPrevious)
  const figures = scored
    .filter(
      ({ score, features }) =>
        score >= first.score - limits.reach &&
        features.coverWithPrevious >= cover &&
        features.sentenceCosine >= limits.cosine * nearest,
    )
    .flatMap((one) => figureOf(one) ?? [])
  const byValue = [...Map.groupBy(figures, ({ value }) => value).values()]
  const articles = new Set(figures.map(({ one }) => articleOf(one)))
  if (byValue.length < 2 || articles.size < 2) return null
  const groups = byValue.slice(0, limits.groups).map(groupOf)
  return inDays(groups) ?? groups
}

function articleOf({ sentence }: ScoredSentence): string {
  return sentence.evidence.passage.articleId
}

function groupOf(figures: readonly Figure[]): DraftGroup {
  const drafts: DraftGroup['drafts'][number][] = []
  for (const { one } of figures) {
    const draft = draftOf(one)
    const isNew = drafts.every(
      (other) => articleOf(other.chosen) !== articleOf(one) && !repeats(other, draft),
    )
    if (isNew && drafts.length < limits.quotes) drafts.push(draft)
  }
  return { claim: figures[0]?.claim ?? '', eventDate: null, drafts }
}

/** The number that stands nearest to a word of the question. */
function figureOf(one: ScoredSentence): Figure | null {
  const { text, index } = one.sentence
  const met = one.met.flatMap(({ at }) => index.tokens[at] ?? [])
  const distance = (span: Span): number =>
    Math.min(...met.map(({ start, end }) => Math.max(start - span.end, span.start - end, 0)))
  const [span] = one.spans.toSorted((a, b) => distance(a) - distance(b))
  if (span === undefined) return null
  const claim = text.slice(span.start, span.end)
  const value = figureValue(claim)
  return value === null ? null : { one, value, claim }
}

/** With the day as of which each is told, when these lie apart; null when they are of the same days. */
function inDays(groups: readonly DraftGroup[]): readonly DraftGroup[] | null {
  const dated = groups.map((group) => {
    const days = group.drafts.flatMap(
      ({ evidence }) => evidence.passage.publishedAt?.slice(0, 10) ?? [],
    )
    return { ...group, eventDate: days.toSorted()[0] ?? null }
  })
  const days = dated.flatMap(({ eventDate }) => dayNumber(eventDate ?? '') ?? [])
  const isApart =
    days.length === groups.length && Math.max(...days) - Math.min(...days) > limits.later
  return isApart
    ? dated.toSorted((a, b) => (a.eventDate ?? '').localeCompare(b.eventDate ?? ''))
    : null
}
