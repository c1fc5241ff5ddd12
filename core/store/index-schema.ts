/**
 * Tables of the index file. Rows of articles and files are versions: born in one generation, died in another.
 *
 * A row is part of generation g iff `born <= g` and (`died` is null or `died > g`). Rows never change but for
 * `died` (and a file's stamp), so publishing is one row of `generations`, and forgetting what was not published is two statements.
 * Text, passages and vectors belong to one version of an article and go with it.
 */
import { blob, index, integer, sql, sqliteTable, text, uniqueIndex } from './drizzle.ts'
import type { Article } from '../article.ts'

/** The newest with a date of publication is served; one without is being built. Numbers are never used again. */
export const generations = sqliteTable('generations', {
  number: integer().primaryKey({ autoIncrement: true }),
  startedAt: text('started_at').notNull(),
  publishedAt: text('published_at'),
  articles: integer().notNull().default(0),
  passages: integer().notNull().default(0),
  /** Fingerprint of the embedder whose vectors it holds. */
  embedder: text(),
  newestArticle: text('newest_article'),
  /** `LineStatistics.recurringNames` that all its articles were read with; null when not all were. */
  recurring: text({ mode: 'json' }).$type<readonly string[]>(),
})

export const articles = sqliteTable(
  'articles',
  {
    row: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull(),
    born: integer().notNull(),
    died: integer(),
    title: text().notNull(),
    source: text(),
    url: text(),
    publishedAt: text('published_at'),
    language: text().notNull(),
    foundBy: text('found_by', { mode: 'json' }).$type<Article['foundBy']>().notNull(),
    contentHash: text('content_hash').notNull(),
    /** Fingerprint of all that made passages and vectors out of the article. */
    pipeline: text().notNull(),
  },
  (table) => [
    uniqueIndex('articles_living')
      .on(table.id)
      .where(sql`died is null`),
    index('articles_by_id').on(table.id),
    index('articles_born').on(table.born),
    index('articles_died').on(table.died),
  ],
)

/** Apart from the rest, so that a scan over articles does not read every word of the archive. */
export const texts = sqliteTable('texts', {
  article: integer()
    .primaryKey()
    .references(() => articles.row, { onDelete: 'cascade' }),
  text: text().notNull(),
})

export const passages = sqliteTable(
  'passages',
  {
    /** Never used again for another passage, so that an id held by a reader cannot change its meaning. */
    id: integer().primaryKey({ autoIncrement: true }),
    article: integer()
      .notNull()
      .references(() => articles.row, { onDelete: 'cascade' }),
    ordinal: integer().notNull(),
    start: integer().notNull(),
    end: integer().notNull(),
  },
  (table) => [uniqueIndex('passages_of_article').on(table.article, table.ordinal)],
)

export const vectors = sqliteTable('vectors', {
  passage: integer()
    .primaryKey()
    .references(() => passages.id, { onDelete: 'cascade' }),
  /** int8, one byte a dimension. */
  vector: blob({ mode: 'buffer' }).notNull(),
})

/** What is known of every corpus file, so that the next run reads only what changed. */
export const files = sqliteTable(
  'files',
  {
    row: integer().primaryKey({ autoIncrement: true }),
    /** Absolute. */
    path: text().notNull(),
    born: integer().notNull(),
    died: integer(),
    /** SHA-256 of its bytes, its name and its sidecar. */
    hash: text().notNull(),
    /**
     * Size, times and inode of the file when it had this hash; null when it was written too lately to be told by them.
     * Says nothing of the generation, so it may be brought up to date in place.
     */
    stamp: text(),
    pipeline: text().notNull(),
    /** What came of reading it, as JSON: see `FileOutcome`. */
    outcome: text().notNull(),
  },
  (table) => [
    uniqueIndex('files_living')
      .on(table.path)
      .where(sql`died is null`),
    index('files_born').on(table.born),
    index('files_died').on(table.died),
  ],
)

/** What the last run could not take in, in the order of its places. Of no generation: it speaks of the folders. */
export const refusals = sqliteTable('refusals', {
  row: integer().primaryKey(),
  /** Absolute. */
  path: text().notNull(),
  line: integer(),
  reason: text().notNull(),
  detail: text().notNull(),
})

/** Articles that were taken down, see `Withdrawal`. */
export const withdrawn = sqliteTable('withdrawn', {
  id: text().primaryKey(),
  entry: text().notNull(),
})
