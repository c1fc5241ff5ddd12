import { closeSync, mkdtempSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { searchTerms } from '../question/plans.ts'
import type { Article } from '../../core/article.ts'
import { contentHashOf } from '../../core/content-hash.ts'
import { createIndexWriter, openEmbeddedEngine } from '../../core/engine/index.ts'
import type { SearchEngine } from '../../core/engine/search-engine.ts'

let folder: string
let database: string
let engine: SearchEngine
let problems: unknown[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-engine-'))
  database = join(folder, 'index.db')
  problems = []
  engine = openEmbeddedEngine({
    database,
    pollMs: 10,
    onProblem: (problem) => problems.push(problem),
  })
})
afterEach(async () => {
  await engine.close()
  rmSync(folder, { recursive: true })
})

const now = () => new Date('2024-01-01T00:00:00Z')

const article = (id: string, text: string): Article => ({
  id,
  title: text,
  text,
  source: null,
  url: null,
  publishedAt: null,
  language: 'ar',
  foundBy: { title: 'text', source: null, publishedAt: null, language: 'letters' },
})

function publish(path: string, ...articles: Article[]): void {
  const writer = createIndexWriter({ database: path, embedder: null, pipeline: 'one', now })
  for (const entry of articles) {
    const passage = { ordinal: 0, start: 0, end: entry.text.length, vector: null }
    writer.put(entry, contentHashOf(entry), [passage])
  }
  writer.publish()
  writer.close()
}

const eventually = (check: () => Promise<void>) =>
  vi.waitFor(check, { timeout: 5_000, interval: 20 })

const old = article('old', 'جسر قديم فوق النهر')
const fresh = article('fresh', 'جسر جديد فوق النهر')

describe('openEmbeddedEngine', () => {
  it('begins to serve an index that is made after it', async () => {
    await expect(engine.snapshot()).rejects.toMatchObject({ code: 'INDEX_MISSING' })
    publish(database, old)
    expect(await (await engine.snapshot()).article('old')).toEqual(old)
  })

  it('serves the file that is put in the place of another, and lets go on who reads the one before', async () => {
    publish(database, old)
    const before = await engine.snapshot()
    publish(`${database}.next`, fresh)
    renameSync(database, `${database}.old`)
    renameSync(`${database}.next`, database)
    await eventually(async () => {
      expect(await (await engine.snapshot()).article('fresh')).toEqual(fresh)
    })
    expect(await before.article('old')).toEqual(old)
    const [found] = await before.lexical(searchTerms('جسر', 'ar'), { limit: 5 })
    expect((await before.passages([found!.passageId]))[0]!.articleId).toBe('old')
  })

  it('goes on serving when the file is gone', async () => {
    publish(database, old)
    const { generation } = (await engine.snapshot()).info
    for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true })
    await pause(100)
    const snapshot = await engine.snapshot()
    expect(snapshot.info.generation).toBe(generation)
    expect(await snapshot.article('old')).toEqual(old)
  })

  it('goes on serving, and tells, when what is published next is not whole', async () => {
    publish(database, old)
    const { generation } = (await engine.snapshot()).info
    publish(database, fresh)
    const spoiler = new Database(database)
    spoiler.exec('delete from passages where article = (select max(row) from articles)')
    spoiler.exec("update generations set published_at = '2024-01-02T00:00:00Z' where number = 2")
    spoiler.close()
    await eventually(async () => {
      await engine.snapshot()
      expect(problems).toMatchObject([{ code: 'INDEX_CORRUPT' }])
    })
    expect((await engine.snapshot()).info.generation).toBe(generation)
    expect(await (await engine.snapshot()).article('old')).toEqual(old)
  })

  it('says INDEX_CORRUPT for what is no index', async () => {
    const file = openSync(database, 'w')
    writeSync(file, 'ليس هذا فهرساً'.repeat(400))
    closeSync(file)
    await expect(engine.snapshot()).rejects.toMatchObject({ code: 'INDEX_CORRUPT' })
  })

  it('fails to read a generation that is gone, rather than finding nothing in it', async () => {
    publish(database, article('a', 'نسخة 0'))
    const held = await engine.snapshot()
    const found = await held.lexical(searchTerms('نسخة', 'ar'), { limit: 10 })
    for (let n = 1; n <= 3; n++) publish(database, article('a', `نسخة ${n}`))
    await expect(held.passages(found.map(({ passageId }) => passageId))).rejects.toMatchObject({
      code: 'INDEX_STALE',
    })
  })

  it('shows whole generations while many are published', async () => {
    publish(database, article('a', 'نسخة 0'), article('b', 'نسخة 0'))
    const state = { publishing: true }
    const publishing = (async () => {
      for (let n = 1; n <= 30; n++) {
        publish(database, article('a', `نسخة ${n}`), article('b', `نسخة ${n}`))
        // A snapshot may be one generation behind, not two: what only an older one shows is swept away.
        await pause(50)
      }
      state.publishing = false
    })()
    const seen = new Set<number>()
    while (state.publishing) {
      const snapshot = await engine.snapshot()
      const found = await snapshot.lexical(searchTerms('نسخة', 'ar'), { limit: 10 })
      const passages = await snapshot.passages(found.map(({ passageId }) => passageId))
      const texts = new Set(passages.map(({ text }) => text))
      expect(passages).toHaveLength(2)
      expect(texts.size).toBe(1)
      seen.add(snapshot.info.generation)
      await pause(2)
    }
    await publishing
    expect(seen.size).toBeGreaterThan(3)
  })
})
