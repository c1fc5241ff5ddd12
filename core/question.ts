/**
 * The way of a question in types: Question → Evidence[] → Verdict. Each step is immutable.
 */
import type { LanguageCode, Origin, Span, StoredPassage } from './article.ts'

export interface QuestionFilters {
  /** Article languages to search; all when absent. */
  readonly languages?: readonly LanguageCode[]
  /** Outlet names, exactly as stored; all when absent. */
  readonly sources?: readonly string[]
  /** Inclusive ISO dates; an article without a date passes no date filter. */
  readonly publishedFrom?: string
  readonly publishedTo?: string
}

/** What a follow-up may lean on: the question before, and the articles its answer cited. */
export interface Conversation {
  /** As it was read, so with what it leant on itself; several lines are one question. */
  readonly previousQuestion: string
  readonly citedArticleIds: readonly string[]
  /** Whether the question was sent as a reply to that answer. @default false */
  readonly isReply?: boolean | undefined
}

export interface Question {
  /** 1 to 2,000 characters after trimming, well-formed Unicode. */
  readonly text: string
  readonly language: LanguageCode
  readonly filters?: QuestionFilters
  readonly conversation?: Conversation
}

/** A passage that may answer the question, with the scores that brought it here. Best first in every list. */
export interface Evidence {
  readonly passage: StoredPassage
  /** Fused score in [0, 1]; comparable within one question only. */
  readonly score: number
  /** Raw BM25 score, 0 when the lexical side did not return it. */
  readonly lexical: number
  /** Share of the question's term weight (idf) found in the passage, in [0, 1]. */
  readonly coverage: number
  /** Cosine in [-1, 1]; null with no model or when the semantic side did not return it. */
  readonly cosine: number | null
}

/** A quote that code has checked: `quote === article.text.slice(start, end)`. */
export interface Citation extends Origin, Span {
  /** Its number in the answer, from 1, given by code. */
  readonly n: number
  readonly quote: string
  /** Belief in [0, 1] that this quote holds the answer. */
  readonly score: number
  /** The asked-for words, as offsets into the article's text, within `start` and `end`; null where they are not known. */
  readonly span: Span | null
  /** The same as offsets into `quote`; without a span the words of the asked-for kind, which may be none. */
  readonly highlights: readonly Span[]
}

/** Citations that tell of one event or make one claim, when sources differ. */
export interface ClaimGroup {
  /** What this group claims, in the words of its sources: a figure, a date. */
  readonly claim: string
  /** ISO day of the event told of; null for a figure. */
  readonly eventDate: string | null
  readonly citations: readonly Citation[]
}

/** ISO days of the earliest and the latest article that has one. */
export interface ArchiveDays {
  readonly first: string
  readonly last: string
}

export type RefusalReason = 'empty-question' | 'nothing-found' | 'too-weak' | 'entity-missing'

/** `keyword-only` says that no embedding model was at work: wording alone was matched. */
export type SearchMode = 'hybrid' | 'keyword-only'

interface VerdictBase {
  /** Of the question; the frame of the answer speaks it where it can. */
  readonly language: LanguageCode
  /** For people: the quotes with [n] marks, or the polite refusal. */
  readonly text: string
  /** The whole question, where it leaned on the one before; null where it stands alone. */
  readonly readAs: string | null
  readonly mode: SearchMode
}

export interface Answer extends VerdictBase {
  readonly kind: 'answer'
  /** One to three of the best, numbered from 1 in order of appearance; all of the groups' when sources differ. */
  readonly citations: readonly Citation[]
  readonly disagreement: readonly ClaimGroup[] | null
}

export interface Refusal extends VerdictBase {
  readonly kind: 'refusal'
  readonly reason: RefusalReason
  /** Words of the question that no evidence holds, as the reader wrote them. */
  readonly missing: readonly string[]
  /** Nearest passages, offered as such. */
  readonly nearest: readonly Citation[]
  /** What time the archive speaks of; null where no article has a day. */
  readonly archive: ArchiveDays | null
}

export type Verdict = Answer | Refusal
