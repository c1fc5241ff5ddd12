/**
 * Orders sentences by the time a question speaks of: the latest, the first, or what happened in a span of days.
 *
 * In:   the question, its events, and weighed sentences, best first.
 * Out:  the same sentences with scores that let the right time lead; as they are when the question names no time.
 *
 * Nothing is left out: where dates cannot be told, the words decide.
 */
import type { ScoredSentence } from './choose-quotes.ts'
import { dayOf } from './events/sentence-day.ts'
import { asksFor, asksNumber } from '../question/asked.ts'
import { latestFigure } from './events/figure-groups.ts'
import type { ToldEvent } from './events/cluster-events.ts'
import type { QuestionPlan } from '../question/plan.ts'
import { readTime, type TimeRange } from '../question/read-time.ts'

const weights = {
  /** What lies behind the sentence of the right time, in log odds. */
  behind: 2.1,
  inRange: 2,
  outOfRange: -2,
  /** How far below the best a sentence may score and still be the latest. */
  reach: 4,
} as const

export function inTime(
  question: QuestionPlan,
  events: readonly ToldEvent[],
  scored: readonly ScoredSentence[],
): readonly ScoredSentence[] {
  const { order } = question.asked
  const best = Math.max(...events.map(scoreOf))
  const near = events.filter((event) => scoreOf(event) >= best - weights.reach)
  const figure =
    asksNumber(question.asked) && order === null ? latestFigure(question, scored) : null
  if (figure !== null) return ledBy({ told: [figure] }, scored)
  if (order === 'latest') return ledBy(near.at(-1) ?? latestOf(scored), scored)
  // Elsewhere "first" is a word that the answer holds too.
  if (order === 'first' && asksFor(question.asked, 'when') && near[0] !== undefined)
    return ledBy(near[0], scored)
  const range = readTime(question.text, question.language) ?? deicticDay(question)
  return range === null ? scored : scored.map((one) => ranged(one, range)).toSorted(byScore)
}

function deicticDay({ content: terms }: QuestionPlan): TimeRange | null {
  const day = terms.find(({ isDeictic }) => isDeictic)?.time ?? null
  return day === null ? null : { from: day, to: day }
}

function scoreOf({ told }: ToldEvent): number {
  return Math.max(...told.map(({ score }) => score))
}

function ledBy(
  event: Pick<ToldEvent, 'told'> | null,
  scored: readonly ScoredSentence[],
): readonly ScoredSentence[] {
  if (event === null) return scored
  const best = scored[0]?.score ?? 0
  const leaders = new Set(event.told)
  const [first] = event.told.toSorted(byScore)
  if (first === undefined) return scored
  return [...(scored.includes(first) ? [] : [first]), ...scored]
    .map((one) => {
      if (one === first) return { ...one, score: Math.max(best, one.score) }
      return leaders.has(one) ? one : { ...one, score: Math.min(one.score, best) - weights.behind }
    })
    .toSorted(byScore)
}

/** Of what comes near the best, the sentence of the newest day told, else of publication. */
function latestOf(scored: readonly ScoredSentence[]): Pick<ToldEvent, 'told'> | null {
  const best = scored[0]?.score ?? 0
  const dated = scored
    .filter(({ score }) => score >= best - weights.reach)
    .flatMap((one) => {
      const { publishedAt } = one.sentence.evidence.passage
      const day = dayOf(one.sentence) ?? publishedAt?.slice(0, 10) ?? null
      return day === null ? [] : [{ one, day }]
    })
    .toSorted((a, b) => b.day.localeCompare(a.day) || b.one.score - a.one.score)
  const [newest] = dated
  return newest === undefined ? null : { told: [newest.one] }
}

function ranged(one: ScoredSentence, { from, to }: TimeRange): ScoredSentence {
  const day = dayOf(one.sentence)
  const { publishedAt } = one.sentence.evidence.passage
  const told = day ?? publishedAt?.slice(0, 7) ?? null
  if (told === null) return one
  // A month overlaps the range when it begins before its end and ends after its beginning.
  const isInside = told <= to && `${told}-99-99`.slice(0, 10) >= from.slice(0, 10)
  return { ...one, score: one.score + (isInside ? weights.inRange : weights.outOfRange) }
}

function byScore(a: ScoredSentence, b: ScoredSentence): number {
  return b.score - a.score
}
