/**
 * The first indexing of the articles, in a process of its own.
 *
 * No thread: the archive's thread has the model already, and onnxruntime-node 1.14 corrupts the memory of a process in
 * which a second thread loads it and ends.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { receivedError, type SentError } from '../../core/library/sent-error.ts'
import type { ReindexOptions, ReindexProgress, ReindexReport } from '../../core/reindex/index.ts'
import type { Config } from '../config.ts'

export interface FirstIndexOptions {
  readonly folders: readonly string[]
  readonly database: string
  readonly embedding: Config['embedding']
}

type Refusal = Parameters<NonNullable<ReindexOptions['onRefused']>>[0]

/** What the process tells. */
export type FirstIndexNews =
  | { readonly kind: 'progress'; readonly progress: ReindexProgress }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'done'; readonly report: ReindexReport }
  | { readonly kind: 'failed'; readonly failure: SentError }
  | { readonly kind: 'stopped' }

/** What it is told: first what to index. */
export type FirstIndexOrder = FirstIndexOptions | 'stop'

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
  if (signal.aborted) return null
  const child = fork(fileURLToPath(new URL('first-index-process.ts', import.meta.url)), {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const tell = (order: FirstIndexOrder): void => {
    // A process that is gone is told of by its end.
    if (child.connected) child.send(order, () => undefined)
  }
  signal.addEventListener('abort', () => tell('stop'), { once: true })
  tell(options)
  return new Promise<ReindexReport | null>((resolve, reject) => {
    child.on('message', (news: FirstIndexNews) => {
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
          return reject(receivedError(news.failure))
        }
        default: {
          return news satisfies never
        }
      }
    })
    child.on('error', reject)
    child.on('exit', (code, killedBy) => {
      const how = killedBy ?? `exit code ${code}`
      reject(new Error(`The indexing process ended before its work did (${how})`))
    })
  })
}
