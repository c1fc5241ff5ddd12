/**
 * Generation reader: snapshots of given generations of an index file, one after the other, the one that is being
 * built among them.
 *
 * Cost: the first as a start of the engine, the next by what differs. Writes nothing, not even the saved words.
 */
import { openDatabase } from '../store/open-database.ts'
import { corrupt, failureOf } from '../store/sqlite-failure.ts'
import { createEmbeddedSnapshot } from './embedded-snapshot.ts'
import { createLoadedIndex } from './loaded-index.ts'
import type { GenerationInfo, Snapshot } from './search-engine.ts'

export interface GenerationReader {
  /**
   * The one before becomes unreadable.
   * @throws {RawiError} `INDEX_CORRUPT` when not all of it is there.
   */
  snapshot(info: GenerationInfo): Promise<Snapshot>
  close(): void
}

/** @throws {RawiError} As `openDatabase` does. */
export function openGenerationReader(database: string): GenerationReader {
  const connection = openDatabase({ path: database, schema: 'index', readonly: true })
  const index = createLoadedIndex(connection)
  return {
    async snapshot(info) {
      const isWhole = await index.advance(info).catch((error: unknown) => {
        throw failureOf(database, error)
      })
      if (!isWhole) throw corrupt(database, 'index', `generation ${info.generation} is not whole`)
      return createEmbeddedSnapshot(connection, index, info)
    },
    close() {
      index.close()
      connection.close()
    },
  }
}
