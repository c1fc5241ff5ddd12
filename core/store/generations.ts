/**
 * Generations of an index file: which is served, which is being built, and the moves between them.
 *
 * Publishing is one update of one row. Until then a generation can be forgotten whole, also by another process
 * after this one was killed. The last two published generations stay readable; older versions are swept away.
 * Rolling back is forgetting the newest of the two as if it had never been begun, so the one before is served, and
 * the next run finds articles and files as that one knew them.
 */
import {
  and,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  sql,
  type Placeholder,
  type SQL,
} from './drizzle.ts'
import type { GenerationInfo } from '../engine/search-engine.ts'
import { articles, files, generations, passages, withdrawn } from './index-schema.ts'
import type { Connection } from './open-database.ts'
import { preparedOn } from './prepared.ts'

/** Rows of a versioned table that are part of a generation. */
export function aliveAt(
  table: typeof articles | typeof files,
  generation: number | Placeholder,
): SQL | undefined {
  return and(lte(table.born, generation), or(isNull(table.died), gt(table.died, generation)))
}

/** @returns The generation to serve, or null when none was published yet. */
export function publishedGeneration(connection: Connection): GenerationInfo | null {
  return publishedGenerations(connection)[0] ?? null
}

/** @returns The last two, the newest first. */
function publishedGenerations({ db }: Connection): readonly GenerationInfo[] {
  return db
    .select()
    .from(generations)
    .where(isNotNull(generations.publishedAt))
    .orderBy(desc(generations.number))
    .limit(2)
    .all()
    .map((row) => ({
      generation: row.number,
      publishedAt: row.publishedAt!,
      articles: row.articles,
      passages: row.passages,
      embedder: row.embedder,
      newestArticle: row.newestArticle,
    }))
}

/** Lines that recurred when the published generation was made; null when that is not known. */
export function recurringLines({ db }: Connection): readonly string[] | null {
  const { recurring, number, publishedAt } = generations
  const newest = db.select({ recurring }).from(generations).where(isNotNull(publishedAt))
  return newest.orderBy(desc(number)).limit(1).get()?.recurring ?? null
}

/** False once it was rolled back, or two newer ones were published. */
export function isKept(connection: Connection, generation: number): boolean {
  return byNumber(connection).get({ number: generation }) !== undefined
}

const byNumber = preparedOn(({ db }) => {
  const { number } = generations
  return db
    .select({ number })
    .from(generations)
    .where(eq(number, sql.placeholder('number')))
    .prepare()
})

/** @returns The number of the generation that was begun and not published, or null. */
export function unfinishedGeneration({ db }: Connection): number | null {
  return (
    db
      .select({ number: generations.number })
      .from(generations)
      .where(isNull(generations.publishedAt))
      .get()?.number ?? null
  )
}

/** @returns The number that the next new generation will get. */
export function nextGeneration({ sqlite }: Connection): number {
  const last = sqlite.prepare("select seq from sqlite_sequence where name = 'generations'").pluck()
  return ((last.get() as number | undefined) ?? 0) + 1
}

export function beginGeneration({ db }: Connection, startedAt: Date): number {
  const begun = db.insert(generations).values({ startedAt: startedAt.toISOString() })
  return begun.returning({ number: generations.number }).get().number
}

export interface GenerationCounts {
  readonly articles: number
  readonly passages: number
  readonly newestArticle: string | null
}

export function countGeneration({ db }: Connection, generation: number): GenerationCounts {
  const alive = aliveAt(articles, generation)
  const { count, newest } = db
    .select({ count: sql<number>`count(*)`, newest: sql<string | null>`max(published_at)` })
    .from(articles)
    .where(alive)
    .get()!
  const all = db
    .select({ count: sql<number>`count(*)` })
    .from(passages)
    .get()!
  // Few are not part of it, so these are looked up; a cross join begins with the articles, whatever SQLite thinks.
  const others = db
    .select({ count: sql<number>`count(*)` })
    .from(articles)
    .crossJoin(passages)
    .where(
      and(
        eq(articles.row, passages.article),
        or(gt(articles.born, generation), lte(articles.died, generation)),
      ),
    )
    .get()!
  return { articles: count, passages: all.count - others.count, newestArticle: newest }
}

export interface Publication {
  readonly publishedAt: Date
  readonly embedder: string | null
  /** @default Counted. */
  readonly counts?: GenerationCounts
  /** See `generations.recurring`. @default null */
  readonly recurring?: readonly string[] | null
}

/** Makes a generation the one that is served. */
export function publishGeneration(
  connection: Connection,
  number: number,
  { publishedAt, embedder, counts, recurring = null }: Publication,
): void {
  connection.db
    .update(generations)
    .set({
      publishedAt: publishedAt.toISOString(),
      embedder,
      recurring,
      ...(counts ?? countGeneration(connection, number)),
    })
    .where(eq(generations.number, number))
    .run()
}

/** As if the newest generation had never been begun. */
export function forgetGeneration({ db }: Connection, number: number): void {
  for (const table of [articles, files]) {
    db.delete(table).where(eq(table.born, number)).run()
    db.update(table).set({ died: null }).where(eq(table.died, number)).run()
  }
  db.delete(generations).where(eq(generations.number, number)).run()
}

/**
 * Makes the generation before the published one the published one again; an unfinished one goes too. To be called
 * within a transaction.
 *
 * @returns The two, or null when the one before is not there, or not whole, any more.
 */
export function rollBackGeneration(
  connection: Connection,
): { readonly from: GenerationInfo; readonly to: GenerationInfo } | null {
  const [from, to] = publishedGenerations(connection)
  if (from === undefined || to === undefined) return null
  const counted = countGeneration(connection, to.generation)
  if (counted.articles !== to.articles || counted.passages !== to.passages) return null
  const unfinished = unfinishedGeneration(connection)
  if (unfinished !== null) forgetGeneration(connection, unfinished)
  forgetGeneration(connection, from.generation)
  return { from, to: withoutWithdrawn(connection, to) }
}

/** What was taken down since does not come back. */
function withoutWithdrawn(connection: Connection, served: GenerationInfo): GenerationInfo {
  const ids = connection.db.select({ id: withdrawn.id }).from(withdrawn)
  const { changes } = connection.db.delete(articles).where(inArray(articles.id, ids)).run()
  if (changes === 0) return served
  const counts = countGeneration(connection, served.generation)
  const same = eq(generations.number, served.generation)
  connection.db.update(generations).set(counts).where(same).run()
  return { ...served, ...counts }
}

/** Removes versions that neither of the last two published generations shows, and what is noted of older ones. */
export function sweepGenerations(connection: Connection): void {
  const { db } = connection
  const [, previous] = publishedGenerations(connection)
  if (!previous) return
  for (const table of [articles, files]) {
    db.delete(table).where(lte(table.died, previous.generation)).run()
  }
  db.delete(generations).where(lt(generations.number, previous.generation)).run()
}
