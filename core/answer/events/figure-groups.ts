/**
 * Figures: what sources say of one number: whether they differ, and which of them is the latest.
 *
 * In:   weighed sentences, best first, of a question for a number.
 * Out:  groups by value where sources of one day give different figures for one thing; the sentence with the newest
 *       figure where those of several days do; null for either where all say the same, or may speak of two things.
 *
 * A toll that rises from day to day is no dispute, nor is a number that another source rounds.
 */
import type { Span } from '../../article.ts'
import { fold } from '../../language/index.ts'
import { dayNumber } from '../../language/dates/index.ts'
import type { QuestionPlan } from '../../question/plan.ts'
import { draftOf, repeats, type ScoredSentence } from '../choose-quotes.ts'
import type { DraftGroup } from './group-claims.ts'
import { figureValue } from './figure-value.ts'
import { holdsAsked } from './holds-asked.ts'
import { dayOf } from './sentence-day.ts'

const limits = {
  groups: 4,
  quotes: 2,
  /** How far below the best, in log odds, a sentence still speaks of the same number. */
  reach: 3,
  /** Share of the best sentence's own cover. */
  cover: 0.85,
  /** Days within which reports are of one story. */
  story: 31,
  /** Part by which one figure may be off another that it rounds. */
  rounding: 0.05,
} as const

interface Figure {
  readonly one: ScoredSentence
  readonly value: string
  readonly claim: string
  /** The ISO day of its report; null where unknown. */
  readonly published: string | null
}

export function figureGroups(
  question: QuestionPlan,
  scored: readonly ScoredSentence[],
): readonly DraftGroup[] | null {
  const figures = figuresOfOneThing(question, scored)
  const days = new Set(figures.map(({ one }) => dayOf(one.sentence)))
  const reported = new Set(figures.map(({ published }) => published))
  const [day] = days
  if (days.size > 1 || reported.size > 1 || day?.length !== 10) return null
  const groups = grouped(figures)
  return groups.length < 2 ? null : groups.slice(0, limits.groups).map(groupOf)
}

/** null unless it differs from an older figure. */
export function latestFigure(
  question: QuestionPlan,
  scored: readonly ScoredSentence[],
): ScoredSentence | null {
  const figures = figuresOfOneThing(question, scored)
  const days = figures.map(({ published }) => dayNumber(published ?? ''))
  const [oldest, newest] = [Math.min(...days.map(Number)), Math.max(...days.map(Number))]
  const isOneStory = !days.includes(null) && newest - oldest <= limits.story
  if (!isOneStory || grouped(figures).length < 2) return null
  const latest = figures.filter((_, at) => days[at] === newest)
  return grouped(latest).length === 1 ? (latest[0]?.one ?? null) : null
}

/** One of each article, all in the same unit as the best; none unless two articles give one. */
function figuresOfOneThing(
  question: QuestionPlan,
  scored: readonly ScoredSentence[],
): readonly Figure[] {
  const [first] = scored
  if (first === undefined) return []
  const articles = new Set<string>()
  const figures: Figure[] = []
  for (const one of scored) {
    const { articleId, publishedAt } = one.sentence.evidence.passage
    const isSure =
      one.score >= first.score - limits.reach &&
      one.features.coverWithPrevious >= limits.cover * first.features.coverWithPrevious &&
      holdsAsked(question, one)
    const figure = isSure && !articles.has(articleId) ? figureOf(one) : null
    if (figure === null || (figures[0] && !isOfOneUnit(figures[0].claim, figure.claim))) continue
    articles.add(articleId)
    figures.push({ ...figure, one, published: publishedAt?.slice(0, 10) ?? null })
  }
  return figures
}

/** The number that stands nearest to a word of the question. */
function figureOf(one: ScoredSentence): Pick<Figure, 'value' | 'claim'> | null {
  const { text, index } = one.sentence
  const met = one.met.flatMap(({ at }) => index.tokens[at] ?? [])
  const distance = (span: Span): number =>
    Math.min(...met.map(({ start, end }) => Math.max(start - span.end, span.start - end, 0)))
  const [span] = one.spans.toSorted((a, b) => distance(a) - distance(b))
  if (span === undefined) return null
  const claim = text.slice(span.start, span.end)
  const value = figureValue(claim)
  return value === null ? null : { value, claim }
}

/** «٪» apart from none, "hours" from "months". */
function isOfOneUnit(a: string, b: string): boolean {
  const [units, others] = [unitsOf(a), unitsOf(b)]
  return (
    figureValue(a)?.endsWith('%') === figureValue(b)?.endsWith('%') &&
    (units.some((unit) => others.includes(unit)) || units.length + others.length === 0)
  )
}

function unitsOf(claim: string): readonly string[] {
  const words = fold(claim).match(/\p{L}{2,}/gu) ?? []
  return words.filter((word) => figureValue(word) === null)
}

function grouped(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const groups: Figure[][] = []
  for (const figure of figures) {
    const same = groups.find(([first]) => first !== undefined && isSame(first.value, figure.value))
    if (same === undefined) groups.push([figure])
    else same.push(figure)
  }
  return groups
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Number.parseFloat(a), Number.parseFloat(b)]
  return Math.abs(one - other) <= limits.rounding * Math.max(one, other)
}

function groupOf(figures: readonly Figure[]): DraftGroup {
  const drafts = figures
    .map(({ one }) => draftOf(one))
    .filter((draft, at, all) => !all.slice(0, at).some((other) => repeats(other, draft)))
  return {
    claim: figures[0]?.claim ?? '',
    eventDate: null,
    drafts: drafts.slice(0, limits.quotes),
  }
}
