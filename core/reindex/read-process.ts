/** Runs as a process of its own: reads one job after the other, with an embedder of its own, for a `ReaderProcess`. */
// What a process of its own hears and says goes by `process`; it takes nothing else of it.
import { flushCompileCache } from 'node:module'
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import { RawiError } from '../errors.ts'
import { sentError } from '../library/sent-error.ts'
import type { Embedder } from '../semantic/embedder.ts'
import { createInHand, type WatchOptions } from './in-hand.ts'
import { createJobReader, type JobReader } from './read-job.ts'
import {
  watchPipe,
  type ReaderMessage,
  type ReaderReply,
  type ReaderSetUp,
} from './reader-messages.ts'

const hand = createInHand()
let opening: Promise<JobReader> | null = null
let answered: Promise<void> = Promise.resolve()
let current = 0

process.on('message', (message: ReaderMessage) => {
  if ('setUp' in message) opening = open(message.setUp)
  // One after the other: one record is in hand at a time, and all processor time is its own.
  else answered = answered.then(async () => answer(message))
})
// Signals reach every process of a terminal or a service; the one that asks for jobs decides what becomes of it.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit())

async function answer({
  number,
  job,
  struck,
}: Extract<ReaderMessage, { job: unknown }>): Promise<void> {
  try {
    const read = await opening!
    current = number
    reply({ number, result: await read(job, struck) })
  } catch (error) {
    reply({ number, failure: sentError(error) })
  } finally {
    hand.letGo()
    // It ends by being killed, which would lose it.
    if (number === 1) flushCompileCache()
  }
}

function reply(message: ReaderReply): void {
  // Nobody is left to answer to when the other process ended meanwhile.
  if (process.connected) process.send!(message)
}

async function open({
  limits,
  embedder,
  held,
  parent,
  articleMs,
  processMB,
}: ReaderSetUp): Promise<JobReader> {
  const watch: WatchOptions = { memory: hand.memory, parent, articleMs, processMB, pipe: watchPipe }
  new Worker(new URL('reader-watch.ts', import.meta.url), { workerData: watch }).unref()
  const opened = embedder === null ? null : await openLike(embedder)
  return createJobReader({
    limits,
    embedder: opened,
    isHeld: (_, contentHash) => held.has(contentHash),
    breathe: async () => undefined,
    onRecord(place) {
      if (place === null) hand.letGo()
      else hand.take({ job: current, file: place.file, line: place.line ?? -1 })
    },
  })
}

async function openLike({
  folder,
  fingerprint,
}: NonNullable<ReaderSetUp['embedder']>): Promise<Embedder> {
  const { openEmbedder } = await import('../semantic/index.ts')
  const opened = await openEmbedder({ model: folder, cacheFolder: folder, hub: '' })
  if (opened?.fingerprint === fingerprint) return opened
  throw new RawiError(
    'EMBEDDER_UNAVAILABLE',
    `The model in ${folder} was changed while articles were indexed. Leave it alone and run again.`,
  )
}
