/** The sample corpus, indexed by its words, in an archive's process of its own, served over HTTP. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Archive } from '../../core/archive.ts'
import { openArchiveProcess } from '../../core/library/index.ts'
import { reindex } from '../../core/reindex/index.ts'
import { serve, type Served } from './serve.ts'

export interface ServedSample extends Served {
  readonly archive: Archive
}

/** `close` ends all of it and removes the index. */
export async function serveSample(): Promise<ServedSample> {
  const folder = mkdtempSync(join(tmpdir(), 'rawi-http-'))
  const database = join(folder, 'rawi.db')
  await reindex({
    folders: ['data/articles'],
    database,
    embedder: null,
    now: () => new Date('2026-11-22T20:00:00Z'),
  })
  const archive = await openArchiveProcess({ database, embedding: null })
  const served = await serve(archive)
  return {
    ...served,
    archive,
    async close(...args) {
      await served.close(...args)
      await archive.close()
      rmSync(folder, { recursive: true })
    },
  }
}
