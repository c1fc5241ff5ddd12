/**
 * Opens a SQLite file through drizzle: settings, migrations, and a refusal of what this version cannot serve.
 *
 * Commits are `synchronous=NORMAL`: a killed process loses nothing, a power cut at worst the last transactions and
 * never the file's wholeness. Publishing asks for more by itself.
 */
import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RawiError } from '../errors.ts'
import {
  drizzle,
  readMigrationFiles,
  type BetterSQLite3Database,
  type MigrationMeta,
} from './drizzle.ts'
import { hasForeignLog, markDatabase } from './foreign-log.ts'
import { makeFolderOf, makePrivate } from './private-file.ts'
import { corrupt, guarded, type Schema } from './sqlite-failure.ts'

export interface Connection {
  readonly path: string
  readonly db: BetterSQLite3Database
  readonly sqlite: Database.Database
  close(): void
}

export interface OpenOptions {
  readonly path: string
  readonly schema: Schema
  /** Readers leave the file as it is, but for migrations that are due. */
  readonly readonly?: boolean
  /** @default 5_000 */
  readonly busyTimeoutMs?: number
}

const application = 0x52617769 // "Rawi"

/**
 * @throws {RawiError} `INDEX_TOO_NEW`, `INDEX_CORRUPT`, `INDEX_BUSY` or `STORAGE_FAILED`; `INDEX_MISSING` when a
 *   reader finds no file.
 */
export function openDatabase({
  path,
  schema,
  readonly = false,
  busyTimeoutMs = 5_000,
}: OpenOptions): Connection {
  if (readonly && !existsSync(path)) throw missing(path)
  const open = (): Connection => {
    if (hasForeignLog(path)) throw foreignLog(path)
    if (!readonly) {
      makeFolderOf(path)
      makePrivate(path)
    }
    const sqlite = new Database(path, { readonly, timeout: busyTimeoutMs })
    try {
      const due = migrationsDue(sqlite, path, schema)
      if (due && readonly) {
        sqlite.close()
        openDatabase({ path, schema, busyTimeoutMs }).close()
        return openDatabase({ path, schema, readonly, busyTimeoutMs })
      }
      if (!readonly) prepare(sqlite, schema, due)
      sqlite.pragma('foreign_keys = ON')
      return { path, db: drizzle(sqlite), sqlite, close: () => void sqlite.close() }
    } catch (error) {
      sqlite.close()
      throw error
    }
  }
  return guarded(path, open, schema)
}

/** How many migrations a file has seen, and how many there are. For the doctor. */
export function schemaVersion({ sqlite }: Connection, schema: Schema) {
  return {
    applied: sqlite.prepare('select count(*) from __drizzle_migrations').pluck().get() as number,
    known: migrationsOf(schema).length,
  }
}

function missing(path: string): RawiError {
  return new RawiError(
    'INDEX_MISSING',
    `There is no index at ${path}. Build it: npm run reindex -- --db "${path}"`,
  )
}

function foreignLog(path: string): RawiError {
  return new RawiError(
    'INDEX_CORRUPT',
    `${path}-wal is the log of another database, which lay at ${path} before; read with it this one would be damaged. Nothing was changed. Move the log away, and what is at ${path} is opened as it is: mv "${path}-wal" "${path}-wal.other" && rm -f "${path}-shm"`,
  )
}

function prepare(sqlite: Database.Database, schema: Schema, due: boolean): void {
  // Before there is a log, so that the file itself bears the mark.
  markDatabase(sqlite)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = NORMAL')
  if (!due) return
  // Off while tables may be rebuilt: SQLite would empty their children otherwise.
  sqlite.pragma('foreign_keys = OFF')
  sqlite.exec('begin immediate')
  try {
    migrate(sqlite, schema)
    sqlite.pragma(`application_id = ${application}`)
    sqlite.exec('commit')
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback')
    throw error
  }
}

/**
 * drizzle's migrations and its table of them, within the transaction that is open: two processes that open a new
 * file at once do not both create its tables, which drizzle's own migrator lets them do.
 */
function migrate(sqlite: Database.Database, schema: Schema): void {
  sqlite.exec(
    'create table if not exists __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)',
  )
  const last = lastApplied(sqlite) ?? -1
  const note = sqlite.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
  for (const { folderMillis, hash, sql } of migrationsOf(schema)) {
    if (folderMillis <= last) continue
    for (const statement of sql) sqlite.exec(statement)
    note.run(hash, folderMillis)
  }
}

/** @returns Whether migrations are to be applied. */
function migrationsDue(sqlite: Database.Database, path: string, schema: Schema): boolean {
  const known = migrationsOf(schema).at(-1)!.folderMillis
  const tables = sqlite.prepare("select name from sqlite_schema where type = 'table'").pluck().all()
  if (tables.length === 0) return true
  if (!tables.includes('__drizzle_migrations')) throw corrupt(path, schema, 'it holds other tables')
  if (!tables.includes(schema === 'index' ? 'generations' : 'questions'))
    throw corrupt(path, schema, 'it holds other tables')
  const last = lastApplied(sqlite) ?? -1
  if (last > known) {
    throw new RawiError(
      'INDEX_TOO_NEW',
      `${path} was written by a newer Rawi (schema of ${new Date(last).toISOString()}, this one knows ${new Date(known).toISOString()}). Update this installation, or build another index: npm run reindex -- --db "${path}.rebuilt"`,
    )
  }
  return last < known
}

function lastApplied(sqlite: Database.Database): number | null {
  return sqlite.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as
    | number
    | null
}

const migrations = new Map<Schema, MigrationMeta[]>()

function migrationsOf(schema: Schema): readonly MigrationMeta[] {
  const folder = new URL(`../../data/migrations/${schema}`, import.meta.url)
  const known =
    migrations.get(schema) ?? readMigrationFiles({ migrationsFolder: fileURLToPath(folder) })
  migrations.set(schema, known)
  return known
}
