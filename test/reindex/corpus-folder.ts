/** A folder of articles and an index of it, made for one test and removed after it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { reindex, type ReindexOptions, type ReindexReport } from '../../core/reindex/index.ts'
import { articleRows, readStored } from '../../core/store/article-rows.ts'
import { publishedGeneration } from '../../core/store/generations.ts'
import { openDatabase } from '../../core/store/index.ts'

export interface CorpusFolder {
  readonly folder: string
  readonly database: string
  /** @param content - A value is written as JSON. */
  write(name: string, content: unknown): string
  remove(name: string): void
  /** Brings the index in line with the folder, by words alone unless told otherwise. */
  reindex(options?: Partial<ReindexOptions>): Promise<ReindexReport>
  destroy(): void
}

export function createCorpusFolder(): CorpusFolder {
  const root = mkdtempSync(join(tmpdir(), 'rawi-reindex-'))
  const folder = join(root, 'articles')
  mkdirSync(folder)
  const database = join(root, 'var', 'index.db')
  return {
    folder,
    database,
    write(name, content) {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      const isRaw = typeof content === 'string' || content instanceof Uint8Array
      writeFileSync(path, isRaw ? content : JSON.stringify(content))
      return path
    },
    remove: (name) => rmSync(join(folder, name), { force: true }),
    reindex: (options) =>
      reindex({
        folders: [folder],
        database,
        embedder: null,
        // Unless a test is about them: they take a moment to start.
        readers: 0,
        now: () => new Date('2024-07-26T10:00:00Z'),
        ...options,
      }),
    destroy: () => rmSync(root, { recursive: true }),
  }
}

/** All that a reader can see of the published generation, free of what differs between two ways to the same. */
export function contentOf(database: string) {
  const connection = openDatabase({ path: database, schema: 'index', readonly: true })
  try {
    const info = publishedGeneration(connection)!
    const rows = articleRows(connection, info.generation)
    const articles = readStored(connection, rows).map(({ row, text, passages }) => {
      const { row: _row, ...article } = row
      return {
        ...article,
        text,
        passages: passages.map(({ ordinal, start, end, vector }) => ({
          ordinal,
          start,
          end,
          vector: vector && [...vector],
        })),
      }
    })
    const { articles: articleCount, passages, embedder, newestArticle } = info
    return {
      info: { articles: articleCount, passages, embedder, newestArticle },
      articles: articles.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    }
  } finally {
    connection.close()
  }
}
