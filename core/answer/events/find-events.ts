/**
 * Event finder: the days on which happened what a question asks for, each with the sentences that tell of it.
 *
 * In:   the question and every weighed sentence, best first.
 * Out:  events, oldest first; sentences of an event best first. One event, or none, for most questions.
 *
 * Two kinds of sentences date an event. News: an article whose title and opening speak of what is asked tells of one
 * event, in the days before its publication. Mentions: a sentence that holds nearly all of the question and a date.
 * What merely names the same people on some other day is neither.
 */
import { dayNumber } from '../../language/dates/index.ts'
import type { ScoredSentence } from '../choose-quotes.ts'
import type { QuestionPlan } from '../../question/plan.ts'
import { coverOf } from '../token-index.ts'
import { clustered, type Told, type ToldEvent } from './cluster-events.ts'
import {
  coversOf,
  isAbout,
  isNear,
  isTitled,
  relevance,
  tells,
  type Covers,
} from './event-relevance.ts'
import { dayOf } from './sentence-day.ts'

const limits = {
  /** How many days after an event it is still news. */
  newsDays: 8,
  /** How far below the best news, in log odds, an event still counts. */
  reach: 6.1,
  /** Share of the measures of relevance that will do for a second voice. */
  ease: 0.8,
} as const

export function findEvents(
  question: QuestionPlan,
  scored: readonly ScoredSentence[],
): readonly ToldEvent[] {
  const covers = coversOf(question, scored)
  const byArticle = Map.groupBy(scored, ({ sentence }) => sentence.evidence.passage.articleId)
  const told = [...byArticle.values()].flatMap((sentences) => {
    const news = newsOf(question, sentences, covers, 1)
    const mentions = mentionsOf(question, sentences, covers)
    // Of the days just before it an article reports one; what else it names of them is beside the matter.
    return [...news, ...(news.length === 0 ? mentions : mentions.filter((one) => !isRecent(one)))]
  })
  const news = told.filter(({ isNews }) => isNews).map(({ one }) => one.score)
  const floor = Math.max(...news) - limits.reach
  const sure = told.filter(({ one, date }) => one.score >= floor || date.length === 7)
  // What is too weak to make an event may still be a second voice on a day that others tell of.
  const days = new Set(sure.map(({ date }) => date))
  const further = [...byArticle.values()]
    .flatMap((sentences) => newsOf(question, sentences, covers, limits.ease))
    .filter(({ one, date }) => days.has(date) && !sure.some((other) => other.one === one))
  return clustered([...sure, ...further])
}

function isRecent({ one, date }: Told): boolean {
  const published = dayNumber(one.sentence.evidence.passage.publishedAt ?? '')
  return published !== null && (dayNumber(date) ?? 0) >= published - limits.newsDays
}

function isOfOpening({ sentence }: ScoredSentence): boolean {
  return sentence.evidence.passage.ordinal === 0
}

function newsOf(
  question: QuestionPlan,
  sentences: readonly ScoredSentence[],
  covers: Covers,
  ease: number,
): readonly Told[] {
  const [first] = sentences
  const passage = first?.sentence.evidence.passage
  const published = dayNumber(passage?.publishedAt ?? '')
  if (passage === undefined || published === null) return []
  if (!isAbout(sentences, covers, ease)) return []
  const titled = isTitled(question, passage, covers)
  // Under such a title any sentence that touches the question tells of it.
  const tellsNews = (one: ScoredSentence): boolean =>
    titled
      ? one.features.cover >= relevance.titled
      : isNear(one, covers, ease) && tells(one, covers, ease)
  const datedBy = (isTelling: (one: ScoredSentence) => boolean) =>
    sentences.flatMap((one) => {
      const date = isTelling(one) ? dayOf(one.sentence) : null
      const day = date === null ? null : dayNumber(date)
      const isNews = day !== null && day <= published && day >= published - limits.newsDays
      return date !== null && isNews ? [{ one, date, isNews }] : []
    })
  const sure = datedBy(tellsNews)
  // In another language its opening meets fewer words, and tells the day all the same.
  const dated =
    sure.length > 0 || !titled
      ? sure
      : datedBy((one) => isOfOpening(one) && one.features.cover >= relevance.titledOpening)
  // A report leads with what happened; what it adds of other days comes after.
  const best = dated.toSorted((a, b) => a.one.sentence.start - b.one.sentence.start)[0]
  if (best !== undefined) return [best]
  return titled ? undatedNews(sentences) : []
}

/** News that says no day, under a title that says what is asked: it happened in the month of publication. */
function undatedNews(sentences: readonly ScoredSentence[]): readonly Told[] {
  const one = sentences.find((each) => isOfOpening(each) && each.sentence.ordinal === 0)
  const { publishedAt } = one?.sentence.evidence.passage ?? {}
  if (one === undefined || publishedAt == null) return []
  return [{ one, date: publishedAt.slice(0, 7), isNews: true }]
}

function mentionsOf(
  { content: terms }: QuestionPlan,
  sentences: readonly ScoredSentence[],
  covers: Covers,
): readonly Told[] {
  return sentences.flatMap((one) => {
    const cover = coverOf(terms, one.met)
    const best = covers.sentence.get(one.sentence.index.language) ?? 0
    const isMention = cover >= relevance.mention * best && cover >= relevance.mentionLeast
    if (!isMention || !isNear(one, covers, 1)) return []
    const date = dayOf(one.sentence)
    return date === null || date.length < 7 ? [] : [{ one, date, isNews: false }]
  })
}
