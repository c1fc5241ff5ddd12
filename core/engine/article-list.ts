/**
 * Article list: the articles of a generation in order, a page at a time. Pure.
 *
 * In:   rows of articles; filters, the place where the page before ended.
 * Out:  newest first, those without a day last, ties by id; how many pass the filters in all.
 * Cost: the order once a generation, O(n log n); a page O(n).
 */
import type { ArticleEntry, ArticleList, ListPlace, ListRequest } from '../lookup.ts'
import type { ArticleRow } from '../store/article-rows.ts'
import { articleFilter } from './filters.ts'

export function inOrder(rows: Iterable<ArticleRow>): readonly ArticleRow[] {
  return [...rows].toSorted(compare)
}

export function pageOf(
  ordered: readonly ArticleRow[],
  { filters, limit, after }: ListRequest,
): ArticleList {
  const passes = articleFilter(filters)
  const all = passes === null ? ordered : ordered.filter(passes)
  const from = after === undefined ? 0 : firstBehind(all, after)
  return {
    articles: all.slice(from, from + limit).map(entryOf),
    total: all.length,
    hasMore: from + limit < all.length,
  }
}

function firstBehind(all: readonly ArticleRow[], place: ListPlace): number {
  const found = all.findIndex((row) => compare(row, place) > 0)
  return found === -1 ? all.length : found
}

function compare(a: ListPlace, b: ListPlace): number {
  return order(b.publishedAt ?? '', a.publishedAt ?? '') || order(a.id, b.id)
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function entryOf({ id, title, source, url, publishedAt, language }: ArticleRow): ArticleEntry {
  return { id, title, source, url, publishedAt, language }
}
