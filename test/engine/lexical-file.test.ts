import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { searchTerms } from '../question/plans.ts'
import { openEmbeddedEngine } from '../../core/engine/index.ts'
import { numbers, openWriter, putCaravan, towns } from './caravans.ts'

let folder: string
let database: string
let words: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-words-'))
  database = join(folder, 'index.db')
  words = `${database}.words`
})
afterEach(() => rmSync(folder, { recursive: true }))

function publish(
  path: string,
  ids: readonly number[],
  verb = 'وصلت',
  removed: readonly number[] = [],
) {
  const writer = openWriter(path)
  for (const id of removed) writer.remove(`a${id}`)
  for (const id of ids) putCaravan(writer, id, verb)
  writer.publish()
  writer.close()
}

/** Enough of them that a start is worth saving. */
const hundred = numbers(100)

/** Opens the index once, as a start does. */
async function ask(question: string) {
  const problems: unknown[] = []
  const engine = openEmbeddedEngine({ database, onProblem: (problem) => problems.push(problem) })
  try {
    const snapshot = await engine.snapshot()
    const found = await snapshot.lexical(searchTerms(question, 'ar'), { limit: 1_000 })
    const terms = await snapshot.statistics(searchTerms(question, 'ar'))
    const passages = await snapshot.passages(found.map(({ passageId }) => passageId))
    return { found, terms, articles: new Set(passages.map(({ articleId }) => articleId)), problems }
  } finally {
    await engine.close()
  }
}

describe('openEmbeddedEngine', () => {
  it('takes the words of an earlier start over and finds the same', async () => {
    publish(database, hundred)
    const first = await ask('قافلة 42 تدمر')
    expect(existsSync(words)).toBe(true)
    // Where it analysed the texts again, it would not find a word of them now.
    const spoiler = new Database(database)
    spoiler.exec("update texts set text = replace(text, 'القافلة', 'السفينة')")
    spoiler.close()
    const second = await ask('قافلة 42 تدمر')
    expect(second).toEqual(first)
    expect(second.found).toHaveLength(600)
    expect(second.problems).toEqual([])
  })

  it('brings them to the generation that is published since', async () => {
    publish(database, hundred)
    await ask('قافلة')
    publish(database, [3, 100], 'غادرت', [7])
    expect((await ask('غادرت')).articles).toEqual(new Set(['a3', 'a100']))
    const { articles, terms } = await ask('وصلت')
    expect(articles.size).toBe(98)
    expect(articles.has('a3') || articles.has('a7')).toBe(false)
    expect(terms[0]!.passages).toBe(98 * towns.length)
  })

  it('saves nothing for an index so small that a start needs no help', async () => {
    publish(database, [1, 2, 3])
    expect((await ask('قافلة')).found).toHaveLength(18)
    expect(existsSync(words)).toBe(false)
  })

  const damage: readonly (readonly [string, (bytes: Buffer) => Uint8Array | string])[] = [
    ['has one wrong bit', (bytes) => bytes.fill(bytes[5_000]! ^ 1, 5_000, 5_001)],
    ['is cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['is empty', () => ''],
    ['is something else', () => 'قائمة الكلمات ليست هنا'],
  ]
  it.each(damage)('tells that the file %s, and gathers the words anew', async (_, spoil) => {
    publish(database, hundred)
    const before = await ask('قافلة 42 تدمر')
    writeFileSync(words, spoil(readFileSync(words)))
    const after = await ask('قافلة 42 تدمر')
    expect(after.problems).toMatchObject([{ code: 'INDEX_CORRUPT' }])
    expect(after).toMatchObject({ found: before.found, terms: before.terms })
    expect((await ask('قافلة 42 تدمر')).problems).toEqual([])
  })

  it('believes nothing that another index left behind', async () => {
    publish(`${database}.other`, hundred, 'غادرت')
    publish(database, hundred)
    const own = await ask('وصلت')
    copyFileSync(`${database}.other`, database)
    expect((await ask('غادرت')).found).toHaveLength(600)
    expect((await ask('وصلت')).found).toEqual([])
    expect(own.found).toHaveLength(600)
  })

  it('serves on, and tells, where the words cannot be saved', async () => {
    publish(database, hundred)
    mkdirSync(join(words, 'in the way'), { recursive: true })
    const { found, problems } = await ask('قافلة')
    expect(found).toHaveLength(600)
    expect(problems).toMatchObject([{ code: 'INDEX_CORRUPT' }, { code: 'STORAGE_FAILED' }])
    expect(existsSync(`${words}.served`)).toBe(false)
  })
})
