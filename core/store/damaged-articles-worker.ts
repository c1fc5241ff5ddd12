/** Runs inside the thread of `findDamaged`. */
import { createBreath } from '../breath.ts'
import { openDatabase } from './open-database.ts'
import { damagedArticles } from './whole-articles.ts'

export async function find(path: string): Promise<ReadonlySet<string>> {
  const connection = openDatabase({ path, schema: 'index', readonly: true })
  try {
    return await damagedArticles(connection, createBreath())
  } finally {
    connection.close()
  }
}
