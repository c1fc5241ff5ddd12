/** What a reindex run tells: while it goes on, and at its end. */
import type { Refusal } from '../corpus/index.ts'
import type { SearchMode } from '../question.ts'

/**
 * `checking` files for changes, `indexing` articles, `cleaning` those again in which other lines recur than thought,
 * `gathering` words of passages.
 */
export interface ReindexProgress {
  readonly phase: 'checking' | 'indexing' | 'cleaning' | 'gathering'
  readonly done: number
  /** null until it is known; of articles, by the bytes that are left. */
  readonly total: number | null
  /** What has been in hand for more than a moment: its path. */
  readonly file?: string
}

export interface ReindexReport {
  /** The generation that is served after the run; null when there is none. */
  readonly generation: number | null
  /** False when nothing changed, or nothing was to be written. */
  readonly published: boolean
  readonly articles: {
    readonly total: number
    readonly added: number
    readonly changed: number
    readonly removed: number
    readonly unchanged: number
  }
  readonly passages: number
  /** Every input that is not in the index, also those of files that did not change since. */
  readonly refused: readonly Refusal[]
  /** Articles from which something was cleaned away. */
  readonly cleaned: number
  /** Articles that a withdrawn list keeps out. */
  readonly withdrawn: number
  /** Files that were noted with what another file holds, and are noted rightly now. */
  readonly repaired: number
  /** Articles that were damaged in the index and are read anew. */
  readonly mended: number
  /** For people: what was done all the same. */
  readonly warnings: readonly string[]
  readonly seconds: number
  /** Name of the embedding model. */
  readonly embedder: string | null
  readonly mode: SearchMode
}
