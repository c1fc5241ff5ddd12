/**
 * File ledger: what came of every corpus file when it was last read, so that a run reads only what changed.
 * Its rows are versions like those of articles, and written in the same transactions.
 */
import { and, eq, isNull, sql } from './drizzle.ts'
import { files } from './index-schema.ts'
import type { Connection } from './open-database.ts'

export interface FileRecord<Outcome> {
  /** Absolute. */
  readonly path: string
  readonly hash: string
  /** See `CorpusFile.stamp`; null when the bytes have to be looked at to know that they are the same. */
  readonly stamp: string | null
  /** Fingerprint of the code and model that read it. */
  readonly pipeline: string
  readonly outcome: Outcome
}

export interface FileLedger<Outcome> {
  all(): ReadonlyMap<string, FileRecord<Outcome>>
  /** @param generation - The one being built. */
  put(generation: number, record: FileRecord<Outcome>): void
  remove(generation: number, path: string): void
  /** A file of other stamp and the same bytes: part of no generation. */
  restamp(path: string, stamp: string | null): void
}

export function createFileLedger<Outcome>({ db, sqlite }: Connection): FileLedger<Outcome> {
  const living = and(eq(files.path, sql.placeholder('path')), isNull(files.died))
  const find = db.select().from(files).where(living).prepare()
  const insert = db
    .insert(files)
    .values({
      path: sql.placeholder('path'),
      born: sql.placeholder('generation'),
      hash: sql.placeholder('hash'),
      stamp: sql.placeholder('stamp'),
      pipeline: sql.placeholder('pipeline'),
      outcome: sql.placeholder('outcome'),
    })
    .prepare()

  const restamp = db
    .update(files)
    // drizzle's own placeholder is not of a column's type.
    .set({ stamp: sql`${sql.placeholder('stamp')}` })
    .where(living)
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
      const rows = sqlite
        .prepare<[], Row>(
          'select path, hash, stamp, pipeline, outcome from files where died is null',
        )
        .all()
      return new Map(rows.map((row) => [row.path, lazily<Outcome>(row)]))
    },

    put(generation, { outcome, ...record }) {
      remove(generation, record.path)
      insert.run({ ...record, generation, outcome: JSON.stringify(outcome) })
    },

    remove,

    restamp: (path, stamp) => void restamp.run({ path, stamp }),
  }
}

interface Row extends Omit<FileRecord<never>, 'outcome'> {
  readonly outcome: string
}

/** Outcomes are long, and most runs want few of them. */
function lazily<Outcome>({ outcome: json, ...record }: Row): FileRecord<Outcome> {
  let outcome: Outcome | undefined
  return {
    ...record,
    get outcome() {
      outcome ??= JSON.parse(json) as Outcome
      return outcome
    },
  }
}
