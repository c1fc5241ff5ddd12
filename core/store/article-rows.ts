/**
 * Article rows: versions of articles with their passages and vectors, written and read.
 *
 * Rows are inserted and marked as died, never changed; see `index-schema.ts` for when a generation shows one.
 */
import { and, asc, eq, getTableColumns, inArray, isNull, sql } from './drizzle.ts'
import type { Article, Passage } from '../article.ts'
import type { SourceSummary } from '../archive.ts'
import { aliveAt } from './generations.ts'
import { articles, passages, texts, vectors } from './index-schema.ts'
import type { Connection } from './open-database.ts'
import { preparedOn } from './prepared.ts'

export interface NewArticle {
  readonly article: Article
  readonly contentHash: string
  readonly pipeline: string
  readonly passages: readonly (Passage & { readonly vector: Int8Array | null })[]
}

export interface ArticleWriter {
  /** @param generation - The one being built. */
  put(generation: number, article: NewArticle): void
  remove(generation: number, id: string): void
}

export function createArticleWriter({ db }: Connection): ArticleWriter {
  const find = db
    .select({ row: articles.row, born: articles.born })
    .from(articles)
    .where(and(eq(articles.id, sql.placeholder('id')), isNull(articles.died)))
    .prepare()
  const insertArticle = db
    .insert(articles)
    .values({
      id: sql.placeholder('id'),
      born: sql.placeholder('born'),
      title: sql.placeholder('title'),
      source: sql.placeholder('source'),
      url: sql.placeholder('url'),
      publishedAt: sql.placeholder('publishedAt'),
      language: sql.placeholder('language'),
      foundBy: sql.placeholder('foundBy'),
      contentHash: sql.placeholder('contentHash'),
      pipeline: sql.placeholder('pipeline'),
    })
    .returning({ row: articles.row })
    .prepare()
  const insertText = db
    .insert(texts)
    .values({ article: sql.placeholder('article'), text: sql.placeholder('text') })
    .prepare()
  const insertPassage = db
    .insert(passages)
    .values({
      article: sql.placeholder('article'),
      ordinal: sql.placeholder('ordinal'),
      start: sql.placeholder('start'),
      end: sql.placeholder('end'),
    })
    .returning({ id: passages.id })
    .prepare()
  const insertVector = db
    .insert(vectors)
    .values({ passage: sql.placeholder('passage'), vector: sql.placeholder('vector') })
    .prepare()

  function remove(generation: number, id: string): void {
    const row = find.get({ id })
    if (!row) return
    const same = eq(articles.row, row.row)
    if (row.born === generation) db.delete(articles).where(same).run()
    else db.update(articles).set({ died: generation }).where(same).run()
  }

  return {
    put(generation, { article: { text, ...article }, contentHash, pipeline, passages: parts }) {
      remove(generation, article.id)
      const { row } = insertArticle.get({ ...article, born: generation, contentHash, pipeline })
      insertText.run({ article: row, text })
      for (const { ordinal, start, end, vector } of parts) {
        const { id } = insertPassage.get({ article: row, ordinal, start, end })
        if (vector === null) continue
        const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)
        insertVector.run({ passage: id, vector: bytes })
      }
    },

    remove,
  }
}

export type ArticleState = Pick<typeof articles.$inferSelect, 'id' | 'contentHash' | 'pipeline'>

/** What the newest state, published or not, holds of every article. */
export function articleStates({ sqlite }: Connection): ReadonlyMap<string, ArticleState> {
  // Of a large archive drizzle takes twice as long as SQLite.
  const rows = sqlite.prepare<[], ArticleState>(
    'select id, content_hash as contentHash, pipeline from articles where died is null',
  )
  const states = new Map<string, ArticleState>()
  for (const row of rows.all()) states.set(row.id, row)
  return states
}

/** Ids of a generation's articles. */
export function articleIds({ sqlite }: Connection, generation: number): readonly string[] {
  return sqlite
    .prepare<{ generation: number }, string>(
      'select id from articles where born <= :generation and (died is null or died > :generation)',
    )
    .pluck()
    .all({ generation })
}

