/** Runs as a process of its own: reads one job after the other, with an embedder of its own, for a `ReaderProcess`. */
// What a process of its own hears and says goes by `process`; it takes nothing else of it.
import process from 'node:process'
import { RawiError } from '../errors.ts'
import { sentError } from '../library/sent-error.ts'
import type { Embedder } from '../semantic/embedder.ts'
import { createJobReader, type JobReader } from './read-job.ts'
import type { ReaderMessage, ReaderReply, ReaderSetUp } from './reader-process.ts'

let opening: Promise<JobReader> | null = null

process.on('message', (message: ReaderMessage) => {
  if ('setUp' in message) opening = open(message.setUp)
  else void answer(message)
})
// Ctrl+C reaches every process of a terminal; the one that asks for jobs decides what becomes of it.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())

async function answer({ job }: Extract<ReaderMessage, { job: unknown }>): Promise<void> {
  try {
    reply({ result: await (await opening!)(job) })
  } catch (error) {
    reply({ failure: sentError(error) })
  }
}

function reply(message: ReaderReply): void {
  // Nobody is left to answer to when the other process ended meanwhile.
  if (process.connected) process.send!(message)
}

async function open({ limits, embedder, held }: ReaderSetUp): Promise<JobReader> {
  const opened = embedder === null ? null : await openLike(embedder)
  return createJobReader({
    limits,
    embedder: opened,
    isHeld: (_, contentHash) => held.has(contentHash),
    breathe: async () => undefined,
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
