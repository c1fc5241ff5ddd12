/** What a reindex run is told: where from, where to, and whom to tell. */
import type { ReadOptions, Refusal } from '../corpus/index.ts'
import type { OnCheckpoint } from '../engine/index.ts'
import type { Embedder } from '../semantic/embedder.ts'
import type { GoldenQuestion } from './golden-questions.ts'
import type { ReindexProgress } from './report.ts'

export interface ReindexOptions {
  readonly folders: readonly string[]
  readonly database: string
  /** null builds an index of words alone. */
  readonly embedder: Embedder | null
  /** Reads and embeds everything anew. @default false */
  readonly full?: boolean
  /** Publishes also when most of the articles are gone, or fewer golden questions are answered. @default false */
  readonly force?: boolean
  /** Reports what a run would do, and writes nothing. @default false */
  readonly dryRun?: boolean
  /** Processes beside this one that read and embed; 0 for none. @default one, and one a core when there is much to read */
  readonly readers?: number
  /** Asked of the new generation before it is published. @default none */
  readonly golden?: readonly GoldenQuestion[]
  /** What a killed run may lose at most. @default 2_000 */
  readonly commitEveryMs?: number
  /** Processor time after which one article is refused. @default 5_000 */
  readonly articleMs?: number
  /** A list of articles to be kept out, besides `withdrawn.txt` of each folder. */
  readonly withdrawn?: string
  readonly limits?: Pick<ReadOptions, 'maxFileBytes' | 'maxArticleLength'>
  readonly now: () => Date
  readonly signal?: AbortSignal
  readonly onCheckpoint?: OnCheckpoint
  readonly onProgress?: (progress: ReindexProgress) => void
  /** Told of each refused input as it is met. */
  readonly onRefused?: (refusal: Refusal) => void
}
