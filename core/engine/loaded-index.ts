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
import { createBreath } from '../breath.ts'
import type { ArchiveDays } from '../question.ts'
import type { ArticleSlots, LexicalIndex } from '../lexical/index.ts'
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
import { inOrder } from './article-list.ts'
import { createLoadedWords, type LoadedWordsOptions } from './loaded-words.ts'
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
  /** Of the newest epoch; null where no article has a day. */
  readonly days: ArchiveDays | null
  passage(id: number, epoch: number): LoadedPassage | null
  /** In their order; none for an article that is not held. */
  passagesOf(row: number): readonly LoadedPassage[]
  /** What the epoch shows, newest first. */
  articles(epoch: number): readonly ArticleRow[]
  /** Which article each passage belongs to, by its row, of what the epoch shows. */
  articleSlots(epoch: number): ArticleSlots
  /** Shows an article no more, in no epoch. @returns False when it was hidden already. */
  hide(row: number): boolean
  /** How many of the articles held are hidden so. */
  readonly hidden: number
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
  /** Ends its threads. */
  close(): void
}

export type LoadedIndexOptions = Omit<LoadedWordsOptions, 'database'>

/** Articles whose outlines are read at once, and of these whose texts are. */
const batch = 256
const step = 16

/** New articles that are worth a look at the lexical file: whoever published them may have put their words there. */
const manyNew = 1_000

export function createLoadedIndex(
  connection: Connection,
  options: LoadedIndexOptions = {},
): LoadedIndex {
  // By time, not by article: a turn of the loop may serve many questions, and loading must come on under any load.
  const breathe = createBreath()
  const words = createLoadedWords({ database: connection.path, ...options })
  const entries = new Map<number, Entry>()
  const passages = new Map<number, LoadedPassage>()
  const hidden = new Set<number>()
  let dying: Entry[] = []
  let vectors: VectorIndex | null = null
  let nextVectors: VectorIndex | null = null
  /** Whose vectors `nextVectors` holds. */
  let embedder: string | null = null
  let epoch = 0
  let days: ArchiveDays | null = null
  let advancing = false
  /** Of the epoch that was asked for last. */
  let list: { readonly epoch: number; readonly of: readonly ArticleRow[] } | null = null
  /** Of the words and the epoch that were asked for last. */
  let slots: {
    readonly lexical: LexicalIndex
    readonly epoch: number
    readonly changes: number
    readonly of: ArticleSlots
  } | null = null

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
    words.remove(entry.passageIds)
    for (const id of entry.passageIds) {
      vectors?.remove(id)
      passages.delete(id)
    }
    entries.delete(entry.article.row)
    hidden.delete(entry.article.row)
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
        else words.analyse(outline, text)
        await breathe()
      }
    }
    return gone
  }

  async function takeMissing(missing: readonly number[]): Promise<void> {
    for (let at = 0; at < missing.length; at += batch) {
      const outlines = readOutlines(connection, missing.slice(at, at + batch))
      const unknown = outlines.filter((outline) => !hasWords(outline))
      const gone = await analyseAll(unknown)
      for (const outline of outlines) if (!gone.has(outline)) take(outline)
      await breathe()
      await words.compact()
    }
  }

  function hasWords({ row, passages: parts }: ArticleOutline): boolean {
    return words.has(
      row,
      parts.map(({ id }) => id),
    )
  }

  /** What is shown and stays so has its words in the index that was taken over too. @returns False when a text is gone. */
  async function takeAgain(kept: readonly number[]): Promise<boolean> {
    const outlines = kept.flatMap((row) => {
      const { article, passageIds } = entries.get(row)!
      if (words.has(article, passageIds)) return []
      const parts = passageIds.map((id) => ({ ...passages.get(id)!, vector: null }))
      return [{ row: article, passages: parts }]
    })
    const gone = await analyseAll(outlines)
    return gone.size === 0
  }

  function isWhole(rows: readonly number[], info: GenerationInfo): boolean {
    let count = 0
    for (const row of rows) count += entries.get(row)?.passageIds.length ?? NaN
    return rows.length === info.articles && count === info.passages
  }

  function daysOf(rows: readonly number[]): ArchiveDays | null {
    let [first, last] = ['', '']
    for (const row of rows) {
      const day = entries.get(row)?.article.publishedAt?.slice(0, 10)
      if (day === undefined) continue
      if (first === '' || day < first) first = day
      if (day > last) last = day
    }
    return first === '' ? null : { first, last }
  }

  async function advance(info: GenerationInfo): Promise<boolean> {
    for (const entry of dying) drop(entry)
    dying = []
    if (info.embedder !== embedder) nextVectors = null
    embedder = info.embedder
    const rows = articleRows(connection, info.generation)
    const missing = rows.filter((row) => !entries.has(row))
    try {
      if (entries.size === 0 || missing.length >= manyNew) {
        const isWholeSoFar =
          !(await words.takeOver()) || (await takeAgain(rows.filter((row) => entries.has(row))))
        if (!isWholeSoFar) return false
      }
      await takeMissing(missing)
    } catch (error) {
      if (error instanceof RangeError) throw corrupt(connection.path, 'index', error.message, error)
      throw error
    }
    words.settle((id) => passages.has(id))
    if (!isWhole(rows, info)) return false
    const living = new Set(rows)
    epoch += 1
    days = daysOf(rows)
    for (const [row, entry] of entries) {
      if (living.has(row)) continue
      entry.until = epoch
      dying.push(entry)
    }
    if (vectors !== nextVectors) vectors?.close()
    vectors = nextVectors
    return true
  }

  function* shownAt(at: number): Generator<ArticleRow> {
    for (const { article, from, until } of entries.values())
      if (from <= at && at < until && !hidden.has(article.row)) yield article
  }

  function* shownArticles(): Generator<ArticleRow> {
    for (const { article } of entries.values()) yield article
  }

  return {
    get lexical() {
      return words.lexical
    },
    get vectors() {
      return vectors
    },
    get epoch() {
      return epoch
    },
    get days() {
      return days
    },

    passage(id, at) {
      const passage = passages.get(id)
      if (!passage) return null
      const { from, until, article } = passage.entry
      return from <= at && at < until && !hidden.has(article.row) ? passage : null
    },

    passagesOf: (row) =>
      (entries.get(row)?.passageIds ?? []).flatMap((id) => passages.get(id) ?? []),

    articles(at) {
      if (list?.epoch !== at) list = { epoch: at, of: inOrder(shownAt(at)) }
      return list.of
    },

    articleSlots(at) {
      const { lexical } = words
      if (slots?.lexical === lexical && slots.epoch === at && slots.changes === lexical.changes)
        return slots.of
      const of = lexical.articleSlots((id) => this.passage(id, at)?.entry.article.row ?? null)
      slots = { lexical, epoch: at, changes: lexical.changes, of }
      return of
    },

    hide(row) {
      if (hidden.has(row)) return false
      hidden.add(row)
      slots = null
      list = null
      return true
    },

    get hidden() {
      return hidden.size
    },

    showsAll: (at) => at === epoch && !advancing && dying.length === 0 && hidden.size === 0,

    async advance(info) {
      advancing = true
      try {
        return await advance(info)
      } finally {
        advancing = false
      }
    },

    save: () => words.save(() => shownArticles()),

    close() {
      vectors?.close()
      nextVectors?.close()
    },
  }
}
