/**
 * Drizzle as the store uses it, in its CommonJS build.
 *
 * Cost: 0.1 s of processor time at each start; 0.5 in the other build, for each of whose hundred modules Node parses the
 *       package's description anew, 180 kB of it.
 */
import type * as Driver from 'drizzle-orm/better-sqlite3'
import type * as Migrator from 'drizzle-orm/migrator'
import type * as Orm from 'drizzle-orm'
import type * as SqliteCore from 'drizzle-orm/sqlite-core'
import { createRequire } from 'node:module'

export type { Placeholder, SQL } from 'drizzle-orm'
export type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
export type { MigrationMeta } from 'drizzle-orm/migrator'

const load = createRequire(import.meta.url)

export const {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  min,
  ne,
  or,
  sql,
} = load('drizzle-orm') as typeof Orm
export const { blob, index, integer, sqliteTable, text, uniqueIndex } = load(
  'drizzle-orm/sqlite-core',
) as typeof SqliteCore
export const { drizzle } = load('drizzle-orm/better-sqlite3') as typeof Driver
export const { readMigrationFiles } = load('drizzle-orm/migrator') as typeof Migrator
