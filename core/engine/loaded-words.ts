/**
 * Loaded words: the lexical index of what is served, taken over from the lexical file and brought up to date.
 *
 * In:     articles with their texts, as they come and go.
 * Out:    an index that is searched; the file, when enough in it is out of date.
 * Cost:   taking over reads the file once; an article that is not in it is analysed.
 */
import { setImmediate } from 'node:timers/promises'
import { createLexicalIndex, loadLexicalIndex, type LexicalIndex } from '../lexical/index.ts'
import type { ArticleOutline, ArticleRow } from '../store/article-rows.ts'
import { lexicalDocumentsOf } from './lexical-documents.ts'
import { lexicalFileOf, readLexicalFile, stampOf, writeLexicalFile } from './lexical-file.ts'

export interface LoadedWordsOptions {
  /** Path of the index file. */
  readonly database: string
  /** Told when the lexical file cannot be read; its words are then gathered anew. */
  readonly onProblem?: (problem: unknown) => void
}

export interface LoadedWords {
  /** Another one after `takeOver`. */
  readonly lexical: LexicalIndex
  /** Puts what the lexical file holds in the place of all that was here. @returns False when there is no such file. */
  takeOver(): Promise<boolean>
  /** True when what was taken over has the words of this version of the article. */
  has(row: ArticleRow, passageIds: readonly number[]): boolean
  analyse(outline: ArticleOutline, text: string): void
  remove(passageIds: readonly number[]): void
  /** Ends a taking over: forgets the passages that nobody knows. */
  settle(isKnown: (passageId: number) => boolean): void
  /** When what was added since takes much memory, brings it into the compact form. */
  compact(): Promise<void>
  /** Writes the file when it is worth it. @throws {RawiError} `STORAGE_FAILED` */
  save(articles: () => Iterable<ArticleRow>): Promise<void>
}

/** Unsaved passages that a start can well analyse: one or two seconds' worth, or 1 in 100. */
const leastSaved = 500
const savedShare = 0.01

/** Passages that grow beside the compact ones: these take less memory, but making them so takes its time. */
const leastCompacted = 16_384
const compactedShare = 0.5

export function createLoadedWords({
  database,
  onProblem = () => undefined,
}: LoadedWordsOptions): LoadedWords {
  const file = lexicalFileOf(database)
  let lexical = createLexicalIndex()
  /** By row, of what was taken over and not settled yet. */
  let stamps: ReadonlyMap<number, number> = new Map()
  let unsaved = 0

  return {
    get lexical() {
      return lexical
    },

    async takeOver() {
      try {
        const saved = await readLexicalFile(file)
        if (saved === null) return false
        lexical = loadLexicalIndex(saved.lexical)
        stamps = saved.stamps
        unsaved = 0
        return true
      } catch (problem) {
        onProblem(problem)
        return false
      }
    },

    has: (row, passageIds) =>
      stamps.get(row.row) === stampOf(row) && passageIds.every((id) => lexical.has(id)),

    analyse(outline, text) {
      lexical.remove(outline.passages.map(({ id }) => id))
      lexical.add(lexicalDocumentsOf(outline, text))
      unsaved += outline.passages.length
    },

    remove(passageIds) {
      lexical.remove(passageIds)
      unsaved += passageIds.length
    },

    settle(isKnown) {
      if (stamps.size === 0) return
      const foreign = [...lexical.ids()].filter((id) => !isKnown(id))
      lexical.remove(foreign)
      unsaved += foreign.length
      stamps = new Map()
    },

    async compact() {
      const most = Math.max(leastCompacted, lexical.size * compactedShare)
      if (lexical.changes > most) await breathing(lexical.compact())
    },

    async save(articles) {
      if (unsaved < Math.max(leastSaved, lexical.size * savedShare)) return
      await breathing(lexical.compact())
      const saved = new Map<number, number>()
      for (const article of articles()) saved.set(article.row, stampOf(article))
      await writeLexicalFile(file, { stamps: saved, lexical: lexical.serialise() })
      unsaved = 0
    },
  }
}

async function breathing(steps: Iterator<undefined, void>): Promise<void> {
  while (steps.next().done !== true) await setImmediate()
}
