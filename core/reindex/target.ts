/**
 * Target: the index a run writes to, with what it held before the run; or, in a dry run, only the latter.
 */
import type { Article } from '../article.ts'
import {
  createIndexWriter,
  gatherWords,
  type EmbeddedIndexWriter,
  type GatherOptions,
  type OnCheckpoint,
} from '../engine/index.ts'
import type { Refusal } from '../corpus/index.ts'
import type { GenerationInfo, PassageRecord } from '../engine/search-engine.ts'
import { RawiError } from '../errors.ts'
import {
  articleAddresses,
  articleChanges,
  articleIds,
  articleStates,
  type ArticleState,
} from '../store/article-rows.ts'
import { findDamaged } from '../store/damaged-articles.ts'
import { readRefusals, replaceRefusals } from '../store/refusals.ts'
import { readWithdrawn, replaceWithdrawn, type Withdrawal } from '../store/withdrawn.ts'
import { publishedGeneration, recurringLines, unfinishedGeneration } from '../store/generations.ts'
import { createFileLedger, openDatabase, type Connection } from '../store/index.ts'
import type { FileOutcome, KnownFile } from './file-outcome.ts'
import type { Candidate } from './verify.ts'

export interface Target {
  readonly files: ReadonlyMap<string, KnownFile>
  readonly articles: ReadonlyMap<string, ArticleState>
  /** Ids of those that are no longer what was read from their files. */
  damaged(signal?: AbortSignal): Promise<ReadonlySet<string>>
  /** Ids of what is published, without the work of a run that did not end. */
  published(): Iterable<string>
  /** What the run before could not take in. */
  readonly refused: readonly Refusal[]
  /** What the run before kept out. */
  readonly withdrawn: readonly Withdrawal[]
  addresses(): Iterable<{ readonly id: string; readonly url: string }>
  /** Lines that recurred in the run before, see `generations.recurring`. */
  readonly recurring: readonly string[] | null
  /** True when work of a run that did not end is part of both. */
  readonly resumed: boolean
  put(article: Article, contentHash: string, passages: readonly PassageRecord[]): void
  remove(articleId: string): void
  noteFile(file: KnownFile): void
  forgetFile(path: string): void
  /** Notes the stamp of a file that did not change. */
  restamp(path: string, stamp: string | null): void
  /** Notes what could not be taken in, in place of what a run before could not. */
  noteRefused(refused: readonly Refusal[]): void
  /** Notes what was kept out; whoever serves tells so at once. */
  noteWithdrawn(withdrawn: readonly Withdrawal[]): void
  /** Makes what was done so far outlive this process. */
  commit(): void
  /** Gathers the words of what is about to be published, so that who serves need not. */
  gatherWords(options: Pick<GatherOptions, 'onProgress' | 'signal'>): Promise<void>
  /** What `publish` would publish, committed; null when nothing changed. */
  candidate(): Candidate | null
  /** Forgets what was done, also by the run that this one goes on with. */
  abandon(): void
  publish(known: Parameters<EmbeddedIndexWriter['publish']>[0]): Published
  close(): void
}

export interface Published {
  /** What is served now; null when nothing is. */
  readonly info: GenerationInfo | null
  /** Against the generation before; null when nothing new was published. */
  readonly changes: ReturnType<typeof articleChanges> | null
}

export interface TargetOptions {
  readonly database: string
  readonly embedder: string | null
  readonly pipeline: string
  readonly full: boolean
  readonly now: () => Date
  readonly onCheckpoint?: OnCheckpoint
}

/** @throws {RawiError} `INDEX_BUSY` while another run is at work, and as `openDatabase` does. */
export function openTarget(options: TargetOptions): Target {
  const writer = createIndexWriter(options)
  try {
    return targetOf(writer, options)
  } catch (error) {
    writer.close()
    throw error
  }
}

