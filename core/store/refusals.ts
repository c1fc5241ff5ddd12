/**
 * Refusals: what the last run over the corpus could not take in, kept so that it can be told without reading anything.
 *
 * Cost: by their number; nothing is written when they are the same as before.
 */
import { asc } from './drizzle.ts'
import type { RefusedReason, Refusal } from '../corpus/index.ts'
import { refusals } from './index-schema.ts'
import type { Connection } from './open-database.ts'

export function readRefusals({ db }: Connection): Refusal[] {
  const rows = db.select().from(refusals).orderBy(asc(refusals.row)).all()
  return rows.map(({ path, line, reason, detail }) => ({
    kind: 'refused',
    path,
    ...(line !== null && { line }),
    // Only `replaceRefusals` wrote them.
    reason: reason as RefusedReason,
    detail,
  }))
}

/** Within the transaction that is open, or one of its own that stays open. */
export function replaceRefusals(connection: Connection, refused: readonly Refusal[]): void {
  const { db, sqlite } = connection
  if (isSame(readRefusals(connection), refused)) return
  if (!sqlite.inTransaction) sqlite.exec('begin immediate')
  db.delete(refusals).run()
  for (const { path, line = null, reason, detail } of refused)
    db.insert(refusals).values({ path, line, reason, detail }).run()
}

function isSame(a: readonly Refusal[], b: readonly Refusal[]): boolean {
  return a.length === b.length && a.every((refusal, at) => wordsOf(refusal) === wordsOf(b[at]!))
}

function wordsOf({ path, line, reason, detail }: Refusal): string {
  return JSON.stringify([path, line ?? null, reason, detail])
}
