import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runFirstIndex, type FirstIndexListeners } from '../../bot/indexing/first-index.ts'
import type { ReindexProgress } from '../../core/reindex/index.ts'

const embedding = { model: 'data/models/rawi-embed', cacheFolder: '', hub: '' }

let folder: string
let articles: string
let database: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-first-index-'))
  articles = join(folder, 'articles')
  database = join(folder, 'index.db')
  mkdirSync(articles)
  writeFileSync(
    join(articles, 'bridge.txt'),
    'افتتاح جسر جديد\nافتتحت البلدية صباح اليوم جسراً جديداً فوق النهر، يصل بين حيّين من أحياء المدينة.\n',
  )
  writeFileSync(join(articles, 'empty.txt'), '')
})
afterEach(() => rmSync(folder, { recursive: true }))

function listening(listeners: Partial<FirstIndexListeners> = {}): FirstIndexListeners {
  const { signal } = new AbortController()
  return { signal, onProgress: () => undefined, onRefused: () => undefined, ...listeners }
}

/** Libraries that this process has loaded. */
function loaded(): string {
  const { sharedObjects } = process.report.getReport() as { readonly sharedObjects: string[] }
  return sharedObjects.join('\n')
}

describe('runFirstIndex', () => {
  it('indexes with a model that this process does not load', async () => {
    const seen: ReindexProgress[] = []
    const refused: string[] = []
    const done = await runFirstIndex(
      { folders: [articles], database, embedding },
      listening({
        onProgress: (progress) => seen.push(progress),
        onRefused: ({ path }) => refused.push(path),
      }),
    )
    expect(done?.articles.total).toBe(1)
    expect(seen.some(({ phase }) => phase === 'indexing')).toBe(true)
    expect(refused.join()).toContain('empty.txt')
    expect(loaded()).not.toContain('onnxruntime')
    const { openEmbedder } = await import('../../core/semantic/index.ts')
    const embedder = await openEmbedder(embedding)
    await embedder?.close()
    expect(loaded()).toContain('onnxruntime')
  })

  it('ends with null when it is told to stop', async () => {
    const stopping = new AbortController()
    const options = { folders: [articles], database, embedding }
    const done = runFirstIndex(options, listening({ signal: stopping.signal }))
    stopping.abort()
    expect(await done).toBeNull()
    expect(await runFirstIndex(options, listening({ signal: stopping.signal }))).toBeNull()
  })

  it('fails with the code of what went wrong', async () => {
    const folders = [join(folder, 'nowhere')]
    await expect(
      runFirstIndex({ folders, database, embedding: null }, listening()),
    ).rejects.toMatchObject({ name: 'RawiError', code: 'CORPUS_UNREADABLE' })
  })
})
