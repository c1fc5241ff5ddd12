/**
 * Withdrawn articles: what was taken down on demand, so that whoever asks for it is told so. Of no generation: it holds
 * for each that is served, from the moment it is noted.
 */
import { asc, eq, sql } from './drizzle.ts'
import { withdrawn } from './index-schema.ts'
import type { Connection } from './open-database.ts'
import { preparedOn } from './prepared.ts'

export interface Withdrawal {
  /** Of the article. */
  readonly id: string
  /** As it was asked for: the id, or an address. */
  readonly entry: string
}

export function readWithdrawn({ db }: Connection): readonly Withdrawal[] {
  const { id, entry } = withdrawn
  return db.select({ id, entry }).from(withdrawn).orderBy(asc(id)).all()
}

/** Within the transaction that is open, or one of its own that stays open. */
export function replaceWithdrawn(connection: Connection, now: readonly Withdrawal[]): void {
  const { db, sqlite } = connection
  const sorted = now.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (JSON.stringify(readWithdrawn(connection)) === JSON.stringify(sorted)) return
  if (!sqlite.inTransaction) sqlite.exec('begin immediate')
  db.delete(withdrawn).run()
  for (const { id, entry } of sorted) db.insert(withdrawn).values({ id, entry }).run()
}

export function isWithdrawn(connection: Connection, id: string): boolean {
  return byId(connection).get({ id }) !== undefined
}

const byId = preparedOn(({ db }) =>
  db
    .select({ id: withdrawn.id })
    .from(withdrawn)
    .where(eq(withdrawn.id, sql.placeholder('id')))
    .prepare(),
)
