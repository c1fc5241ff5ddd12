/**
 * Looking things up: what is asked of an archive beside questions, in types. All of it is plain data.
 *
 * Nothing here is an answer: passages are what comes nearest, and a checked quote is where it stands.
 */
import type { Article, LanguageCode, Origin, Span } from './article.ts'
import type { QuestionFilters, SearchMode } from './question.ts'

export interface SearchRequest {
  /** As `AskRequest.question`. */
  readonly question: unknown
  readonly language?: LanguageCode
  readonly filters?: QuestionFilters
  /** Passages at the most. */
  readonly limit: number
}

/** A passage with its words: `text === article.text.slice(start, end)`, checked. */
export interface ShownPassage extends Origin, Span {
  /** Its place among the passages of its article, from 0. */
  readonly n: number
  readonly text: string
}

export interface FoundPassage extends ShownPassage {
  /** In [0, 1]; comparable within one search only. */
  readonly score: number
}

export interface SearchResult {
  /** Of the question. */
  readonly language: LanguageCode
  readonly mode: SearchMode
  /** Best first. */
  readonly passages: readonly FoundPassage[]
  readonly generation: number
}

export type ArticleEntry = Omit<Article, 'text' | 'foundBy'>

/** Where a page of the list ended. */
export type ListPlace = Pick<ArticleEntry, 'id' | 'publishedAt'>

export interface ListRequest {
  readonly filters?: QuestionFilters
  readonly limit: number
  /** Goes on behind it, also where that article has gone meanwhile. */
  readonly after?: ListPlace
}

export interface ArticleList {
  /** Newest first, those without a day last. */
  readonly articles: readonly ArticleEntry[]
  /** How many pass the filters. */
  readonly total: number
  readonly hasMore: boolean
}

export interface PassageOfArticle {
  readonly passage: ShownPassage
  /** How many passages the article has. */
  readonly passages: number
}

export interface QuoteToCheck {
  readonly quote: string
  /** Where it is said to stand; anywhere when absent. */
  readonly articleId?: string
}

/**
 * `exact`: one slice of an article, whatever marks are put around it. `stitched`: no slice, but runs of words that are
 * slices of one article each, with nothing but white space, marks and ellipses between them. `misattributed`: either of
 * both, though not of the article named. `absent`: none of these in any article that holds its rarest words.
 */
export type QuoteVerdict = 'exact' | 'stitched' | 'misattributed' | 'absent'

export interface CheckedQuote {
  readonly verdict: QuoteVerdict
  /** Where it stands; null when absent. */
  readonly origin: Origin | null
  /** In the order of the quote: its places in the article's text. One unless stitched, none when absent. */
  readonly pieces: readonly Span[]
}
