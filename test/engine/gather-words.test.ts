import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { searchTerms } from '../question/plans.ts'
import {
  gatherWords,
  openEmbeddedEngine,
  type EmbeddedIndexWriter,
  type GatherOptions,
} from '../../core/engine/index.ts'
import { numbers, openWriter, putCaravan, towns } from './caravans.ts'

let folder: string
let database: string
let writer: EmbeddedIndexWriter
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-gather-'))
  database = join(folder, 'index.db')
  writer = openWriter(database)
})
afterEach(() => {
  writer.close()
  rmSync(folder, { recursive: true })
})

async function gather(options: Partial<GatherOptions> = {}): Promise<void> {
  const building = writer.begin()
  writer.commit()
  const { connection } = writer
  await gatherWords({ connection, building, least: 1, threads: 2, ...options })
}

/** Whoever analyses a text from now on finds other words in it. */
function spoilTexts(): void {
  const spoiler = new Database(database)
  spoiler.exec("update texts set text = replace(text, 'القافلة', 'السفينة')")
  spoiler.close()
}

async function found(question: string, engine = openEmbeddedEngine({ database })) {
  try {
    const snapshot = await engine.newest()
    return (await snapshot.lexical(searchTerms(question, 'ar'), { limit: 100_000 })).length
  } finally {
    await engine.close()
  }
}

describe('gatherWords', () => {
  it('spares the next start the analysis, however many tasks shared it', async () => {
    const many = 2_100
    for (const id of numbers(many)) putCaravan(writer, id)
    const seen: number[] = []
    await gather({ onProgress: (done, total) => seen.push(done, total) })
    expect(seen.slice(0, 2)).toEqual([0, many * towns.length])
    expect(seen.slice(-2)).toEqual([many * towns.length, many * towns.length])
    writer.publish()
    spoilTexts()
    expect(await found('القافلة')).toBe(many * towns.length)
    expect(await found('السفينة')).toBe(0)
  })

  it('keeps the words of what is served while the run is not published', async () => {
    for (const id of numbers(40)) putCaravan(writer, id)
    writer.publish()
    for (const id of numbers(20)) putCaravan(writer, id, 'غادرت')
    await gather()
    spoilTexts()
    expect(await found('وصلت القافلة')).toBe(40 * towns.length)
    writer.publish()
    expect(await found('غادرت')).toBe(20 * towns.length)
    expect(await found('القافلة')).toBe(40 * towns.length)
    expect(await found('السفينة')).toBe(0)
  })

  it('spares a running engine the analysis of many new articles', async () => {
    for (const id of numbers(5)) putCaravan(writer, id)
    writer.publish()
    const engine = openEmbeddedEngine({ database })
    const before = await engine.snapshot()
    for (const id of numbers(1_200).slice(3)) putCaravan(writer, id, 'غادرت')
    await gather()
    spoilTexts()
    writer.publish()
    const held = before.lexical(searchTerms('القافلة', 'ar'), { limit: 100 })
    await engine.newest()
    expect(await held).toHaveLength(5 * towns.length)
    expect(await before.lexical(searchTerms('القافلة', 'ar'), { limit: 100 })).toHaveLength(
      5 * towns.length,
    )
    expect(await found('القافلة', engine)).toBe(1_200 * towns.length)
  })

  it('leaves a few new articles to who serves', async () => {
    for (const id of numbers(20)) putCaravan(writer, id)
    await gather({ least: 121 })
    expect(existsSync(`${database}.words`)).toBe(false)
  })

  it('ends when it is told to, and leaves nothing half done', async () => {
    for (const id of numbers(2_100)) putCaravan(writer, id)
    const stop = new AbortController()
    const gathering = gather({
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('halt')),
    })
    await expect(gathering).rejects.toMatchObject({ name: 'AbortError' })
    expect(readdirSync(folder).filter((name) => name.includes('.words'))).toEqual([])
  })
})
