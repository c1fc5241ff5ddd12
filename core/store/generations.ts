/**
 * Generations of an index file: which is served, which is being built, and the three moves between them.
 *
 * Publishing is one update of one row. Until then a generation can be forgotten whole, also by another process
 * after this one was killed. The last two published generations stay readable; older versions are swept away.
 */
import { and, desc, eq, gt, isNotNull, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import type { GenerationInfo } from '../engine/search-engine.ts'
import { articles, files, generations, passages } from './index-schema.ts'
import type { Connection } from './open-database.ts'

/** Rows of a versioned table that are part of a generation. */
export function aliveAt(
  table: typeof articles | typeof files,
  generation: number,
): SQL | undefined {
  return and(lte(table.born, generation), or(isNull(table.died), gt(table.died, generation)))
}

/** @returns The generation to serve, or null when none was published yet. */
export function publishedGeneration({ db }: Connection): GenerationInfo | null {
  const row = db
    .select()
    .from(generations)
    .where(isNotNull(generations.publishedAt))
    .orderBy(desc(generations.number))
    .limit(1)
    .get()
  if (!row) return null
  return {
    generation: row.number,
    publishedAt: row.publishedAt!,
    articles: row.articles,
    passages: row.passages,
    embedder: row.embedder,
    newestArticle: row.newestArticle,
  }
}

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

/** Counts what it will show, then makes it the one that is served. */
export function publishGeneration(
  { db }: Connection,
  number: number,
  { publishedAt, embedder }: { readonly publishedAt: Date; readonly embedder: string | null },
): void {
  const counted = db
    .select({ articles: sql<number>`count(*)`, newest: sql<string | null>`max(published_at)` })
    .from(articles)
    .where(isNull(articles.died))
    .get()!
  const { count } = db
    .select({ count: sql<number>`count(*)` })
    .from(passages)
    .innerJoin(articles, eq(articles.row, passages.article))
    .where(isNull(articles.died))
    .get()!
  db.update(generations)
    .set({
      publishedAt: publishedAt.toISOString(),
      articles: counted.articles,
      passages: count,
      embedder,
      newestArticle: counted.newest,
    })
    .where(eq(generations.number, number))
    .run()
}

/** As if the unfinished generation had never been begun. */
export function forgetGeneration({ db }: Connection, number: number): void {
  for (const table of [articles, files]) {
    db.delete(table).where(eq(table.born, number)).run()
    db.update(table).set({ died: null }).where(eq(table.died, number)).run()
  }
  db.delete(generations).where(eq(generations.number, number)).run()
}

/** Removes versions that neither of the last two published generations shows. */
export function sweepGenerations({ db }: Connection): void {
  const [, previous] = db
    .select({ number: generations.number })
    .from(generations)
    .where(isNotNull(generations.publishedAt))
    .orderBy(desc(generations.number))
    .limit(2)
    .all()
  if (!previous) return
  for (const table of [articles, files]) {
    db.delete(table).where(lte(table.died, previous.number)).run()
  }
}
