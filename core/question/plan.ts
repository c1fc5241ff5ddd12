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
import { analyse, type Token } from '../language/index.ts'
import type { Translate } from '../language/lexicon/index.ts'
import { findDates } from '../language/dates/index.ts'
import type { Question } from '../question.ts'
import { askingWords, ordersOnly, type Asked } from '../answer/asked.ts'
import { focusOf, namesKind, unitOf } from '../answer/kind-words.ts'
import { askedDays } from '../answer/time/asked-day.ts'
import { isToTheBot } from '../answer/to-the-bot.ts'
import { resolveFollowUp, type FollowUp, type Meaning } from './follow-up.ts'
import { isNameLike } from './name-like.ts'
import {
  countedTerm,
  formsOf,
  type SearchTerm,
  type Term,
  type TermForms,
  type TermKind,
  type TermStatistics,
} from './term.ts'
import type { NamedTime } from './time.ts'
import { synonymsOf, translationsOf } from './translations.ts'

export interface QuestionPlan {
  /** What is searched for: the question, with what it leans on. */
  readonly text: string
  readonly language: LanguageCode
  readonly asked: Asked
  /** In order of the text, each stem once. */
  readonly terms: readonly Term[]
  /** The terms that an answer should hold: all but helpers. */
  readonly content: readonly Term[]
  /** What was carried over from the question before; null where it stands alone. */
  readonly topic: FollowUp | null
  /** Articles that an answer is rather looked for in: those cited before, where the question goes on from them. */
  readonly preferred: ReadonlySet<string>
}

export type TermDraft = Omit<Term, 'df' | 'idf' | 'weight'>

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
  const meaning: Meaning = (word, of) =>
    (translate?.(analyse(word, of), of) ?? [])
      .flatMap(({ alternatives }) => alternatives.flatMap(({ words }) => words))
      .map(({ stem }) => stem)
      .join(' ')
  const draft = resolveFollowUp(question, meaning)
  const { text, language, asked } = draft
  if (isToTheBot(text)) return { ...draft, terms: [] }
  const tokens = analyse(text, language)
  const times = [...timesOf(text, language, tokens), ...askedDays(text, language, today)]
  const timeOf = (token: Token): NamedTime | undefined =>
    times.find(({ start, end }) => token.start >= start && token.end <= end)
  const isHelper = helpers(asked, tokens)
  const isContent = (token: Token): boolean => !token.stop && !isHelper(token)
  const searched = wordsToSearch(tokens)
  const translations = translationsOf(searched, language, translate)
  const synonyms = synonymsOf(translations, language, translate)
  const unit = unitOf(asked.kind, tokens)
  const focus = focusOf(asked.kind, tokens, isContent)
  const hasCapitals = /\p{Lu}/u.test(text.slice(1))
  const seen = new Set<string>()
  const terms = tokens.flatMap((token): readonly TermDraft[] => {
    const { start, end, surface, stem, sound } = token
    const time = timeOf(token)
    const isDeictic = time?.isDeictic === true
    if ((!searched.includes(token) && !(isDeictic && token.stop)) || seen.has(stem)) return []
    seen.add(stem)
    const written = text.slice(start, end)
    const own = translations.get(token) ?? []
    const kind: TermKind =
      isHelper(token) || (token.stop && !isDeictic)
        ? 'helper'
        : /^\p{N}/u.test(surface)
          ? 'number'
          : time === undefined && isNameLike(token, written, own)
            ? 'name'
            : 'content'
    return [
      {
        ...{ start, end, written, surface, stem, kind },
        sound: hasCapitals && /^\p{Ll}/u.test(written) ? null : sound,
        forms:
          token.stop && isDeictic
            ? noForms
            : formsOf(token, language, own, synonyms.get(token) ?? []),
        time: time?.iso ?? null,
        isDeictic,
        isUnit: token === unit,
        isFocus: token === focus,
      },
    ]
  })
  return { ...draft, terms }
}

/** A word that a reporter uses of another day than a reader is met by dates alone. */
const noForms: TermForms = { own: [], family: [], sound: [], translations: [], synonyms: [] }

export interface StatisticsSource {
  readonly info: { readonly passages: number }
  statistics(terms: readonly SearchTerm[]): Promise<readonly TermStatistics[]>
}

export async function completePlan(
  draft: PlanDraft,
  snapshot: StatisticsSource,
): Promise<QuestionPlan> {
  const statistics = await snapshot.statistics(draft.terms.map(({ forms }) => countedTerm(forms)))
  const all = snapshot.info.passages
  const weighed = draft.terms.map((term, at) => {
    const { passages, translated, sounding } = statistics[at]!
    const known = Math.min(all, passages + translated)
    // A name that no dictionary knows is as rare as its sound; elsewhere a sound tells too little.
    const df = known === 0 && /^\p{Lu}/u.test(term.written) ? sounding : known
    const telling = term.kind === 'helper' ? 0 : weightOf(term, df, all, draft.language)
    return { ...term, df, idf: inverseFrequency(all, passages), weight: telling }
  })
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const terms =
    whole === 0 ? weighed : weighed.map((term) => ({ ...term, weight: term.weight / whole }))
  return { ...draft, terms, content: terms.filter(({ kind }) => kind !== 'helper') }
}

/** One more than BM25's: in a small archive a word that all passages hold still is part of the question. */
function weightOf({ written }: TermDraft, df: number, all: number, language: LanguageCode): number {
  const weight = 1 + inverseFrequency(all, df)
  // Without a stemmer an inflected word («evini») looks like one that the archive never saw; a capital tells names.
  const isUnknown = df === 0 && !stemmed.has(language) && /^\p{Ll}/u.test(written)
  return isUnknown ? weight * unknownShare : weight
}

const stemmed: ReadonlySet<LanguageCode> = new Set(['ar', 'fa', 'en'])
const unknownShare = 0.25

function inverseFrequency(all: number, passages: number): number {
  return Math.log(1 + (all - passages + 0.5) / (passages + 0.5))
}

/** Each stem once; stopwords only when there is nothing else. */
function wordsToSearch(tokens: readonly Token[]): readonly Token[] {
  const telling = tokens.filter(({ stop }) => !stop)
  const words = telling.length > 0 ? telling : tokens
  const distinct = new Map<string, Token>()
  for (const token of words) if (!distinct.has(token.stem)) distinct.set(token.stem, token)
  return [...distinct.values()]
}

/** Words that ask, and, where the question says more, those that only name the kind of what is asked. */
function helpers(asked: Asked, tokens: readonly Token[]): (token: Token) => boolean {
  const asks = ({ surface }: Token): boolean =>
    askingWords.has(surface) || (asked.order === 'latest' && ordersOnly(surface))
  const isGeneral = (token: Token): boolean => asks(token) || namesKind(asked.kind, token.surface)
  return tokens.some((token) => !token.stop && !isGeneral(token)) ? isGeneral : asks
}

/** Dates as they are written, and years with no word beside them that makes one a date. */
function timesOf(
  text: string,
  language: LanguageCode,
  tokens: readonly Token[],
): readonly NamedTime[] {
  const dates = findDates(text, language).map(({ iso, span }) => ({ ...span, iso }))
  const years = tokens
    .filter(({ surface }) => /^(?:19|20)\d\d$/u.test(surface))
    .map(({ surface, start, end }) => ({ start, end, iso: surface }))
  return [...years, ...dates]
}
