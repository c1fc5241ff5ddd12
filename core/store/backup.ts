/**
 * Backup: a copy of the index, and of the journal where there is one, as both were at one moment, while they are served
 * and written.
 *
 * In:   the files, and a folder that is not there yet.
 * Out:  that folder, whole or not at all: it gets its name when all in it is on the disk.
 * Cost: the size of the files; one read transaction, which holds no writer up.
 *
 * The saved words (`DATABASE.words`) are no part of it: a start gathers them anew. Nor is the inbox: what waits for an
 * answer now was answered when the backup is put back.
 */
import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { GenerationInfo } from '../engine/search-engine.ts'
import { RawiError } from '../errors.ts'
import {
  backupFormat,
  describeFile,
  fileNames,
  manifestName,
  type BackupFile,
  type BackupManifest,
} from './backup-manifest.ts'
import { fileFailure } from './file-failure.ts'
import { publishedGeneration } from './generations.ts'
import { remark } from './foreign-log.ts'
import { makePrivate, privateFile, privateFolder } from './private-file.ts'
import { openDatabase, schemaVersion } from './open-database.ts'
import { corrupt, failureOf, type Schema } from './sqlite-failure.ts'
import { syncToDisk } from './sync-to-disk.ts'

export interface BackupOptions {
  readonly database: string
  /** Left out of the backup when no file is there. */
  readonly journal: string
  readonly folder: string
  readonly now: () => Date
  readonly signal?: AbortSignal
}

/** Pages copied between two looks at the signal. */
const pagesAtOnce = 4_096

/**
 * @throws {RawiError} `BACKUP_INVALID` when something is at `folder`, `INDEX_MISSING`, `INDEX_CORRUPT` when what is
 *   copied is damaged, `STORAGE_FAILED`.
 */
export async function makeBackup(options: BackupOptions): Promise<BackupManifest> {
  const { folder, database, journal, now } = options
  if (existsSync(folder))
    throw new RawiError(
      'BACKUP_INVALID',
      `Something is at ${folder} already; a backup overwrites nothing. Name another folder.`,
    )
  const partial = `${folder}.partial`
  try {
    await rm(partial, { recursive: true, force: true })
    await mkdir(partial, { recursive: true, mode: privateFolder })
    const { info, file } = await copy(database, 'index', partial, options)
    const manifest: BackupManifest = {
      format: backupFormat,
      createdAt: now().toISOString(),
      generation: info?.generation ?? null,
      publishedAt: info?.publishedAt ?? null,
      articles: info?.articles ?? 0,
      passages: info?.passages ?? 0,
      index: file,
      journal: existsSync(journal) ? (await copy(journal, 'journal', partial, options)).file : null,
    }
    await writeFile(join(partial, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: privateFile,
    })
    for (const name of [manifestName, fileNames.index]) await syncToDisk(join(partial, name))
    if (manifest.journal !== null) await syncToDisk(join(partial, fileNames.journal))
    await rename(partial, folder)
    await syncToDisk(dirname(folder))
    return manifest
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined)
    throw fileFailure(folder, error)
  }
}

async function copy(
  path: string,
  schema: Schema,
  into: string,
  { signal }: BackupOptions,
): Promise<{ readonly info: GenerationInfo | null; readonly file: BackupFile }> {
  const target = join(into, fileNames[schema])
  const source = openDatabase({ path, schema, readonly: true })
  try {
    makePrivate(target)
    // One read transaction: a copy in steps would begin anew with each commit of a run that is at work.
    source.sqlite.exec('begin')
    const { applied } = schemaVersion(source, schema)
    const info = schema === 'index' ? publishedGeneration(source) : null
    await source.sqlite.backup(target, {
      progress: () => {
        signal?.throwIfAborted()
        return pagesAtOnce
      },
    })
    checkWhole(target, path, schema)
    return { info, file: await describeFile(target, applied) }
  } catch (error) {
    throw failureOf(path, error, schema)
  } finally {
    source.close()
  }
}

function checkWhole(copied: string, path: string, schema: Schema): void {
  const sqlite = new Database(copied)
  try {
    const said = sqlite.pragma('integrity_check(1)', { simple: true }) as string
    if (said !== 'ok') throw corrupt(path, schema, said)
    // A file of its own, without a log beside it.
    sqlite.pragma('journal_mode = DELETE')
    if (schema === 'journal') sqlite.exec('delete from inbox; vacuum')
    // Restored by hand beside the log of its origin it is told apart from that one.
    remark(sqlite)
  } finally {
    sqlite.close()
  }
}
