/** Runs inside a worker thread: the first indexing, so that pages are served meanwhile. */
import { parentPort, workerData } from 'node:worker_threads'
import { isRawiError } from '../../core/errors.ts'
import { reindex } from '../../core/reindex/index.ts'
import { openEmbedder, type Embedder } from '../../core/semantic/index.ts'
import type { FirstIndexOptions, FirstIndexNews } from './first-index.ts'

const port = parentPort
if (port === null) throw new Error('first-index-worker.ts runs only as a worker thread')

const tell = (news: FirstIndexNews): void => port.postMessage(news)
const stopping = new AbortController()
port.once('message', () => stopping.abort())

// The thread's own `runFirstIndex` put it there.
const { folders, database, embedding } = workerData as FirstIndexOptions

try {
  const embedder = await embedderOrNone()
  const report = await reindex({
    folders,
    database,
    embedder,
    now: () => new Date(),
    signal: stopping.signal,
    onProgress: (progress) => tell({ kind: 'progress', progress }),
    onRefused: (refusal) => tell({ kind: 'refused', refusal }),
  })
  await embedder?.close()
  tell({ kind: 'done', report })
} catch (error) {
  if (stopping.signal.aborted) tell({ kind: 'stopped' })
  else if (isRawiError(error)) {
    tell({ kind: 'failed', code: error.code, message: error.message })
  } else throw error
} finally {
  port.close()
}

/** Without a model the index still serves words; the archive's status says why it does no more. */
async function embedderOrNone(): Promise<Embedder | null> {
  if (embedding === null) return null
  try {
    return await openEmbedder(embedding)
  } catch (error) {
    if (!isRawiError(error) || error.code !== 'EMBEDDER_UNAVAILABLE') throw error
    return null
  }
}
