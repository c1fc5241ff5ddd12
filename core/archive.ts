/**
 * Archive: what every edge (Telegram, HTTP, command line) holds: ask it, read from it, see how it stands.
 *
 * One implementation answers in the calling thread (`openArchive`), one hands each call to a process of its own
 * (`openArchiveProcess`); both behave alike. Everything that crosses is plain data.
 */
import type { Article, LanguageCode } from './article.ts'
import type {
  ArticleList,
  CheckedQuote,
  ListRequest,
  PassageOfArticle,
  QuoteToCheck,
  SearchRequest,
  SearchResult,
} from './lookup.ts'
import type { PlanDocument } from './question/plan-document.ts'
import type { Conversation, QuestionFilters, SearchMode, Verdict } from './question.ts'

export interface AskRequest {
  /** The reader's words, unchecked. */
  readonly question: unknown
  /** The question's language when the caller knows it; found from the text otherwise. */
  readonly language?: LanguageCode
  /** The reader's interface language: only breaks a tie for very short questions. */
  readonly hint?: LanguageCode
  readonly filters?: QuestionFilters
  readonly conversation?: Conversation
  /** Whether the result tells how the question was understood. @default false */
  readonly explain?: boolean
  /** Whether passages are read together with the question, which takes most of its time. @default true */
  readonly reads?: boolean
}

/** Whose question it is, and how long they wait: all may be left out. */
export interface AskOptions {
  /** An address, a chat: callers are served in turn. @default one for all who name none */
  readonly caller?: string
  /** Aborting it drops the question, or stops the work on it; `ask` then fails with its reason. */
  readonly signal?: AbortSignal
  /** Milliseconds: what would begin later is refused at once. @default as long as it takes */
  readonly patienceMs?: number
}

export interface AskResult {
  readonly verdict: Verdict
  readonly timings: { readonly totalMs: number }
  /** The generation every passage of this verdict was read from. */
  readonly generation: number
  /** How the question was understood, where that was wished for. */
  readonly plan?: PlanDocument
  readonly reading: ReadingReport
}

/** What was read together with the question. */
export interface ReadingReport {
  /** Passages, to their end. */
  readonly passages: number
  /** For people: why none was; null where some were. */
  readonly reason: string | null
  /** Where it was wished to be explained: what each sentence was chosen by, best first. */
  readonly sentences?: readonly ReadSentence[]
  /** The same: what the answer was believed by; null where nothing was found. */
  readonly belief?: {
    readonly probability: number
    readonly features: Readonly<Record<string, number>>
  } | null
}

export interface ReadSentence {
  readonly articleId: string
  readonly text: string
  /** Log odds by words, vectors and reading together. */
  readonly score: number
  /** The likeliest words; null where the sentence was not read. */
  readonly words: string | null
  /** Of these words against none. */
  readonly logOdds: number | null
}

export interface SourceSummary {
  /** null gathers the articles whose outlet is unknown. */
  readonly source: string | null
  readonly articles: number
  readonly languages: readonly LanguageCode[]
  readonly oldest: string | null
  readonly newest: string | null
}

export interface ArchiveStatus {
  readonly generation: number
  /** When the served generation was published, ISO 8601 UTC. */
  readonly publishedAt: string
  readonly articles: number
  readonly passages: number
  readonly mode: SearchMode
  /** Name of the embedding model at work, or null. */
  readonly model: string | null
  /** Why the mode is what it is, for an operator: set when keyword-only. */
  readonly modeReason: string | null
  /** Articles found damaged since they were loaded: nothing of them is said. */
  readonly damaged: number
  /** Name of the reading model at work, or null. */
  readonly reader: string | null
  /** Why none is, for an operator. */
  readonly readerReason: string | null
  /** Newest publication date of an article, ISO 8601. */
  readonly newestArticle: string | null
}

export interface Archive {
  /**
   * @throws {RawiError} `QUESTION_INVALID` for a question that is no string, blank or too long, `OVERLOADED` when it
   *   would begin too late, `ARCHIVE_ENDED` when the archive's process ended twice under it.
   */
  ask(request: AskRequest, options?: AskOptions): Promise<AskResult>
  /**
   * null when no article of that id is in the served generation.
   * @throws {RawiError} `ARTICLE_WITHDRAWN` for one that was taken down, `INDEX_CORRUPT` for one that is damaged.
   */
  article(id: string): Promise<Article | null>
  /** The passages nearest to a question, with no verdict on them. @throws {RawiError} As `ask` does. */
  search(request: SearchRequest, options?: AskOptions): Promise<SearchResult>
  /** One for each quote, in order. @throws {RawiError} `OVERLOADED` and `ARCHIVE_ENDED` as `ask` does. */
  verify(quotes: readonly QuoteToCheck[], options?: AskOptions): Promise<readonly CheckedQuote[]>
  /** null for an unknown article or a passage that it has not. @throws {RawiError} As `article` does. */
  passage(articleId: string, n: number): Promise<PassageOfArticle | null>
  articles(request: ListRequest): Promise<ArticleList>
  /** Most articles first. */
  sources(): Promise<readonly SourceSummary[]>
  status(): Promise<ArchiveStatus>
  close(): Promise<void>
}
