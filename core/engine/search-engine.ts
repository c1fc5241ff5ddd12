/**
 * SearchEngine: the port behind which an index lives. The embedded engine (SQLite, MiniSearch, usearch in this
 * process) is the default; a distributed one can stand here without a change to ranking or answering.
 *
 * A `Snapshot` is one published generation: everything read through it belongs together, also while a newer
 * generation is published. `IndexWriter` builds the next one beside what is served.
 */
import type { Article, LanguageCode, Passage, StoredPassage } from '../article.ts'
import type { ArticleList, ListRequest, PassageOfArticle } from '../lookup.ts'
import type { SearchTerm, TermStatistics } from '../question/term.ts'
import type { ArchiveDays, QuestionFilters } from '../question.ts'
import type { SourceSummary } from '../archive.ts'

export interface LexicalCandidate {
  readonly passageId: number
  /** BM25+ score, from 0 up. */
  readonly score: number
  /** Share of the question's term weight (idf) found in the passage, in [0, 1]. */
  readonly coverage: number
}

export interface VectorCandidate {
  readonly passageId: number
  /** Cosine in [-1, 1]. */
  readonly cosine: number
}

export interface CandidateOptions {
  /** How many at the most, best first. */
  readonly limit: number
  readonly filters?: QuestionFilters
}

export interface GenerationInfo {
  readonly generation: number
  /** ISO 8601 UTC. */
  readonly publishedAt: string
  readonly articles: number
  readonly passages: number
  /** Fingerprint of the embedder whose vectors are stored, or null when none are. */
  readonly embedder: string | null
  readonly newestArticle: string | null
}

export interface Snapshot {
  readonly info: GenerationInfo
  /** How many articles were found damaged so far; nothing finds them any more. */
  readonly damaged: number
  /** Known from the loading; null where no article has a day. */
  readonly days: ArchiveDays | null
  /** Passages that hold the terms, best first. */
  lexical(
    terms: readonly SearchTerm[],
    options: CandidateOptions,
  ): Promise<readonly LexicalCandidate[]>
  /** BM25 of the whole article of each passage, by passage; an unknown id is left out. */
  articleScores(
    terms: readonly SearchTerm[],
    passageIds: readonly number[],
  ): Promise<ReadonlyMap<number, number>>
  /** One for each term, in order. */
  statistics(terms: readonly SearchTerm[]): Promise<readonly TermStatistics[]>
  /** Empty when the generation holds no vectors. @param vector - Unit length. */
  similar(vector: Float32Array, options: CandidateOptions): Promise<readonly VectorCandidate[]>
  /** Cosine of each given passage to the vector; a passage without a stored vector is left out. */
  cosines(vector: Float32Array, passageIds: readonly number[]): Promise<ReadonlyMap<number, number>>
  /** What each passage is written in, without reading it; an unknown id is left out. */
  languages(passageIds: readonly number[]): Promise<ReadonlyMap<number, LanguageCode>>
  /**
   * In the order of the ids; an unknown id is left out.
   * @throws {RawiError} `INDEX_STALE` when two newer generations were published since, or it was rolled back, and the texts are gone.
   */
  passages(ids: readonly number[]): Promise<readonly StoredPassage[]>
  /**
   * @throws {RawiError} `ARTICLE_WITHDRAWN` for one that was taken down, `INDEX_CORRUPT` for one that is no longer what
   *   was read from its file, and `INDEX_STALE` as `passages` does.
   */
  article(id: string): Promise<Article | null>
  /** null for an unknown article or a passage that it has not. @throws {RawiError} As `article` does. */
  passage(articleId: string, n: number): Promise<PassageOfArticle | null>
  articles(request: ListRequest): Promise<ArticleList>
  /** @throws {RawiError} `INDEX_STALE` as `passages` does. */
  sources(): Promise<readonly SourceSummary[]>
}

export interface SearchEngine {
  /**
   * The newest published generation; changes when another one is published.
   * @throws {RawiError} `INDEX_MISSING` when nothing was published yet.
   */
  snapshot(): Promise<Snapshot>
  /** The same, after waiting for whatever was published up to now. */
  newest(): Promise<Snapshot>
  /**
   * Fails where what is served would not be found again by a start.
   * @throws {RawiError} `INDEX_MISSING`, or what keeps another that lies in its place from being served.
   */
  check(): Promise<void>
  close(): Promise<void>
}

export interface PassageRecord extends Passage {
  /** int8 vector of the embedder's dimensions (each component × 127, rounded), or null without a model. */
  readonly vector: Int8Array | null
}

export interface IndexWriter {
  /** The number the new generation will have. */
  readonly generation: number
  /** Inserts the article, or replaces the one of the same id. */
  put(article: Article, contentHash: string, passages: readonly PassageRecord[]): void
  remove(articleId: string): void
  /** Makes everything put and removed visible in one atomic step. */
  publish(): GenerationInfo
  /** Forgets everything since the last publication. */
  abandon(): void
}