function targetOf(writer: EmbeddedIndexWriter, options: TargetOptions): Target {
  const { full, onCheckpoint = () => undefined } = options
  // A run that builds everything anew would only be led astray by half of an earlier one.
  if (full) writer.abandon()
  const { connection } = writer
  const ledger = createFileLedger<FileOutcome>(connection)
  const served = publishedGeneration(connection)
  let changed = writer.resumed || served === null
  const changing = (): number => {
    changed = true
    return writer.begin()
  }
  const articles = articleStates(connection)
  return {
    files: ledger.all(),
    articles,
    damaged: (signal) => findDamaged(connection, articles.size, signal),
    ...reading(connection),
    published: () =>
      writer.resumed ? articleIds(connection, served?.generation ?? 0) : articles.keys(),
    recurring: writer.resumed ? null : recurringLines(connection),
    resumed: writer.resumed,
    put: (article, contentHash, passages) => {
      changing()
      writer.put(article, contentHash, passages)
    },
    remove: (id) => {
      changing()
      writer.remove(id)
    },
    noteFile: (file) => {
      ledger.put(changing(), file)
      onCheckpoint('file-noted')
    },
    forgetFile: (path) => ledger.remove(changing(), path),
    restamp: (path, stamp) => {
      if (!connection.sqlite.inTransaction) connection.sqlite.exec('begin immediate')
      ledger.restamp(path, stamp)
    },
    noteRefused: (refused) => replaceRefusals(connection, refused),
    noteWithdrawn: (withdrawn) => replaceWithdrawn(connection, withdrawn),
    commit: () => writer.commit(),
    gatherWords: async (gathering) => {
      if (!changed) return
      const building = writer.begin()
      writer.commit()
      await gatherWords({ connection, building, ...gathering })
    },
    candidate: () => {
      if (!changed) return null
      const generation = writer.begin()
      writer.commit()
      return { connection, generation, served }
    },
    abandon: () => writer.abandon(),
    publish: (known) => {
      if (!changed) {
        writer.commit()
        return { info: served, changes: null }
      }
      const info = writer.publish(known)
      return { info, changes: articleChanges(connection, info.generation) }
    },
    close: () => writer.close(),
  }
}

function reading(connection: Connection | null) {
  return {
    refused: connection ? readRefusals(connection) : [],
    withdrawn: connection ? readWithdrawn(connection) : [],
    addresses: () => (connection ? articleAddresses(connection) : []),
  }
}

/** Reads what is there and writes nothing, not even a file. */
export function openDryTarget({ database }: Pick<TargetOptions, 'database'>): Target {
  const connection = openIfPresent(database)
  const ledger = connection && createFileLedger<FileOutcome>(connection)
  const articles: ReadonlyMap<string, ArticleState> = connection
    ? articleStates(connection)
    : new Map()
  return {
    files: ledger?.all() ?? new Map(),
    articles,
    damaged: async (signal) =>
      connection ? findDamaged(connection, articles.size, signal) : new Set(),
    ...reading(connection),
    published: () =>
      connection ? articleIds(connection, publishedGeneration(connection)?.generation ?? 0) : [],
    recurring: connection && recurringLines(connection),
    resumed: connection !== null && unfinishedGeneration(connection) !== null,
    put: nothing,
    remove: nothing,
    noteFile: nothing,
    forgetFile: nothing,
    restamp: nothing,
    noteRefused: nothing,
    noteWithdrawn: nothing,
    commit: nothing,
    gatherWords: () => Promise.resolve(),
    candidate: () => null,
    abandon: nothing,
    publish: () => ({ info: connection && publishedGeneration(connection), changes: null }),
    close: () => connection?.close(),
  }
}

const nothing = (): void => undefined

function openIfPresent(path: string): Connection | null {
  try {
    return openDatabase({ path, schema: 'index', readonly: true })
  } catch (error) {
    if (error instanceof RawiError && error.code === 'INDEX_MISSING') return null
    throw error
  }
}
