/**
 * Reader process: a process beside this one that reads jobs, one after the other.
 *
 * A process and no thread: onnxruntime-node 1.14, under @xenova/transformers, corrupts the memory of a process in which
 * a second thread loads it and ends. Its end takes nothing along, however it comes.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { RawiError } from '../errors.ts'
import { receivedError, type SentError } from '../library/sent-error.ts'
import type { JobReader, JobReaderOptions, JobResult, ReadJob } from './read-job.ts'

/** What the process is told before its first job. */
export type ReaderSetUp = Pick<JobReaderOptions, 'limits'> & {
  /** Content hashes of what the index holds. */
  readonly held: ReadonlySet<string>
  readonly embedder: { readonly folder: string; readonly fingerprint: string } | null
}

export type ReaderMessage = { readonly setUp: ReaderSetUp } | { readonly job: ReadJob }
export type ReaderReply = { readonly result: JobResult } | { readonly failure: SentError }

export interface ReaderProcess {
  readonly read: JobReader
  /** How many jobs it was given and has not answered. */
  waiting(): number
  /** Ends it at once; it holds nothing that could be lost. */
  close(): Promise<void>
}

interface Waiting {
  readonly job: ReadJob
  readonly resolve: (result: JobResult) => void
  readonly reject: (error: unknown) => void
}

export function startReaderProcess(setUp: ReaderSetUp): ReaderProcess {
  const child = fork(fileURLToPath(new URL('read-process.ts', import.meta.url)), {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  const queue: Waiting[] = []

  function fail(how: string): void {
    for (const { job, reject } of queue.splice(0)) reject(died(job, how))
  }

  // Jobs are answered in the order in which they were given.
  child.on('message', (reply: ReaderReply) => {
    const { resolve, reject } = queue.shift()!
    if ('result' in reply) resolve(reply.result)
    else reject(receivedError(reply.failure))
  })
  child.on('exit', (code, signal) => fail(signal ?? `exit code ${code}`))
  child.on('error', ({ message }) => fail(message))
  tell(child, { setUp })

  return {
    read: (job) =>
      new Promise((resolve, reject) => {
        if (!child.connected) reject(died(job, 'it had ended already'))
        queue.push({ job, resolve, reject })
        tell(child, { job })
      }),
    waiting: () => queue.length,
    async close() {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await ended
    },
  }
}

function tell(child: ChildProcess, message: ReaderMessage): void {
  // A process that is gone is told of by its end.
  if (child.connected) child.send(message, () => undefined)
}

function died(job: ReadJob, how: string): RawiError {
  const path = job.kind === 'lines' ? job.file.path : job.files[0]!.file.path
  return new RawiError(
    'CORPUS_UNREADABLE',
    `The process that read ${path} ended before it was done (${how}). Free some memory and run the command again: what was done is kept.`,
  )
}
