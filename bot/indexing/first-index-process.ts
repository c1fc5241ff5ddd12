/** Runs as a process of its own: the first indexing, so that pages are served meanwhile. */
import { sentError } from '../../core/library/sent-error.ts'
import { isRawiError } from '../../core/errors.ts'
import { reindex } from '../../core/reindex/index.ts'
import { openEmbedder, type Embedder } from '../../core/semantic/index.ts'
import type { FirstIndexNews, FirstIndexOptions, FirstIndexOrder } from './first-index.ts'

const stopping = new AbortController()
process.on('message', (order: FirstIndexOrder) => {
  if (order === 'stop') stopping.abort()
  else void index(order)
})
// A terminal and a supervisor signal every process; the server decides what becomes of this one.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit())

async function index({ folders, database, embedding }: FirstIndexOptions): Promise<void> {
  try {
    const embedder = await embedderOrNone(embedding)
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
    else tell({ kind: 'failed', failure: sentError(error) })
  } finally {
    process.disconnect()
  }
}

function tell(news: FirstIndexNews): void {
  // Nobody is left to tell when the server ended meanwhile.
  if (process.connected) process.send!(news)
}

/** Without a model the index still serves words; the archive's status says why it does no more. */
async function embedderOrNone(embedding: FirstIndexOptions['embedding']): Promise<Embedder | null> {
  if (embedding === null) return null
  try {
    return await openEmbedder(embedding)
  } catch (error) {
    if (!isRawiError(error) || error.code !== 'EMBEDDER_UNAVAILABLE') throw error
    return null
  }
}
