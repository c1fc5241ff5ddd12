/**
 * Loaded index: the articles of one index file in memory, searchable by words and vectors, moved from one
 * generation to the next by what differs between them.
 *
 * Every entry knows in which epochs (one a swap) it is shown, so a snapshot of the epoch before goes on finding what
 * it found: new entries are hidden from it, and those that died stay until the swap after. Word statistics are shared
 * between the two, passages never.
 * Cost: a swap analyses what is new; between small steps the event loop breathes. The first load takes the words of
 * the lexical file over and analyses what is not in it; `save` brings that file up to date.
 */
import { setImmediate } from 'node:timers/promises'
import {
  createLexicalIndex,
  loadLexicalIndex,
  type LexicalIndex,
  type LexicalIndexOptions,
} from '../lexical/index.ts'
import { createVectorIndex, type VectorIndex } from '../semantic/vector-index.ts'
import {
  articleRows,
  readOutlines,
  readTexts,
  type ArticleOutline,
  type ArticleRow,
  type PassageRow,
} from '../store/article-rows.ts'
import type { Connection } from '../store/open-database.ts'
import { corrupt } from '../store/sqlite-failure.ts'
import { lexicalFileOf, readLexicalFile, stampOf, writeLexicalFile } from './lexical-file.ts'
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
  /**
   * Saves the words for the next start when enough of them are not saved yet. Not to be called while advancing.
   * @throws {RawiError} `STORAGE_FAILED`
   */
  save(): Promise<void>
}

export interface LoadedIndexOptions {
  readonly lexical?: LexicalIndexOptions
  /** Told when the lexical file cannot be read; its words are then gathered anew. */
  readonly onProblem?: (problem: unknown) => void
}

/** Articles read at once, and of these analysed between two breaths. */
const batch = 256
const step = 16

/** Unsaved passages that a start can well analyse: one or two seconds' worth, or 1 in 100. */
const leastSaved = 500
const savedShare = 0.01

/** Passages that grow beside the compact ones: these take less memory, but making them so takes its time. */
const leastCompacted = 16_384
const compactedShare = 0.5

export function createLoadedIndex(
  connection: Connection,
  { lexical: lexicalOptions = {}, onProblem = () => undefined }: LoadedIndexOptions = {},
): LoadedIndex {
  const lexicalFile = lexicalFileOf(connection.path)
  let lexical = createLexicalIndex(lexicalOptions)
  /** By row, of what was taken over from the file and is not in `entries` yet. */
  let savedStamps: ReadonlyMap<number, number> = new Map()
  let unsaved = 0
  const entries = new Map<number, Entry>()
  const passages = new Map<number, LoadedPassage>()
  let dying: Entry[] = []
  let vectors: VectorIndex | null = null
  let nextVectors: VectorIndex | null = null
  /** Whose vectors `nextVectors` holds. */
  let embedder: string | null = null
  let epoch = 0
  let advancing = false

  async function openSaved(): Promise<void> {
    try {
      const saved = await readLexicalFile(lexicalFile)
      if (saved === null) return
      lexical = loadLexicalIndex(saved.lexical, lexicalOptions)
      savedStamps = saved.stamps
    } catch (problem) {
      onProblem(problem)
    }
  }

  /** Of what was taken over, forgets what this index does not show. */
  function forgetForeign(): void {
    const foreign = [...lexical.ids()].filter((id) => !passages.has(id))
    lexical.remove(foreign)
    unsaved += foreign.length
    savedStamps = new Map()
  }

  function hasWordsOf({ row, passages: parts }: ArticleOutline): boolean {
    return savedStamps.get(row.row) === stampOf(row) && parts.every(({ id }) => lexical.has(id))
  }

  function analyse({ row, passages: parts }: ArticleOutline, text: string): void {
    lexical.remove(parts.map(({ id }) => id))
    lexical.add(
      parts.map(({ id, start, end }) => ({
        id,
        title: row.title,
        text: text.slice(start, end),
        language: row.language,
      })),
    )
    unsaved += parts.length
  }

  function take({ row, passages: parts }: ArticleOutline): void {
    const entry: Entry = {
      article: row,
      passageIds: parts.map(({ id }) => id),
      from: epoch + 1,
      until: Infinity,
    }
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
    unsaved += entry.passageIds.length
    for (const id of entry.passageIds) {
      vectors?.remove(id)
      passages.delete(id)
    }
    entries.delete(entry.article.row)
  }

  /** @returns Those whose text was swept away meanwhile. */
  async function analyseAll(outlines: readonly ArticleOutline[]): Promise<Set<ArticleOutline>> {
    const gone = new Set<ArticleOutline>()
    for (let at = 0; at < outlines.length; at += step) {
      const some = outlines.slice(at, at + step)
      const rows = some.map(({ row: { row } }) => row)
      const texts = readTexts(connection, rows)
      for (const outline of some) {
        const text = texts.get(outline.row.row)
        if (text === undefined) gone.add(outline)
        else analyse(outline, text)
        await setImmediate()
      }
    }
    return gone
  }

  async function takeMissing(rows: readonly number[]): Promise<void> {
    const missing = rows.filter((row) => !entries.has(row))
    for (let at = 0; at < missing.length; at += batch) {
      const outlines = readOutlines(connection, missing.slice(at, at + batch))
      const unknown = outlines.filter((outline) => !hasWordsOf(outline))
      const gone = await analyseAll(unknown)
      for (const outline of outlines) if (!gone.has(outline)) take(outline)
      if (unknown.length === 0) await setImmediate()
      const most = Math.max(leastCompacted, lexical.size * compactedShare)
      if (lexical.changes > most) await breathing(lexical.compact())
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
    if (entries.size === 0) await openSaved()
    const rows = articleRows(connection, info.generation)
    try {
      await takeMissing(rows)
    } catch (error) {
      if (error instanceof RangeError) throw corrupt(connection.path, 'index', error.message, error)
      throw error
    }
    if (savedStamps.size > 0) forgetForeign()
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
    get lexical() {
      return lexical
    },
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

    async save() {
      if (unsaved < Math.max(leastSaved, lexical.size * savedShare)) return
      await breathing(lexical.compact())
      const stamps = new Map<number, number>()
      for (const [row, { article }] of entries) stamps.set(row, stampOf(article))
      await writeLexicalFile(lexicalFile, { stamps, lexical: lexical.serialise() })
      unsaved = 0
    },
  }
}

async function breathing(steps: Iterator<undefined, void>): Promise<void> {
  while (steps.next().done !== true) await setImmediate()
}
