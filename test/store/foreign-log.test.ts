import type Database from 'better-sqlite3'
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, openJournal } from '../../core/store/index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = (name: string): string => join(folder, name)
const open = (name: string, readonly = false) =>
  openDatabase({ path: at(name), schema: 'index', readonly })

const modeOf = (name: string): number => statSync(at(name)).mode & 0o777

/** A database whose log is left behind, as a killed run leaves it. */
function abandoned(name: string, write: (sqlite: Database.Database) => void): void {
  const source = open('source')
  source.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  write(source.sqlite)
  copyFileSync(at('source'), at(name))
  copyFileSync(at('source-wal'), at(`${name}-wal`))
  source.close()
}

const grow = (sqlite: Database.Database): void => {
  sqlite.exec('create table more (text text)')
}

describe('a log beside a database', () => {
  it('is taken over where it is its own', () => {
    abandoned('left', grow)
    const opened = open('left')
    const { sqlite } = opened
    expect(sqlite.pragma('table_list(more)')).toHaveLength(1)
    opened.close()
  })

  it.each([
    ['grew its database', grow],
    [
      'changed rows in place',
      (sqlite: Database.Database) => {
        sqlite.exec("update __drizzle_migrations set hash = 'x' || substr(hash, 2)")
      },
    ],
  ])('of another file that %s is refused, and both stay as they are', (_, write) => {
    abandoned('left', write)
    open('new').close()
    const grown = open('new')
    grown.sqlite.exec('create table own (text text); create table own2 (text text)')
    grown.close()
    renameSync(at('new'), at('left'))
    const before = [readFileSync(at('left')), readFileSync(at('left-wal'))]
    for (const readonly of [true, false])
      expect(() => open('left', readonly)).toThrow(
        expect.objectContaining({
          code: 'INDEX_CORRUPT',
          message: expect.stringContaining(`mv "${at('left')}-wal"`),
        }),
      )
    expect([readFileSync(at('left')), readFileSync(at('left-wal'))]).toEqual(before)
    renameSync(at('left-wal'), at('aside'))
    const opened = open('left')
    expect(opened.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(opened.sqlite.pragma('table_list(own2)')).toHaveLength(1)
    opened.close()
  })

  it('of a release that gave no marks is taken over', () => {
    const source = open('source')
    source.sqlite.pragma('user_version = 0')
    source.sqlite.pragma('wal_checkpoint(TRUNCATE)')
    grow(source.sqlite)
    copyFileSync(at('source'), at('left'))
    copyFileSync(at('source-wal'), at('left-wal'))
    source.close()
    const opened = open('left')
    const { sqlite } = opened
    expect(sqlite.pragma('table_list(more)')).toHaveLength(1)
    expect(sqlite.pragma('user_version', { simple: true })).toBeGreaterThan(0)
    opened.close()
  })

  it('is refused beside a journal too', () => {
    const journal = openJournal(at('left'))
    const other = openJournal(at('other'))
    journal.noteQuestion({
      askedAt: '2026-01-01T00:00:00Z',
      channel: 'http',
      text: 'من فاز بالكأس؟',
      language: 'ar',
      verdict: 'refusal',
      citedArticleIds: [],
      generation: 1,
      totalMs: 12,
    })
    copyFileSync(at('left-wal'), at('kept'))
    journal.close()
    other.close()
    renameSync(at('other'), at('left'))
    renameSync(at('kept'), at('left-wal'))
    expect(() => openJournal(at('left'))).toThrow(
      expect.objectContaining({ code: 'INDEX_CORRUPT' }),
    )
  })
})

describe('the files of a database', () => {
  it('are their owner’s alone, in a folder that is so too', () => {
    const made = open('made/index.db')
    expect(modeOf('made')).toBe(0o700)
    for (const name of ['index.db', 'index.db-wal', 'index.db-shm'])
      expect(modeOf(`made/${name}`)).toBe(0o600)
    made.close()
  })

  it.each([
    [0o644, 0o640],
    [0o666, 0o660],
    [0o600, 0o600],
  ])('of mode %o become %o: a group that may read them may go on', (before, after) => {
    open('old').close()
    chmodSync(at('old'), before)
    open('old').close()
    expect(modeOf('old')).toBe(after)
  })
})
