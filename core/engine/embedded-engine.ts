/**
 * Embedded engine: serves an index file out of this process, and swaps to a newer generation once that is loaded.
 *
 * Looks for news once in `pollMs`, at no cost while nothing was written. While a generation loads, and when it cannot
 * be loaded, the one before goes on being served. A file put in the place of another is noticed like a generation.
 *
 * All work is done in the calling thread, in small steps: a server runs it in a thread of its own.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { RawiError } from '../errors.ts'
import { publishedGeneration } from '../store/generations.ts'
import { openDatabase, type Connection } from '../store/open-database.ts'
import { corrupt, failureOf } from '../store/sqlite-failure.ts'
import { createEmbeddedSnapshot } from './embedded-snapshot.ts'
import { createLoadedIndex, type LoadedIndex } from './loaded-index.ts'
import type { GenerationInfo, SearchEngine, Snapshot } from './search-engine.ts'

export interface EmbeddedEngineOptions {
  readonly database: string
  /** @default 1_000 */
  readonly pollMs?: number
  /**
   * Told, once for each reason and generation, when a newer generation cannot be loaded (the one before is served on), or when the
   * words kept for a fast start cannot be read or saved; and of each article that is found damaged.
   */
  readonly onProblem?: (problem: unknown) => void
}

/** An open index file: replaced only when another file lies at its path. */
interface OpenFile {
  readonly connection: Connection
  readonly index: LoadedIndex
  readonly inode: bigint
  /** SQLite's count of changes by others, as last seen. */
  seen: number
}

/** Opens at once, also where no index is yet: `snapshot` tells. */
export function openEmbeddedEngine({
  database,
  pollMs = 1_000,
  onProblem = () => undefined,
}: EmbeddedEngineOptions): SearchEngine {
  let file: OpenFile | null = null
  let retired: OpenFile | null = null
  let current: Snapshot | null = null
  let refreshing: Promise<void> | null = null
  let saving: Promise<void> | null = null
  let checkedAt = -Infinity
  let lastProblem = ''
  let closed = false

  function openFile(inode: bigint): OpenFile {
    const connection = openDatabase({ path: database, schema: 'index', readonly: true })
    const index = createLoadedIndex(connection, { onProblem: tell })
    return { connection, index, inode, seen: -1 }
  }

  /** Loads what was published since; does nothing when nothing was. */
  async function refresh(): Promise<void> {
    const inode = inodeOf(database)
    if (inode === null) {
      if (current !== null) return
      throw notBuilt(database)
    }
    const next = file?.inode === inode ? file : openFile(inode)
    try {
      for (;;) {
        const version = next.connection.sqlite.pragma('data_version', { simple: true }) as number
        if (version === next.seen) break
        const info = publishedGeneration(next.connection)
        if (info === null) throw notBuilt(database)
        if (next === file && isSame(info, current?.info)) {
          next.seen = version
          break
        }
        await saving
        if (await next.index.advance(info)) {
          next.seen = version
          adopt(next, info)
        } else if (isSame(info, publishedGeneration(next.connection))) {
          throw corrupt(database, 'index', `generation ${info.generation} is not whole`)
        }
        if (closed) break
      }
    } catch (error) {
      if (next !== file) shut(next)
      throw failureOf(database, error)
    }
  }

  function adopt(next: OpenFile, info: GenerationInfo): void {
    if (next !== file) {
      // A snapshot handed out just now may still read from the file before.
      shut(retired)
      retired = file
      file = next
    }
    current = createEmbeddedSnapshot(next.connection, next.index, info, tell)
    lastProblem = ''
    saving = next.index.save().catch(tell)
  }

  function tell(problem: unknown): void {
    const said = problem instanceof Error ? problem.message : String(problem)
    if (said === lastProblem) return
    lastProblem = said
    onProblem(problem)
  }

  function startRefresh(): Promise<void> {
    checkedAt = performance.now()
    refreshing ??= refresh().finally(() => {
      refreshing = null
    })
    return refreshing
  }

  function look(): void {
    if (closed || refreshing !== null || performance.now() - checkedAt < pollMs) return
    startRefresh().catch((problem: unknown) => {
      if (current !== null) tell(problem)
    })
  }

  const timer = setInterval(look, pollMs)
  timer.unref()
  look()

  return {
    async snapshot() {
      if (closed) throw new Error('The engine is closed')
      look()
      if (current === null) await startRefresh()
      if (current === null) throw notBuilt(database)
      return current
    },

    async newest() {
      if (closed) throw new Error('The engine is closed')
      // One that is under way may have begun before the latest publication.
      await refreshing?.catch(() => undefined)
      await startRefresh()
      if (current === null) throw notBuilt(database)
      return current
    },

    async check() {
      if (closed) throw new Error('The engine is closed')
      const inode = inodeOf(database)
      if (inode === null) throw current === null ? notBuilt(database) : gone(database)
      if (inode !== file?.inode) {
        await refreshing?.catch(() => undefined)
        await startRefresh()
      }
      if (!isSqlite(database)) throw corrupt(database, 'index', 'it was overwritten')
    },

    async close() {
      if (closed) return
      closed = true
      clearInterval(timer)
      await refreshing?.catch(() => undefined)
      await saving
      shut(file)
      shut(retired)
    },
  }
}

function shut(file: OpenFile | null): void {
  file?.index.close()
  file?.connection.close()
}

function inodeOf(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null
}

/** Whether the file still begins as SQLite's do. */
function isSqlite(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const magic = Buffer.alloc(16)
    readSync(file, magic, 0, magic.length, 0)
    return magic.toString('latin1') === 'SQLite format 3\0'
  } finally {
    closeSync(file)
  }
}

function isSame(a: GenerationInfo, b: GenerationInfo | null | undefined): boolean {
  return a.generation === b?.generation && a.publishedAt === b.publishedAt
}

function gone(database: string): RawiError {
  return new RawiError(
    'INDEX_MISSING',
    `The index at ${database} is gone. Put it back, or build it: npm run reindex -- --db "${database}"`,
  )
}

function notBuilt(database: string): RawiError {
  return new RawiError(
    'INDEX_MISSING',
    `No index was published at ${database} yet. Build it: npm run reindex -- --db "${database}"`,
  )
}
