/**
 * Turns what SQLite says into a RawiError with the command that mends it; anything else passes through untouched.
 */
import Database from 'better-sqlite3'
import { RawiError } from '../errors.ts'
import { fileFailure } from './file-failure.ts'

/** Which of the two databases a file is. */
export type Schema = 'index' | 'journal'

/** Runs `work` on the file at `path`. @throws {RawiError} In place of SQLite's own errors and the file system's. */
export function guarded<T>(path: string, work: () => T, schema: Schema = 'index'): T {
  try {
    return work()
  } catch (error) {
    throw fileFailure(path, failureOf(path, error, schema))
  }
}

export function failureOf(path: string, error: unknown, schema: Schema = 'index'): unknown {
  const cause = sqliteErrorOf(error)
  if (cause === null) return error
  const [family = ''] = /^SQLITE_[A-Z]+/.exec(cause.code) ?? []
  switch (family) {
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return corrupt(path, schema, cause.message, cause)
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new RawiError(
        'INDEX_BUSY',
        `${path} is locked by another process (${cause.code}). Wait for it to end, then try again.`,
        { cause },
      )
    case 'SQLITE_FULL':
      return new RawiError(
        'STORAGE_FAILED',
        `No space is left for ${path} (${cause.code}). Free some and run the command again: what was published before is whole.`,
        { cause },
      )
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'SQLITE_IOERR':
      return new RawiError(
        'STORAGE_FAILED',
        `${path} cannot be read or written (${cause.code}: ${cause.message}). Check that its folder exists, is writable by this user and lies on a sound disk.`,
        { cause },
      )
    default:
      return error
  }
}

export function corrupt(path: string, schema: Schema, why: string, cause?: unknown): RawiError {
  const aside = `mv "${path}" "${path}.damaged"`
  const mend = {
    index: `Move it away and build it anew: ${aside} && npm run reindex -- --db "${path}"`,
    journal: `Move it away, a new one is begun at the next start: ${aside}`,
  } satisfies Record<Schema, string>
  return new RawiError(
    'INDEX_CORRUPT',
    `${path} is damaged or no ${schema} of Rawi (${why}). ${mend[schema]}`,
    { cause },
  )
}

/** drizzle wraps some of the driver's errors. */
function sqliteErrorOf(error: unknown): InstanceType<typeof Database.SqliteError> | null {
  for (let at = error; at instanceof Error && !(at instanceof RawiError); at = at.cause) {
    if (at instanceof Database.SqliteError) return at
  }
  return null
}
