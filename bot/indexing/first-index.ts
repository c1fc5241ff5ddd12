/** The first indexing of the articles, in a thread of its own. */
import { Worker } from 'node:worker_threads'
import { RawiError, type ErrorCode } from '../../core/errors.ts'
import type { ReindexOptions, ReindexProgress, ReindexReport } from '../../core/reindex/index.ts'
import type { Config } from '../config.ts'

export interface FirstIndexOptions {
  readonly folders: readonly string[]
  readonly database: string
  readonly embedding: Config['embedding']
}

type Refusal = Parameters<NonNullable<ReindexOptions['onRefused']>>[0]

/** What the thread tells. */
export type FirstIndexNews =
  | { readonly kind: 'progress'; readonly progress: ReindexProgress }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'done'; readonly report: ReindexReport }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'stopped' }

export interface FirstIndexListeners {
  readonly onProgress: (progress: ReindexProgress) => void
  readonly onRefused: (refusal: Refusal) => void
  /** Aborting it ends the run; what was done is kept for the next one. */
  readonly signal: AbortSignal
}

/**
 * @returns null when it was stopped.
 * @throws {RawiError} As `reindex` does.
 */
export async function runFirstIndex(
  options: FirstIndexOptions,
  { onProgress, onRefused, signal }: FirstIndexListeners,
): Promise<ReindexReport | null> {
  return new Promise<ReindexReport | null>((resolve, reject) => {
    const worker = new Worker(new URL('first-index-worker.ts', import.meta.url), {
      workerData: options,
    })
    signal.addEventListener('abort', () => worker.postMessage('stop'), { once: true })
    worker.on('message', (news: FirstIndexNews) => {
      switch (news.kind) {
        case 'progress': {
          return onProgress(news.progress)
        }
        case 'refused': {
          return onRefused(news.refusal)
        }
        case 'done': {
          return resolve(news.report)
        }
        case 'stopped': {
          return resolve(null)
        }
        case 'failed': {
          return reject(new RawiError(news.code, news.message))
        }
        default: {
          return news satisfies never
        }
      }
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('The indexing thread ended before its work did')))
  })
}
