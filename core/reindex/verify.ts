/**
 * Verification: whether what a run wrote is what it meant to write, asked of the file itself before it is served.
 *
 * In:   the candidate and what the run knows of it.
 * Out:  nothing, or a `VERIFICATION_FAILED` that names the first faults.
 * Cost: reads back and hashes what the generation brought; a scan of the other articles' rows, not of their texts or
 *       passages. A generation that brought all of it (the first, `--full`) is checked whole, references too.
 *
 * These faults are never published, forced or not: each would be a quote that does not stand in its article.
 */
import { and, ne, sql } from '../store/drizzle.ts'
import { contentHashOf } from '../content-hash.ts'
import type { GenerationInfo } from '../engine/search-engine.ts'
import { RawiError } from '../errors.ts'
import { bornArticles, type BornArticle } from '../store/born-articles.ts'
import { aliveAt, countGeneration, type GenerationCounts } from '../store/generations.ts'
import { articles } from '../store/index-schema.ts'
import type { Connection } from '../store/index.ts'
import { corrupt } from '../store/sqlite-failure.ts'
import type { Breath } from '../breath.ts'

export interface Candidate {
  readonly connection: Connection
  readonly generation: number
  /** The published one that it is to follow. */
  readonly served: GenerationInfo | null
}

export interface Expected {
  /** How many articles it shows. */
  readonly articles: number
  readonly pipeline: string
  /** Bytes of a vector; null where there are to be none. */
  readonly dimensions: number | null
}

/** Of many faults the first tell enough. */
const told = 3

/**
 * @returns What it holds.
 * @throws {RawiError} `VERIFICATION_FAILED`, or `INDEX_CORRUPT` for rows that lost the rows they belong to.
 */
export async function verify(
  candidate: Candidate,
  expected: Expected,
  breathe: Breath,
): Promise<GenerationCounts> {
  const { connection, generation } = candidate
  const faults: string[] = []
  let brought = 0
  for (const born of bornArticles(connection, generation)) {
    brought += 1
    const fault = faultOf(born, expected.dimensions)
    if (fault !== null) faults.push(`article "${born.id}" ${fault}`)
    await breathe()
  }
  const held = countGeneration(connection, generation)
  if (held.articles !== expected.articles)
    faults.push(`it shows ${held.articles} articles where the folders hold ${expected.articles}`)
  const stale = staleArticles(candidate, expected.pipeline)
  if (stale > 0) faults.push(`${stale} articles were made by another version or model`)
  if (brought === held.articles) {
    const strays = connection.sqlite.pragma('foreign_key_check') as unknown[]
    if (strays.length > 0)
      throw corrupt(connection.path, 'index', `${strays.length} rows lost what they belong to`)
  }
  if (faults.length === 0) return held
  const more = faults.length > told ? `; ${faults.length - told} more` : ''
  throw new RawiError(
    'VERIFICATION_FAILED',
    `Generation ${generation} is not what was to be written: ${faults.slice(0, told).join('; ')}${more}. It was not published and is forgotten; what was served before is whole. Run again, with --full if it comes again; then check disk and memory of this machine (npm run doctor).`,
  )
}

/** @returns What is wrong with an article as it lies in the file, or null. */
function faultOf(
  { article, contentHash, passages }: BornArticle,
  dimensions: number | null,
): string | null {
  if (article === null) return 'has no text'
  if (contentHashOf(article) !== contentHash) return 'is not the text that was read'
  if (passages.length === 0) return 'has no passage'
  for (const [at, { ordinal, start, end, vectorBytes }] of passages.entries()) {
    if (ordinal !== at) return `lacks its passage ${at}`
    if (start < 0 || end <= start || end > article.text.length)
      return `has a passage of ${start}–${end} in ${article.text.length} characters`
    if (vectorBytes !== dimensions)
      return `has a vector of ${vectorBytes ?? 'no'} dimensions instead of ${dimensions ?? 'none'}`
  }
  return null
}

function staleArticles({ connection, generation }: Candidate, pipeline: string): number {
  const alive = and(aliveAt(articles, generation), ne(articles.pipeline, pipeline))
  const counted = connection.db
    .select({ count: sql<number>`count(*)` })
    .from(articles)
    .where(alive)
  return counted.get()!.count
}
