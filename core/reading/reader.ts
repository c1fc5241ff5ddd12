/**
 * Reader: the port through which question and passages are read together. Adapters know the model; nobody else does.
 */
import type { LanguageCode, Span } from '../article.ts'

/** Words that may answer: offsets into the text of a passage as it was given. */
export interface ReadSpan extends Span {
  /** Place among the passages given. */
  readonly passage: number
  /** Log probability among all spans of all passages read and `none`; comparable within one reading. */
  readonly score: number
}

export interface Reading {
  /**
   * Best first, at most eight a passage, apart from each other; a passage without a word that the model knows of has
   * none.
   */
  readonly spans: readonly ReadSpan[]
  /** Log probability that no passage read answers; the best span's score above it says how surely one does. */
  readonly none: number
  /** How many passages were read to their end, from the first on. */
  readonly read: number
}

export interface ReadOptions {
  /** Aborting ends the reading after the batch that runs; what was read until then is given. */
  readonly signal?: AbortSignal
  /** After so much time no further batch is begun. @default Infinity */
  readonly budgetMs?: number
}

export interface Reader {
  /** Name and checksums: scores of different fingerprints are never compared. */
  readonly fingerprint: string
  readonly name: string
  /** In which questions and passages may be; absent when the maker does not say. */
  readonly languages?: readonly LanguageCode[]
  /**
   * Cost: some 0.2 ms a piece of question and passage on two cores, so 35 ms for a passage of 700 characters.
   *
   * @param passages - In the order in which they matter: the first is read first.
   * @throws {RawiError} `READER_UNAVAILABLE` when the model cannot run.
   */
  read(question: string, passages: readonly string[], options?: ReadOptions): Promise<Reading>
  close(): Promise<void>
}
