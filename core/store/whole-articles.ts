/**
 * Whole articles: rows as they were read from their files, told by their hash from rows that a failing disk or a stray
 * write changed.
 *
 * Cost: a hash over the text of each article that is read.
 */
import type { Article } from '../article.ts'
import type { Breath } from '../breath.ts'
import { contentHashOf } from '../content-hash.ts'
import type { Connection } from './open-database.ts'
import { preparedOn } from './prepared.ts'

export interface ArticleVersion {
  readonly row: number
  /** null when it is damaged. */
  readonly article: Article | null
}

type StoredRow = Omit<Article, 'foundBy'> & {
  readonly row: number
  readonly foundBy: string
  readonly contentHash: string
}

const stored = `select row, id, title, coalesce(text, '') as text, source, url, published_at as publishedAt, language,
  found_by as foundBy, content_hash as contentHash from articles left join texts on article = row`

export function readArticle(
  connection: Connection,
  generation: number,
  id: string,
): ArticleVersion | null {
  const found = byId(connection).get({ id, generation })
  return found === undefined ? null : { row: found.row, article: wholeOrNull(found) }
}

const byId = preparedOn(({ sqlite }) =>
  sqlite.prepare<{ readonly id: string; readonly generation: number }, StoredRow>(
    `${stored} where id = :id and born <= :generation and (died is null or died > :generation)`,
  ),
)

/** @returns Ids of the damaged ones of the newest state, published or not. */
export async function damagedArticles(
  { sqlite }: Connection,
  breathe: Breath,
): Promise<ReadonlySet<string>> {
  const damaged = new Set<string>()
  const after = sqlite.prepare<[number], StoredRow>(
    `${stored} where died is null and row > ? order by row limit ${batch}`,
  )
  for (let some = after.all(0); some.length > 0; some = after.all(some.at(-1)!.row)) {
    for (const row of some) if (wholeOrNull(row) === null) damaged.add(row.id)
    await breathe()
  }
  return damaged
}

const batch = 64

function wholeOrNull({ row: _row, contentHash, foundBy, ...columns }: StoredRow): Article | null {
  try {
    const article = { ...columns, foundBy: JSON.parse(foundBy) as Article['foundBy'] }
    return contentHashOf(article) === contentHash ? article : null
  } catch {
    return null
  }
}
