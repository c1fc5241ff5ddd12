/**
 * Run lock: at most one process writes an index. It is a lock of the operating system on a file beside the index,
 * held through SQLite, so it ends with the process that holds it, however that one ends.
 */
import Database from 'better-sqlite3'
import { RawiError } from '../errors.ts'
import { makeFolderOf, makePrivate } from './private-file.ts'
import { guarded } from './sqlite-failure.ts'

export interface RunLock {
  release(): void
}

/** @throws {RawiError} `INDEX_BUSY` when another run holds it. */
export function acquireRunLock(database: string): RunLock {
  const path = `${database}.lock`
  return guarded(path, () => {
    makeFolderOf(path)
    makePrivate(path)
    const sqlite = new Database(path, { timeout: 0 })
    try {
      sqlite.exec('begin exclusive')
      return { release: () => void sqlite.close() }
    } catch (cause) {
      sqlite.close()
      if (!(cause instanceof Database.SqliteError) || !cause.code.startsWith('SQLITE_BUSY')) {
        throw cause
      }
      throw new RawiError(
        'INDEX_BUSY',
        `Another reindex of ${database} is already running. Wait for it to end, or stop it: what it did is kept.`,
        { cause },
      )
    }
  })
}
