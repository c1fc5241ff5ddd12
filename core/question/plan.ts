/**
 * Question plan: one reading of a question, made once and handed to search, second look, choice of sentences, belief
 * and refusal alike.
 *
 * In:   a checked question, a translator or none, the ISO day of asking; then what the index knows of the terms.
 * Out:  what is asked, of what time, the terms with their forms and weights, and what was carried over from before;
 *       no terms for what is said to the bot.
 * Cost: one analysis and one translation of the question; the index is asked for statistics once.
 *
 * It is made in two steps: a draft needs no index, so a vector can be compared while the index counts.
 */
import type { LanguageCode } from '../article.ts'
import { asksFor, type Asked } from './asked.ts'
import { askedDays } from './asked-day.ts'
import { isToTheBot } from './to-the-bot.ts'
import { analyse, type Token } from '../language/index.ts'
import type { Translate } from '../language/lexicon/index.ts'
import type { Question } from '../question.ts'
import { asksNothing, linksIn } from './asks-nothing.ts'
import { draftTerms, type TermDraft } from './draft-terms.ts'
import { resolveFollowUp, type FollowUp } from './follow-up.ts'
import type { Meaning } from './leaning.ts'
import { countedTerm, type SearchTerm, type Term, type TermStatistics } from './term.ts'
import type { NamedTime } from './named-time.ts'
import { questionDates } from './question-dates.ts'
import { weighTerms } from './weigh-terms.ts'

export interface QuestionPlan {
  /** What is searched for: the question, with what it leans on. */
  readonly text: string
  readonly language: LanguageCode
  readonly asked: Asked
  /** Whether it asks nothing: a headline, a name, "news of the harbour". */
  readonly isTopic: boolean
  /** In order of the text, each stem once. */
  readonly terms: readonly Term[]
  /** The terms that an answer should hold: all but helpers. */
  readonly content: readonly Term[]
  /** What was carried over from the question before; null where it stands alone. */
  readonly topic: FollowUp | null
  /** Articles that an answer is rather looked for in: those cited before, where the question goes on from them. */
  readonly preferred: ReadonlySet<string>
}

export interface PlanDraft extends Omit<QuestionPlan, 'terms' | 'content'> {
  readonly terms: readonly TermDraft[]
}

export interface PlanDeps {
  /** null where words are not translated. */
  readonly translate: Translate | null
  /** ISO day on which it is asked. */
  readonly today: string
}

export function draftPlan(question: Question, { translate, today }: PlanDeps): PlanDraft {
  const { carriedFrom, ...draft } = resolveFollowUp(question, meaningBy(translate))
  const { text, language, asked } = draft
  if (isToTheBot(text) || asksNothing(text)) return { ...draft, isTopic: false, terms: [] }
  const links = linksIn(text)
  const tokens = analyse(text, language).filter(
    ({ start }) => !links.some((link) => start >= link.start && start < link.end),
  )
  const isTopic = asksFor(asked, 'topic')
  const times = [...timesOf(text, language, tokens), ...askedDays(text, language, today)]
  const wording = { text, language, tokens, asked, times, carriedFrom }
  return { ...draft, isTopic, terms: draftTerms(wording, translate) }
}

/** What an index tells of words. */
export interface StatisticsSource {
  readonly info: { readonly passages: number }
  statistics(terms: readonly SearchTerm[]): Promise<readonly TermStatistics[]>
}

export async function completePlan(
  draft: PlanDraft,
  snapshot: StatisticsSource,
): Promise<QuestionPlan> {
  const known = await snapshot.statistics(draft.terms.map(({ forms }) => countedTerm(forms)))
  const terms = weighTerms(draft.terms, known, snapshot.info.passages, draft.language)
  return { ...draft, terms, content: terms.filter(({ kind }) => kind !== 'helper') }
}

function meaningBy(translate: Translate | null): Meaning {
  return (word, language) =>
    (translate?.(analyse(word, language), language) ?? [])
      .flatMap(({ alternatives }) => alternatives.flatMap(({ words }) => words))
      .map(({ stem }) => stem)
      .join(' ')
}

/** Dates as they are written, and years with no word beside them that makes one a date. */
function timesOf(
  text: string,
  language: LanguageCode,
  tokens: readonly Token[],
): readonly NamedTime[] {
  const dates = questionDates(text, language).map(({ iso, span }) => ({ ...span, iso }))
  const years = tokens
    .filter(({ surface }) => /^(?:19|20)\d\d$/u.test(surface))
    .map(({ surface, start, end }) => ({ start, end, iso: surface }))
  return [...years, ...dates]
}
