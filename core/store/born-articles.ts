/**
 * Born articles: what a generation brought, as it lies in the file, for whoever checks it before it is served.
 *
 * Cost: reads the texts, passages and vectors of these articles alone, a few at a time.
 */
import { and, asc, eq, gt, inArray } from './drizzle.ts'
import type { Article, Passage } from '../article.ts'
import { articles, passages, texts, vectors } from './index-schema.ts'
import type { Connection } from './open-database.ts'

export interface BornArticle {
  readonly contentHash: string
  /** null when its text is missing. */
  readonly article: Article | null
  readonly id: string
  /** By their ordinals; how many bytes their vectors have, null without one. */
  readonly passages: readonly (Passage & { readonly vectorBytes: number | null })[]
}

const batch = 64

export function* bornArticles({ db }: Connection, generation: number): Generator<BornArticle> {
  for (let last = 0; ;) {
    const some = db
      .select()
      .from(articles)
      .leftJoin(texts, eq(texts.article, articles.row))
      .where(and(eq(articles.born, generation), gt(articles.row, last)))
      .orderBy(asc(articles.row))
      .limit(batch)
      .all()
    if (some.length === 0) return
    last = some.at(-1)!.articles.row
    const parts = db
      .select()
      .from(passages)
      .leftJoin(vectors, eq(vectors.passage, passages.id))
      .where(
        inArray(
          passages.article,
          some.map((found) => found.articles.row),
        ),
      )
      .orderBy(asc(passages.ordinal))
      .all()
    const partsOf = Map.groupBy(parts, ({ passages: { article } }) => article)
    for (const { articles: row, texts: stored } of some) {
      const { id, title, source, url, publishedAt, language, foundBy, contentHash } = row
      const text = stored?.text
      yield {
        id,
        contentHash,
        article:
          text === undefined
            ? null
            : { id, title, text, source, url, publishedAt, language, foundBy },
        passages: (partsOf.get(row.row) ?? []).map(({ passages: part, vectors: found }) => ({
          ordinal: part.ordinal,
          start: part.start,
          end: part.end,
          vectorBytes: found?.vector.length ?? null,
        })),
      }
    }
  }
}
