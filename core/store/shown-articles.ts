/** Articles that readers may be shown now or after the next publication, with the ids of their passages. */
import { asc, count, eq, getTableColumns, gt, isNull, or } from './drizzle.ts'
import type { ArticleRow } from './article-rows.ts'
import { articles, passages } from './index-schema.ts'
import type { Connection } from './open-database.ts'

export interface ShownArticle {
  readonly row: ArticleRow
  readonly passageIds: readonly number[]
}

/** @param served - The generation that is served, 0 when none is. @returns Ascending by row. */
export function shownArticles({ db, sqlite }: Connection, served: number): readonly ShownArticle[] {
  const { born: _born, died: _died, foundBy: _how, ...columns } = getTableColumns(articles)
  const rows = db
    .select(columns)
    .from(articles)
    .where(or(isNull(articles.died), gt(articles.died, served)))
    .orderBy(asc(articles.row))
    .all()
  const idsOf = new Map<number, number[]>(rows.map(({ row }) => [row, []]))
  const pairs = sqlite.prepare('select article, id from passages order by article, ordinal').raw()
  for (const pair of pairs.iterate()) {
    const [article, id] = pair as [number, number]
    idsOf.get(article)?.push(id)
  }
  return rows.map((row) => ({ row, passageIds: idsOf.get(row.row) ?? [] }))
}

/** Passages of the articles that a generation added or changed. */
export function countNewPassages({ db }: Connection, generation: number): number {
  const [counted] = db
    .select({ passages: count() })
    .from(passages)
    .innerJoin(articles, eq(articles.row, passages.article))
    .where(eq(articles.born, generation))
    .all()
  return counted?.passages ?? 0
}
