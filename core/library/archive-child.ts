/**
 * Archive child: the process that an archive works in, started anew whenever it ends.
 *
 * In:   how to open the archive, and calls of its methods.
 * Out:  what each call gives. A call in work when the process ends is made once more of the next one, and fails with
 *       `ARCHIVE_ENDED` when that ends under it too.
 * Cost: one process; after an end before anything was answered the next start waits, twice as long each time.
 *
 * A process and no thread: onnxruntime-node 1.14 cannot be loaded a second time into one process, and running out of
 * memory takes all threads along.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
// What a process of its own is started with goes by `process`.
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { RawiError } from '../errors.ts'
import type {
  ArchiveCall,
  ArchiveMessage,
  ArchiveReply,
  ProcessOptions,
} from './process-messages.ts'
import { receivedError } from './sent-error.ts'

export interface ArchiveChildOptions extends ProcessOptions {
  /** What its objects may take, in MiB; vectors lie outside. @default 4096 */
  readonly memoryMB?: number
  /** Told of a newer generation that cannot be loaded, of damaged articles, and of each end of the process. */
  readonly onProblem?: (problem: unknown) => void
}

export interface ArchiveChild {
  /** @param signal - Aborting it tells the process to stop that work, and fails the call with its reason. */
  call(method: ArchiveCall['method'], argument?: unknown, signal?: AbortSignal): Promise<unknown>
  /** How often in a row it ended before it answered anything. */
  failures(): number
  close(): Promise<void>
}

interface Waiting {
  readonly message: ArchiveCall
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
  tries: number
}

const shortestPauseMs = 250
const longestPauseMs = 30_000
/** Calls wait out a pause of so long; those of a longer one fail at once. */
const longestHeldMs = 2_000
/** An archive that does not close by then holds nothing that could be lost. */
const longestCloseMs = 2_000

export function startArchiveChild({
  memoryMB = 4096,
  onProblem = () => undefined,
  ...options
}: ArchiveChildOptions): ArchiveChild {
  const waiting = new Map<number, Waiting>()
  let child: ChildProcess | null = null
  let hasAnswered = false
  let failures = 0
  let nextStart = { at: 0, timer: undefined as NodeJS.Timeout | undefined }
  let closed = false
  let calls = 0

  function start(): void {
    hasAnswered = false
    const compiled = getCompileCacheDir()
    const started = fork(fileURLToPath(new URL('archive-process.ts', import.meta.url)), {
      serialization: 'advanced',
      ...(compiled && { env: { ...process.env, NODE_COMPILE_CACHE: compiled } }),
      execArgv: [`--max-old-space-size=${memoryMB}`],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child = started
    let isOver = false
    const end = (how: string): void => {
      if (isOver) return
      isOver = true
      if (child === started) child = null
      ended(how)
    }
    started.on('message', receive)
    started.on('error', ({ message }) => end(message))
    started.on('exit', (code, signal) => end(signal ?? `exit code ${code}`))
    tell({ open: options })
    for (const each of waiting.values()) send(each)
    holdOpen()
  }

  function ended(how: string): void {
    if (closed) {
      for (const { message, resolve, reject } of waiting.values()) {
        if (message.method === 'close') resolve(undefined)
        else reject(new Error('The archive is closed'))
      }
      waiting.clear()
      return
    }
    failures = hasAnswered ? 0 : failures + 1
    const pauseMs =
      failures === 0 ? 0 : Math.min(longestPauseMs, shortestPauseMs * 2 ** (failures - 1))
    const error = new RawiError(
      'ARCHIVE_ENDED',
      `The archive's process ended before it answered (${how}). It is started anew: ask again. If it ends again and again, give it more memory: ARCHIVE_MEMORY_MB is ${memoryMB}.`,
      pauseMs === 0 ? {} : { retryAfterMs: pauseMs },
    )
    onProblem(error)
    for (const [id, { tries, reject }] of waiting) {
      if (tries < 2 && pauseMs <= longestHeldMs) continue
      waiting.delete(id)
      reject(error)
    }
    nextStart = { at: performance.now() + pauseMs, timer: setTimeout(start, pauseMs) }
    holdOpen()
  }

  function receive(reply: ArchiveReply): void {
    if ('problem' in reply) return onProblem(receivedError(reply.problem))
    hasAnswered = true
    failures = 0
    const made = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('value' in reply) made?.resolve(reply.value)
    else made?.reject(receivedError(reply.failure))
    holdOpen()
  }

  function send(made: Waiting): void {
    made.tries += 1
    tell(made.message)
  }

  function tell(message: ArchiveMessage): void {
    // A process that is gone is told of by its end.
    if (child?.connected === true) child.send(message, () => undefined)
  }

  /** The caller's process lives on for what is waited for, not for the archive. */
  function holdOpen(): void {
    for (const held of [child, child?.channel, nextStart.timer]) {
      if (waiting.size > 0) held?.ref()
      else held?.unref()
    }
  }

  async function call(
    method: ArchiveCall['method'],
    argument: unknown = null,
    signal?: AbortSignal,
  ): Promise<unknown> {
    if (closed) throw new Error('The archive is closed')
    signal?.throwIfAborted()
    const pauseMs = child === null ? nextStart.at - performance.now() : 0
    if (pauseMs > longestHeldMs) {
      throw new RawiError('ARCHIVE_ENDED', 'The archive ends again and again. Ask again later.', {
        retryAfterMs: pauseMs,
      })
    }
    calls += 1
    const id = calls
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const made: Waiting = { message: { id, method, argument }, resolve, reject, tries: 0 }
    const leave = (): void => {
      if (!waiting.delete(id)) return
      tell({ cancel: id })
      reject(signal!.reason)
      holdOpen()
    }
    waiting.set(id, made)
    signal?.addEventListener('abort', leave, { once: true })
    if (child !== null) send(made)
    holdOpen()
    try {
      return await promise
    } finally {
      signal?.removeEventListener('abort', leave)
    }
  }

  start()

  return {
    call,
    failures: () => failures,
    async close() {
      if (closed) return
      const closing = child === null ? null : call('close')
      closed = true
      clearTimeout(nextStart.timer)
      const running = child
      if (running === null) return ended('closed')
      const gone = new Promise<void>((resolve) => void running.once('exit', () => resolve()))
      const late = setTimeout(() => running.kill('SIGKILL'), longestCloseMs)
      running.ref()
      await closing
      await gone
      clearTimeout(late)
    },
  }
}
