/**
 * Reader process: a process beside this one that reads jobs, one after the other.
 *
 * In:   jobs. An article that takes too much processor time or memory ends the process: it is refused by name, and
 *       another process goes on with what is left.
 * Out:  what came of each job, by the job's number, whatever the order of the answers.
 *
 * A process and no thread: onnxruntime-node 1.14, under @xenova/transformers, corrupts the memory of a process in which
 * a second thread loads it and ends. Its end takes nothing along, however it comes.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { getCompileCacheDir } from 'node:module'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { refuse, type CorpusFile, type Refusal } from '../corpus/index.ts'
import { RawiError } from '../errors.ts'
import { receivedError } from '../library/sent-error.ts'
import { endedFor, type JobPlace } from './in-hand.ts'
import type { JobReader, JobResult, ReadJob } from './read-job.ts'
import {
  watchPipe,
  type ReaderMessage,
  type ReaderReply,
  type ReaderSetUp,
} from './reader-messages.ts'

export interface ReaderProcess {
  readonly read: JobReader
  /** How many jobs it was given and has not answered. */
  waiting(): number
  /** Path of what it has had in hand for more than a moment. */
  inHand(): string | null
  /** Ends it at once; it holds nothing that could be lost. */
  close(): Promise<void>
}

interface Waiting {
  readonly job: ReadJob
  readonly resolve: (result: JobResult) => void
  readonly reject: (error: unknown) => void
}

/** Of JavaScript. */
const heapMB = 420

export function startReaderProcess(toldSetUp: Omit<ReaderSetUp, 'parent'>): ReaderProcess {
  // By its id a process knows whether it still has one to read for.
  const setUp: ReaderSetUp = { ...toldSetUp, parent: process.pid }
  const waiting = new Map<number, Waiting>()
  const struck: Refusal[] = []
  let last = 0
  let place: JobPlace | null = null
  let isClosed = false
  let child = start()

  function start(): ChildProcess {
    const program = fileURLToPath(new URL('read-process.ts', import.meta.url))
    const started = fork(program, {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${heapMB}`],
      // Where this process keeps compiled code, so that one article more is not waited for half a second longer.
      env: { ...process.env, NODE_COMPILE_CACHE: getCompileCacheDir() },
      // Its last words, when memory runs out, are V8's own and tell people nothing.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc', 'pipe'],
    })
    place = null
    const told = started.stdio[watchPipe] as Readable
    createInterface({ input: told }).on('line', (line) => {
      place = JSON.parse(line) as JobPlace
    })
    started.on('message', (reply: ReaderReply) => {
      const job = waiting.get(reply.number)
      waiting.delete(reply.number)
      if (place?.job === reply.number) place = null
      if ('result' in reply) job?.resolve(reply.result)
      else job?.reject(receivedError(reply.failure))
    })
    // After all that it said was heard.
    started.on('close', (code, signal) => ended(signal ?? `exit code ${code}`))
    started.on('error', ({ message }) => fail(message))
    tell(started, { setUp })
    return started
  }

  function ended(how: string): void {
    const strike = isClosed ? null : strikeOf(how)
    if (strike === null) {
      fail(how)
      return
    }
    struck.push(strike)
    child = start()
    for (const [number, { job }] of waiting) give(number, job)
  }

  /** @returns The refusal of what ended the process, or null when it was nothing that it read. */
  function strikeOf(how: string): Refusal | null {
    const why = endings[how]
    const job = place && waiting.get(place.job)?.job
    if (why === undefined || !place || !job) return null
    const { path } = filesOf(job)[place.file]!
    const line = place.line < 0 ? undefined : place.line
    const isAgain = struck.some((one) => one.path === path && one.line === line)
    return isAgain && line === undefined
      ? null
      : refuse(path, why.reason, why.detail(setUp), isAgain ? undefined : line)
  }

  function fail(how: string): void {
    const jobs = [...waiting.values()]
    waiting.clear()
    const at = jobs[0] && inHand()
    for (const { job, reject } of jobs) reject(died(at ?? filesOf(job)[0]!.path, how))
  }

  function inHand(): string | null {
    const job = place && waiting.get(place.job)?.job
    return job ? filesOf(job)[place!.file]!.path : null
  }

  function give(number: number, job: ReadJob): void {
    const paths = new Set(filesOf(job).map(({ path }) => path))
    tell(child, { number, job, struck: struck.filter(({ path }) => paths.has(path)) })
  }

  return {
    read: (job) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { job, resolve, reject })
        if (isClosed) fail('it had ended already')
        else give(last, job)
      }),
    waiting: () => waiting.size,
    inHand,
    async close() {
      isClosed = true
      const { exitCode, signalCode } = child
      child.kill('SIGKILL')
      if (exitCode === null && signalCode === null) await once(child, 'exit')
    },
  }
}

interface Ending {
  readonly reason: 'too-slow' | 'too-large'
  readonly detail: (setUp: ReaderSetUp) => string
}

/** How a process ends of what it reads. */
const outOfMemory: Ending = {
  reason: 'too-large',
  detail: () => `It takes more than ${heapMB} MB of memory to read. Cut it into smaller files.`,
}
const endings: Readonly<Record<string, Ending>> = {
  [endedFor.memory]: outOfMemory,
  [endedFor.time]: {
    reason: 'too-slow',
    detail: ({ articleMs }) =>
      `It takes more than ${articleMs / 1000} s of processor time to read. Cut it into smaller articles, or look for what is odd in it.`,
  },
  SIGABRT: outOfMemory,
  SIGTRAP: outOfMemory,
  SIGILL: outOfMemory,
  'exit code 134': outOfMemory,
}

function filesOf(job: ReadJob): readonly CorpusFile[] {
  return job.kind === 'lines' ? [job.file] : job.files.map(({ file }) => file)
}

function tell(child: ChildProcess, message: ReaderMessage): void {
  // A process that is gone is told of by its end.
  if (child.connected) child.send(message, () => undefined)
}

function died(path: string, how: string): RawiError {
  return new RawiError(
    'CORPUS_UNREADABLE',
    `The process that read ${path} ended before it was done (${how}). Free some memory and run the command again: what was done is kept.`,
  )
}
