/** Refused so far: what the last run could not take in, from the index alone. */
import type { Refusal } from '../corpus/index.ts'
import { publishedGeneration } from '../store/generations.ts'
import { openDatabase } from '../store/index.ts'
import { readRefusals } from '../store/refusals.ts'

export interface RefusedSoFar {
  /** What is served now; null when nothing is. */
  readonly generation: number | null
  readonly refused: readonly Refusal[]
}

/** @throws {RawiError} `INDEX_MISSING` and as `openDatabase` does. */
export function refusedSoFar(database: string): RefusedSoFar {
  const connection = openDatabase({ path: database, schema: 'index', readonly: true })
  try {
    const generation = publishedGeneration(connection)?.generation ?? null
    return { generation, refused: readRefusals(connection) }
  } finally {
    connection.close()
  }
}
