/**
 * Archive in a worker thread: analysing, searching and embedding leave the caller's event loop alone.
 *
 * In:   the same options as `openArchive`, as far as they are plain data.
 * Out:  an `Archive` that behaves like one in this thread; each call is one message there and one back.
 *
 * A thread that dies fails the calls it was working on; the next call starts another. Plain worker_threads: a pool
 * would share out calls, but the index is loaded once, into one thread.
 */
import { Worker } from 'node:worker_threads'
import type { Archive, ArchiveStatus, AskResult, SourceSummary } from '../archive.ts'
import type { Article } from '../article.ts'
import { checkQuestion } from '../answer/check-question.ts'
import type { EmbedderOptions } from '../semantic/index.ts'
import { receivedError } from './sent-error.ts'
import type { ArchiveCall, ArchiveMethod, ArchiveReply } from './thread-messages.ts'

export interface ThreadOptions {
  readonly database: string
  /** A folder of lexicon files; null to translate no word. @default the shipped lexicon */
  readonly lexicon?: string | null
  /** Without its callbacks: they cannot cross. null to match words alone. */
  readonly embedding: Omit<EmbedderOptions, 'onProgress'> | null
}

export interface ArchiveThreadOptions extends ThreadOptions {
  readonly onProblem?: (problem: unknown) => void
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Resolves once the thread runs; whether there is an index, the first call tells. */
export async function openArchiveThread({
  onProblem = () => undefined,
  ...options
}: ArchiveThreadOptions): Promise<Archive> {
  let thread: { readonly worker: Worker; readonly waiting: Map<number, Waiting> } | null = null
  let closed = false
  let calls = 0

  const start = (): NonNullable<typeof thread> => {
    const worker = new Worker(new URL('archive-worker.ts', import.meta.url), {
      workerData: options,
    })
    const waiting = new Map<number, Waiting>()
    const started = { worker, waiting }
    const fail = (error: Error): void => {
      if (thread === started) thread = null
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    worker.on('message', (reply: ArchiveReply) => {
      if ('problem' in reply) {
        onProblem(receivedError(reply.problem))
        return
      }
      const call = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('value' in reply) call?.resolve(reply.value)
      else call?.reject(receivedError(reply.failure))
      if (waiting.size === 0) worker.unref()
    })
    worker.on('error', fail)
    worker.on('exit', (code) => {
      fail(new Error(`The archive's thread ended with code ${code} before it answered. Ask again.`))
    })
    worker.unref()
    return started
  }

  const call = async (method: ArchiveMethod, argument: unknown = null): Promise<unknown> => {
    if (closed) throw new Error('The archive is closed')
    thread ??= start()
    const { worker, waiting } = thread
    calls += 1
    const message: ArchiveCall = { id: calls, method, argument }
    return new Promise((resolve, reject) => {
      waiting.set(message.id, { resolve, reject })
      worker.ref()
      worker.postMessage(message)
    })
  }

  thread = start()

  return {
    // Checked here too: what is no text might not survive the crossing.
    ask: async (request) =>
      (await call('ask', { ...request, question: checkQuestion(request.question) })) as AskResult,
    article: async (id) => (await call('article', id)) as Article | null,
    sources: async () => (await call('sources')) as readonly SourceSummary[],
    status: async () => (await call('status')) as ArchiveStatus,
    async close() {
      if (closed) return
      const ended = thread === null ? null : call('close')
      closed = true
      await ended
    },
  }
}
