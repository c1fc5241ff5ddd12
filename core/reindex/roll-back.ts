/**
 * Rolling back: serves the generation before again, in one transaction and without copying.
 *
 * The newest generation is forgotten as if it had never been begun, and what an unfinished run did goes with it. So the
 * next run compares the folders with what is served then, and takes up again whatever they still hold.
 *
 * Cost: by what the forgotten generation changed, and one count of what is served again.
 */
import { existsSync } from 'node:fs'
import { RawiError } from '../errors.ts'
import { articleChanges } from '../store/article-rows.ts'
import { publishedGeneration, rollBackGeneration } from '../store/generations.ts'
import { acquireRunLock, openDatabase, type Connection } from '../store/index.ts'
import { failureOf } from '../store/sqlite-failure.ts'
import type { ReindexReport } from './report.ts'

export interface RollBackOptions {
  readonly database: string
}

/**
 * @returns As of a run: what changed for readers against the generation that was served up to now.
 * @throws {RawiError} `ROLLBACK_IMPOSSIBLE` when there is none before, `INDEX_MISSING`, `INDEX_BUSY` while a run is at
 *   work, and as `openDatabase` does.
 */
export function rollBack({ database }: RollBackOptions): ReindexReport {
  const started = performance.now()
  if (!existsSync(database))
    throw new RawiError(
      'INDEX_MISSING',
      `There is no index at ${database}, so nothing to roll back. Build one: npm run reindex -- --db "${database}"`,
    )
  const lock = acquireRunLock(database)
  let connection: Connection | undefined
  try {
    connection = openDatabase({ path: database, schema: 'index' })
    const { to, undone } = inOneStep(connection)
    const { added, changed, removed } = undone
    return {
      generation: to.generation,
      published: true,
      articles: {
        total: to.articles,
        added: removed,
        changed,
        removed: added,
        unchanged: to.articles - removed - changed,
      },
      passages: to.passages,
      refused: [],
      cleaned: 0,
      withdrawn: 0,
      repaired: 0,
      mended: 0,
      warnings: [],
      seconds: Math.round(performance.now() - started) / 1000,
      // A fingerprint is the model's name and checksums.
      embedder: to.embedder?.split(':', 1)[0] ?? null,
      mode: to.embedder === null ? 'keyword-only' : 'hybrid',
    }
  } catch (error) {
    throw failureOf(database, error)
  } finally {
    connection?.close()
    lock.release()
  }
}

function inOneStep(connection: Connection) {
  const { sqlite, path } = connection
  // What was told to be served must outlive a power cut.
  sqlite.pragma('synchronous = FULL')
  return sqlite
    .transaction(() => {
      const served = publishedGeneration(connection)
      const undone = served && articleChanges(connection, served.generation)
      const rolled = rollBackGeneration(connection)
      if (rolled === null || undone === null) {
        throw new RawiError(
          'ROLLBACK_IMPOSSIBLE',
          served === null
            ? `No generation of ${path} was published yet, so there is none to roll back to. Build one: npm run reindex -- --db "${path}"`
            : `Generation ${served.generation} of ${path} is the only one that is kept, so there is none to roll back to: one step back is kept, and it is taken or was never there. To change what is served, mend the articles and run npm run reindex -- --db "${path}"`,
        )
      }
      return { ...rolled, undone }
    })
    .immediate()
}
