/**
 * Index writer: builds the next generation of an index file beside the one that is served.
 *
 * Everything is written as it comes and is invisible until `publish`. A run that ended early leaves its work behind;
 * the next writer goes on with it (`resumed`), unless it is told to `abandon`.
 * Cost: by what is put and removed; publishing counts the rows.
 */
import { createArticleWriter } from '../store/article-rows.ts'
import {
  beginGeneration,
  forgetGeneration,
  nextGeneration,
  publishedGeneration,
  publishGeneration,
  sweepGenerations,
  unfinishedGeneration,
  type Publication,
} from '../store/generations.ts'
import { openDatabase, type Connection } from '../store/open-database.ts'
import { acquireRunLock, type RunLock } from '../store/run-lock.ts'
import { failureOf, guarded } from '../store/sqlite-failure.ts'
import type { OnCheckpoint } from './checkpoints.ts'
import type { GenerationInfo, IndexWriter } from './search-engine.ts'

export interface IndexWriterOptions {
  readonly database: string
  /** Fingerprint of the embedder that made the vectors, or null without one. */
  readonly embedder: string | null
  /** Fingerprint of all that makes passages and vectors out of an article. */
  readonly pipeline: string
  readonly now: () => Date
  readonly onCheckpoint?: OnCheckpoint
}

export interface EmbeddedIndexWriter extends IndexWriter {
  /** @param known - What need not be counted, and what the next run wants to know. */
  publish(known?: Pick<Publication, 'counts' | 'recurring'>): GenerationInfo
  /** For what else is to be written in the same transactions. */
  readonly connection: Connection
  /** True while work of an earlier, unfinished run is part of the generation. */
  readonly resumed: boolean
  /** Begins the generation if nothing did so far. */
  begin(): number
  /** Makes what was written so far outlive this process; still invisible to readers. */
  commit(): void
  /** Keeps what was committed for the next run, and lets go of the file. */
  close(): void
}

/** @throws {RawiError} `INDEX_BUSY` while another writer is at work, and as `openDatabase` does. */
export function createIndexWriter(options: IndexWriterOptions): EmbeddedIndexWriter {
  const { database } = options
  const lock = acquireRunLock(database)
  let connection: Connection | undefined
  try {
    connection = openDatabase({ path: database, schema: 'index' })
    return writerOver(connection, lock, options)
  } catch (error) {
    connection?.close()
    lock.release()
    throw failureOf(database, error)
  }
}

function writerOver(
  connection: Connection,
  lock: RunLock,
  { database, embedder, pipeline, now, onCheckpoint = () => undefined }: IndexWriterOptions,
): EmbeddedIndexWriter {
  const { sqlite } = connection
  const articles = createArticleWriter(connection)
  let building = unfinishedGeneration(connection)
  let resumed = building !== null

  const writing = <T>(work: () => T): T => guarded(database, work)

  function open(): void {
    if (!sqlite.inTransaction) sqlite.exec('begin immediate')
  }

  function begin(): number {
    open()
    if (building !== null) return building
    building = beginGeneration(connection, now())
    onCheckpoint('begun')
    return building
  }

  function commit(): void {
    if (!sqlite.inTransaction) return
    onCheckpoint('committing')
    sqlite.exec('commit')
    onCheckpoint('committed')
  }

  return {
    connection,
    get resumed() {
      return resumed
    },
    get generation() {
      return building ?? nextGeneration(connection)
    },
    begin: () => writing(begin),
    commit: () => writing(commit),

    put: (article, contentHash, passages) =>
      writing(() => {
        articles.put(begin(), { article, contentHash, pipeline, passages })
        onCheckpoint('article-written')
      }),

    remove: (id) =>
      writing(() => {
        articles.remove(begin(), id)
        onCheckpoint('article-removed')
      }),

    publish: (known) =>
      writing((): GenerationInfo => {
        const number = begin()
        commit()
        // From here on a power cut must not take back what was told to be published.
        sqlite.pragma('synchronous = FULL')
        open()
        publishGeneration(connection, number, { publishedAt: now(), embedder, ...known })
        onCheckpoint('publishing')
        sqlite.exec('commit')
        onCheckpoint('published')
        sqlite.pragma('synchronous = NORMAL')
        building = null
        resumed = false
        open()
        sweepGenerations(connection)
        onCheckpoint('sweeping')
        sqlite.exec('commit')
        onCheckpoint('swept')
        return publishedGeneration(connection)!
      }),

    abandon: () =>
      writing(() => {
        if (sqlite.inTransaction) sqlite.exec('rollback')
        const begun = unfinishedGeneration(connection)
        if (begun !== null) {
          open()
          forgetGeneration(connection, begun)
          commit()
        }
        building = null
        resumed = false
      }),

    close() {
      if (sqlite.open && sqlite.inTransaction) sqlite.exec('rollback')
      emptyLog(connection)
      connection.close()
      lock.release()
    },
  }
}

/** A log that is left would be taken for that of a file put in this one's place; opening such a file refuses it. */
function emptyLog({ sqlite }: Connection): void {
  try {
    if (sqlite.open) sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // What cannot be written now, on a full disk for one, stays in the log and is lost to nobody.
  }
}