/** Addresses of what the newest state, published or not, holds. */
export function articleAddresses({ sqlite }: Connection) {
  return sqlite
    .prepare<[], { readonly id: string; readonly url: string }>(
      'select id, url from articles where died is null and url is not null',
    )
    .all()
}

/** How many articles a generation added, changed and removed against the one before. */
export function articleChanges({ db }: Connection, generation: number) {
  const idsWhere = (column: typeof articles.born | typeof articles.died) =>
    new Set(
      db
        .select({ id: articles.id })
        .from(articles)
        .where(eq(column, generation))
        .all()
        .map(({ id }) => id),
    )
  const born = idsWhere(articles.born)
  const died = idsWhere(articles.died)
  const changed = [...born].filter((id) => died.has(id)).length
  return { added: born.size - changed, changed, removed: died.size - changed }
}

/** Rows of the articles of a generation, ascending. */
export function articleRows({ db }: Connection, generation: number): readonly number[] {
  return db
    .select({ row: articles.row })
    .from(articles)
    .where(aliveAt(articles, generation))
    .orderBy(asc(articles.row))
    .all()
    .map(({ row }) => row)
}

export type ArticleRow = Omit<typeof articles.$inferSelect, 'born' | 'died' | 'foundBy'>
export type PassageRow = Pick<typeof passages.$inferSelect, 'id' | 'ordinal' | 'start' | 'end'> & {
  readonly vector: Int8Array | null
}

export interface ArticleOutline {
  readonly row: ArticleRow
  readonly passages: readonly PassageRow[]
}

export interface StoredArticle extends ArticleOutline {
  readonly text: string
}

/** Articles with what was made of them, ascending by row; a row that is gone is left out. */
export function readOutlines(
  { db }: Connection,
  rows: readonly number[],
): readonly ArticleOutline[] {
  const wanted = [...rows]
  const { born: _born, died: _died, foundBy: _how, ...shown } = getTableColumns(articles)
  const found = db
    .select(shown)
    .from(articles)
    .where(inArray(articles.row, wanted))
    .orderBy(asc(articles.row))
    .all()
  const parts = db
    .select()
    .from(passages)
    .leftJoin(vectors, eq(vectors.passage, passages.id))
    .where(inArray(passages.article, wanted))
    .orderBy(asc(passages.article), asc(passages.ordinal))
    .all()
  const partsOf = new Map<number, PassageRow[]>()
  for (const { passages: part, vectors: stored } of parts) {
    const vector = stored === null ? null : int8From(stored.vector)
    const list = partsOf.get(part.article)
    if (list) list.push({ ...part, vector })
    else partsOf.set(part.article, [{ ...part, vector }])
  }
  return found.map((row) => ({ row, passages: partsOf.get(row.row) ?? [] }))
}

/** As `readOutlines`, with the texts. */
export function readStored(
  connection: Connection,
  rows: readonly number[],
): readonly StoredArticle[] {
  const stored = readTexts(connection, rows)
  return readOutlines(connection, rows).flatMap((outline) => {
    const text = stored.get(outline.row.row)
    return text === undefined ? [] : [{ ...outline, text }]
  })
}

export function readTexts(
  connection: Connection,
  rows: readonly number[],
): ReadonlyMap<number, string> {
  const found = textsOfRows(connection).all({ rows: JSON.stringify(rows) })
  return new Map(found.map(({ article, text }) => [article, text]))
}

const textsOfRows = preparedOn(({ db }) =>
  db
    .select()
    .from(texts)
    .where(sql`${texts.article} in (select value from json_each(${sql.placeholder('rows')}))`)
    .prepare(),
)

export function readSources({ db }: Connection, generation: number): readonly SourceSummary[] {
  return db
    .select({
      source: articles.source,
      articles: sql<number>`count(*)`,
      languages: sql<string>`json_group_array(distinct ${articles.language})`,
      oldest: sql<string | null>`min(${articles.publishedAt})`,
      newest: sql<string | null>`max(${articles.publishedAt})`,
    })
    .from(articles)
    .where(aliveAt(articles, generation))
    .groupBy(articles.source)
    .orderBy(sql`count(*) desc`, asc(articles.source))
    .all()
    .map((row) => ({ ...row, languages: (JSON.parse(row.languages) as string[]).toSorted() }))
}

function int8From(bytes: Buffer): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
