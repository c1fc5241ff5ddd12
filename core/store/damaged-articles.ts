/**
 * Damaged articles of an index, looked for in a thread beside where there are many: a run looks at its files meanwhile.
 *
 * Cost: 50 µs an article; of fewer than starting a thread is worth they are looked for here.
 */
import { Piscina } from 'piscina'
import { createBreath } from '../breath.ts'
import type { Connection } from './open-database.ts'
import { damagedArticles } from './whole-articles.ts'

const manyArticles = 5_000

/**
 * @returns Ids, see `damagedArticles`. What is not committed yet is not looked at.
 * @throws The reason of the signal when it was aborted.
 */
export async function findDamaged(
  connection: Connection,
  articles: number,
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  if (articles < manyArticles) return damagedArticles(connection, createBreath(signal))
  const pool = new Piscina<string, ReadonlySet<string>>({
    filename: new URL('damaged-articles-worker.ts', import.meta.url).href,
    name: 'find',
    minThreads: 1,
    maxThreads: 1,
  })
  try {
    return await pool.run(connection.path, signal === undefined ? {} : { signal })
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    void pool.destroy()
  }
}
