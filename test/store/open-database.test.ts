import Database from 'better-sqlite3'
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, schemaVersion } from '../../core/store/index.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-store-'))
  path = join(folder, 'index.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = (readonly = false) => openDatabase({ path, schema: 'index', readonly })

describe('openDatabase', () => {
  it('creates the tables once, with foreign keys and a write-ahead log', () => {
    open().close()
    const again = open()
    expect(again.sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(again.sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
    const { applied, known } = schemaVersion(again, 'index')
    expect(applied).toBe(known)
    again.close()
  })

  it('creates the folder it is to lie in', () => {
    path = join(folder, 'a', 'b', 'index.db')
    open().close()
    expect(statSync(path).size).toBeGreaterThan(0)
  })

  it('tells a reader that there is no index, and leaves none behind', () => {
    expect(() => open(true)).toThrow(
      expect.objectContaining({
        code: 'INDEX_MISSING',
        message: expect.stringContaining('npm run reindex'),
      }),
    )
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined()
  })

  it('refuses a schema newer than its own, and says what to do', () => {
    open().close()
    const newer = new Database(path)
    newer
      .prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
      .run('later', Date.UTC(2100, 0))
    newer.close()
    for (const readonly of [true, false]) {
      expect(() => open(readonly)).toThrow(
        expect.objectContaining({
          code: 'INDEX_TOO_NEW',
          message: expect.stringContaining('npm run reindex -- --db'),
        }),
      )
    }
  })

  it.each([
    ['text', () => writeFileSync(path, 'هذا ليس فهرساً. '.repeat(500))],
    [
      'another database',
      () => {
        const other = new Database(path)
        other.exec('create table invoices (id integer primary key)')
        other.close()
      },
    ],
    ['a journal', () => openDatabase({ path, schema: 'journal' }).close()],
    [
      'an index cut in half',
      () => {
        open().close()
        truncateSync(path, Math.floor(statSync(path).size / 2))
      },
    ],
    [
      'an index with its first page overwritten',
      () => {
        open().close()
        const file = openSync(path, 'r+')
        writeSync(file, Buffer.alloc(3996, 7), 0, 3996, 100)
        closeSync(file)
      },
    ],
  ])('refuses %s as INDEX_CORRUPT, for readers and writers', (_, spoil) => {
    spoil()
    for (const readonly of [true, false]) {
      expect(() => open(readonly)).toThrow(
        expect.objectContaining({ code: 'INDEX_CORRUPT', message: expect.stringContaining(path) }),
      )
    }
  })

  it('says STORAGE_FAILED where a folder lies at the path', () => {
    expect(() => openDatabase({ path: folder, schema: 'index' })).toThrow(
      expect.objectContaining({ code: 'STORAGE_FAILED' }),
    )
  })
})
