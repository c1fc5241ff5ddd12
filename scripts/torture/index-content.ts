/** What a reader can see of the published generation of an index file, and whether the file is sound. */
import { rmSync } from 'node:fs'
import { reindex } from '../../core/reindex/index.ts'
import type { Embedder } from '../../core/semantic/index.ts'
import { articleRows, readStored } from '../../core/store/article-rows.ts'
import { publishedGeneration, unfinishedGeneration } from '../../core/store/generations.ts'
import { openDatabase } from '../../core/store/index.ts'

/** Text by id, and all else that two ways to the same articles must agree on. */
export interface IndexContent {
  readonly texts: ReadonlyMap<string, string>
  readonly digest: string
}

export interface IndexState extends IndexContent {
  readonly generation: number
  readonly hasUnfinished: boolean
  /** What SQLite finds wrong; empty for a sound file. */
  readonly damage: readonly string[]
}

/** @throws {RawiError} As `openDatabase` does. */
export function readIndex(database: string): IndexState {
  const connection = openDatabase({ path: database, schema: 'index', readonly: true })
  try {
    const { sqlite } = connection
    const said = sqlite.pragma('integrity_check', { simple: true }) as string
    const strays = (sqlite.pragma('foreign_key_check') as unknown[]).length
    const info = publishedGeneration(connection)
    const generation = info?.generation ?? 0
    const stored = readStored(connection, articleRows(connection, generation))
    const texts = new Map(stored.map(({ row, text }) => [row.id, text]))
    const shown = stored
      .map(({ row: { row: _row, ...article }, text, passages }) => ({
        ...article,
        text,
        passages: passages.map(({ ordinal, start, end, vector }) => [ordinal, start, end, vector]),
      }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    return {
      texts,
      digest: JSON.stringify([info?.articles ?? 0, info?.passages ?? 0, shown]),
      generation,
      hasUnfinished: unfinishedGeneration(connection) !== null,
      damage: [...(said === 'ok' ? [] : [said]), ...(strays === 0 ? [] : [`${strays} strays`])],
    }
  } finally {
    connection.close()
  }
}

/** What an index of these folders made from zero holds. */
export async function contentFromZero(
  folder: string,
  scratch: string,
  embedder: Embedder | null,
): Promise<IndexContent> {
  const remove = (): void => {
    for (const end of ['', '-wal', '-shm', '.lock', '.words'])
      rmSync(`${scratch}${end}`, { force: true })
  }
  remove()
  await reindexQuietly(folder, scratch, embedder)
  const { texts, digest } = readIndex(scratch)
  remove()
  return { texts, digest }
}

/** In this process. @returns The generation that is served then. */
export async function reindexQuietly(
  folder: string,
  database: string,
  embedder: Embedder | null,
): Promise<number> {
  const { generation } = await reindex({
    folders: [folder],
    database,
    embedder,
    readers: 0,
    now: () => new Date(),
  })
  return generation ?? 0
}
