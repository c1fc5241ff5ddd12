/**
 * Loaded index: the articles of one index file in memory, searchable by words and vectors, moved from one
 * generation to the next by what differs between them.
 *
 * Every entry knows in which epochs (one a swap) it is shown, so a snapshot of the epoch before goes on finding what
 * it found: new entries are hidden from it, and those that died stay until the swap after. Word statistics are shared
 * between the two, passages never.
 * Cost: a swap analyses what is new; between small steps the event loop breathes.
 */
import { setImmediate } from 'node:timers/promises'
import {
  createLexicalIndex,
  type LexicalIndex,
  type LexicalIndexOptions,
} from '../lexical/index.ts'
import { createVectorIndex, type VectorIndex } from '../semantic/vector-index.ts'
import {
  articleRows,
  readStored,
  type ArticleRow,
  type PassageRow,
  type StoredArticle,
} from '../store/article-rows.ts'
import type { Connection } from '../store/open-database.ts'
import { corrupt } from '../store/sqlite-failure.ts'
import type { GenerationInfo } from './search-engine.ts'

export interface LoadedPassage extends Omit<PassageRow, 'vector'> {
  readonly entry: Entry
}

export interface Entry {
  readonly article: ArticleRow
  readonly passageIds: readonly number[]
  /** First epoch that shows it. */
  readonly from: number
  /** First epoch that no longer does. */
  until: number
}

export interface LoadedIndex {
  readonly lexical: LexicalIndex
  /** Of the newest epoch; null when its generation holds no vectors. */
  readonly vectors: VectorIndex | null
  readonly epoch: number
  passage(id: number, epoch: number): LoadedPassage | null
  /** True when no passage is held that the epoch does not show. */
  showsAll(epoch: number): boolean
  /**
   * Moves to a generation; until it ends, `epoch` and all that is shown stay as they were.
   * @returns False when the generation was swept away meanwhile: a newer one is there.
   */
  advance(info: GenerationInfo): Promise<boolean>
}

/** Articles taken in between two breaths. */
const step = 16

export function createLoadedIndex(
  connection: Connection,
  lexicalOptions: LexicalIndexOptions = {},
): LoadedIndex {
  const lexical = createLexicalIndex(lexicalOptions)
  const entries = new Map<number, Entry>()
  const passages = new Map<number, LoadedPassage>()
  let dying: Entry[] = []
  let vectors: VectorIndex | null = null
  let nextVectors: VectorIndex | null = null
  /** Whose vectors `nextVectors` holds. */
  let embedder: string | null = null
  let epoch = 0
  let advancing = false

  function take({ row, text, passages: parts }: StoredArticle): void {
    const entry: Entry = {
      article: row,
      passageIds: parts.map(({ id }) => id),
      from: epoch + 1,
      until: Infinity,
    }
    lexical.add(
      parts.map(({ id, start, end }) => ({
        id,
        title: row.title,
        text: text.slice(start, end),
        language: row.language,
      })),
    )
    for (const { vector, ...part } of parts) {
      passages.set(part.id, { ...part, entry })
      if (vector === null) continue
      nextVectors ??= createVectorIndex(vector.length)
      nextVectors.add(part.id, vector)
    }
    entries.set(row.row, entry)
  }

  function drop(entry: Entry): void {
    lexical.remove(entry.passageIds)
    for (const id of entry.passageIds) {
      vectors?.remove(id)
      passages.delete(id)
    }
    entries.delete(entry.article.row)
  }

  async function takeMissing(rows: readonly number[]): Promise<void> {
    const missing = rows.filter((row) => !entries.has(row))
    for (let at = 0; at < missing.length; at += step) {
      for (const stored of readStored(connection, missing.slice(at, at + step))) {
        take(stored)
        await setImmediate()
      }
    }
  }

  function isWhole(rows: readonly number[], info: GenerationInfo): boolean {
    let count = 0
    for (const row of rows) count += entries.get(row)?.passageIds.length ?? NaN
    return rows.length === info.articles && count === info.passages
  }

  async function advance(info: GenerationInfo): Promise<boolean> {
    for (const entry of dying) drop(entry)
    dying = []
    if (info.embedder !== embedder) nextVectors = null
    embedder = info.embedder
    const rows = articleRows(connection, info.generation)
    try {
      await takeMissing(rows)
    } catch (error) {
      if (error instanceof RangeError) throw corrupt(connection.path, 'index', error.message, error)
      throw error
    }
    if (!isWhole(rows, info)) return false
    const living = new Set(rows)
    epoch += 1
    for (const [row, entry] of entries) {
      if (living.has(row)) continue
      entry.until = epoch
      dying.push(entry)
    }
    vectors = nextVectors
    return true
  }

  return {
    lexical,
    get vectors() {
      return vectors
    },
    get epoch() {
      return epoch
    },

    passage(id, at) {
      const passage = passages.get(id)
      if (!passage) return null
      const { from, until } = passage.entry
      return from <= at && at < until ? passage : null
    },

    showsAll: (at) => at === epoch && !advancing && dying.length === 0,

    async advance(info) {
      advancing = true
      try {
        return await advance(info)
      } finally {
        advancing = false
      }
    },
  }
}
