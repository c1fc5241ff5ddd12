/**
 * File ledger: what came of every corpus file when it was last read, so that a run reads only what changed.
 * Its rows are versions like those of articles, and written in the same transactions.
 */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { files } from './index-schema.ts'
import type { Connection } from './open-database.ts'

export interface FileRecord<Outcome> {
  /** Absolute. */
  readonly path: string
  readonly hash: string
  /** Fingerprint of the code and model that read it. */
  readonly pipeline: string
  readonly outcome: Outcome
}

export interface FileLedger<Outcome> {
  all(): ReadonlyMap<string, FileRecord<Outcome>>
  /** @param generation - The one being built. */
  put(generation: number, record: FileRecord<Outcome>): void
  remove(generation: number, path: string): void
}

export function createFileLedger<Outcome>({ db }: Connection): FileLedger<Outcome> {
  const living = and(eq(files.path, sql.placeholder('path')), isNull(files.died))
  const find = db.select().from(files).where(living).prepare()
  const insert = db
    .insert(files)
    .values({
      path: sql.placeholder('path'),
      born: sql.placeholder('generation'),
      hash: sql.placeholder('hash'),
      pipeline: sql.placeholder('pipeline'),
      outcome: sql.placeholder('outcome'),
    })
    .prepare()

  function remove(generation: number, path: string): void {
    const row = find.get({ path })
    if (!row) return
    const same = eq(files.row, row.row)
    if (row.born === generation) db.delete(files).where(same).run()
    else db.update(files).set({ died: generation }).where(same).run()
  }

  return {
    all() {
      const rows = db.select().from(files).where(isNull(files.died)).all()
      return new Map(
        rows.map(({ path, hash, pipeline, outcome }) => [
          path,
          { path, hash, pipeline, outcome: JSON.parse(outcome) as Outcome },
        ]),
      )
    },

    put(generation, { outcome, ...record }) {
      remove(generation, record.path)
      insert.run({ ...record, generation, outcome: JSON.stringify(outcome) })
    },

    remove,
  }
}
