/**
 * Restore: puts the files of a backup in the place of what is there, also while it is served: a server goes over to
 * another file at its path like to a generation.
 *
 * In:   a backup folder, and where index and journal lie.
 * Out:  where what was there before lies now. Checked first: sizes, checksums, SQLite's integrity, the schema.
 * Cost: the size of the files, three times read.
 *
 * A journal that is there stays unless it is to be replaced too: it holds what readers said since.
 */
import Database from 'better-sqlite3'
import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isRawiError, RawiError } from '../errors.ts'
import { checkFile, fileNames, readBackup, type BackupManifest } from './backup-manifest.ts'
import { fileFailure } from './file-failure.ts'
import { openDatabase } from './open-database.ts'
import { makeFolderOf } from './private-file.ts'
import { acquireRunLock } from './run-lock.ts'
import { corrupt, failureOf, type Schema } from './sqlite-failure.ts'
import { syncToDisk } from './sync-to-disk.ts'

export interface RestoreOptions {
  readonly folder: string
  readonly database: string
  readonly journal: string
  readonly replaceJournal: boolean
  readonly now: () => Date
}

export interface Restored {
  readonly manifest: BackupManifest
  /** Where the index that was there lies now; null when there was none. */
  readonly indexAside: string | null
  /** `kept`: the one that was there stays. `none`: the backup holds none. */
  readonly journal: 'restored' | 'kept' | 'none'
  readonly journalAside: string | null
}

/**
 * @throws {RawiError} `BACKUP_INVALID`, `INDEX_BUSY` while a reindex is at work or the journal that is to be replaced is
 *   in use, `INDEX_TOO_NEW`, `STORAGE_FAILED`. Until the last step everything is as it was.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { folder, database, journal, replaceJournal, now } = options
  const manifest = await readBackup(folder)
  const withJournal = manifest.journal !== null && (replaceJournal || !existsSync(journal))
  const stamp = now().toISOString().replaceAll(/[:.]/g, '-')
  const lock = acquireRunLock(database)
  try {
    await prepare('index', manifest, folder, database)
    if (withJournal) {
      await prepare('journal', manifest, folder, journal)
      if (existsSync(journal)) takeOutOfUse(journal)
    }
    const indexAside = putInPlace(database, stamp)
    const journalAside = withJournal ? putInPlace(journal, stamp) : null
    await syncToDisk(dirname(database))
    const kept = manifest.journal === null ? 'none' : 'kept'
    return { manifest, indexAside, journal: withJournal ? 'restored' : kept, journalAside }
  } catch (error) {
    for (const path of [database, journal]) {
      for (const end of ['', '-wal', '-shm']) rmSync(`${restoring(path)}${end}`, { force: true })
    }
    throw fileFailure(database, error)
  } finally {
    lock.release()
  }
}

const restoring = (path: string): string => `${path}.restoring`

/** Copies a file beside its place, and opens the copy as it will be opened there. */
async function prepare(
  schema: Schema,
  manifest: BackupManifest,
  folder: string,
  place: string,
): Promise<void> {
  const path = restoring(place)
  makeFolderOf(place)
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
  await copyFile(join(folder, fileNames[schema]), path)
  // The copy, not only its source, has to be what was backed up.
  await checkFile(path, manifest[schema]!)
  try {
    checkContent(path, schema)
  } catch (cause) {
    if (!isRawiError(cause) || cause.code !== 'INDEX_CORRUPT') throw cause
    throw new RawiError(
      'BACKUP_INVALID',
      `The ${schema} in ${folder} is damaged or none of Rawi. Nothing was restored; take another backup.`,
      { cause },
    )
  }
  await syncToDisk(path)
}

/** @throws {RawiError} `INDEX_CORRUPT` */
function checkContent(path: string, schema: Schema): void {
  const connection = openDatabase({ path, schema })
  try {
    const { sqlite } = connection
    const said = sqlite.pragma('integrity_check(1)', { simple: true }) as string
    const strays = sqlite.pragma('foreign_key_check') as unknown[]
    if (said !== 'ok') throw corrupt(path, schema, said)
    if (strays.length > 0) throw corrupt(path, schema, `${strays.length} stray rows`)
  } catch (error) {
    throw failureOf(path, error, schema)
  } finally {
    connection.close()
  }
}

/** @throws {RawiError} `INDEX_BUSY` when another process has it open: what that one writes would be lost. */
function takeOutOfUse(journal: string): void {
  const sqlite = new Database(journal, { timeout: 0 })
  try {
    // SQLite gives up the log of a file only to who has it alone.
    sqlite.pragma('journal_mode = DELETE')
  } catch (cause) {
    throw new RawiError(
      'INDEX_BUSY',
      `${journal} is in use. Stop the server, then restore the journal; nothing was changed.`,
      { cause },
    )
  } finally {
    sqlite.close()
  }
}

/**
 * The file that was there gets a second name first, so that at every moment there is one at its path. Its log goes with
 * it: read together with another file it would damage that one.
 */
function putInPlace(path: string, stamp: string): string | null {
  const aside = `${path}.before-${stamp}`
  const isThere = existsSync(path)
  if (isThere) linkSync(path, aside)
  for (const end of ['-wal', '-shm']) {
    if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${aside}${end}`)
  }
  renameSync(restoring(path), path)
  return isThere ? aside : null
}
