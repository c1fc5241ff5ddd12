/**
 * Throw-away index: a corpus indexed by the product's own pipeline into a temporary folder.
 *
 * In:   folders of articles, or documents of a dataset.
 * Out:  the engine over it; `close` removes every trace.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedEngine } from '../engine/index.ts'
import type { SearchEngine } from '../engine/search-engine.ts'
import { reindex, type ReindexReport } from '../reindex/index.ts'
import type { Embedder } from '../semantic/embedder.ts'
import type { DatasetDocument } from './dataset.ts'

export interface ThrowawayIndex {
  readonly engine: SearchEngine
  readonly report: ReindexReport
  close(): Promise<void>
}

export interface ThrowawayOptions {
  readonly corpus:
    | { readonly folders: readonly string[] }
    | { readonly documents: readonly DatasetDocument[] }
  readonly embedder: Embedder | null
  readonly now: () => Date
}

/** @throws {RawiError} What `reindex` throws. */
export async function openThrowawayIndex({
  corpus,
  embedder,
  now,
}: ThrowawayOptions): Promise<ThrowawayIndex> {
  const folder = await mkdtemp(join(tmpdir(), 'rawi-eval-'))
  try {
    const database = join(folder, 'index.db')
    const folders = 'folders' in corpus ? corpus.folders : [await written(corpus.documents, folder)]
    const report = await reindex({ folders, database, embedder, now })
    const engine = openEmbeddedEngine({ database })
    return {
      engine,
      report,
      async close() {
        await engine.close()
        await rm(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function written(documents: readonly DatasetDocument[], folder: string): Promise<string> {
  const lines = documents.map(({ id, title, text }) =>
    JSON.stringify(title.trim() === '' ? { id, text } : { id, title, text }),
  )
  const articles = join(folder, 'articles')
  await mkdir(articles)
  await writeFile(join(articles, 'corpus.jsonl'), `${lines.join('\n')}\n`)
  return articles
}
