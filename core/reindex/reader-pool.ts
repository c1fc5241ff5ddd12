/**
 * Reader pool: reads jobs in processes beside this one, of which there are more once there is more to read than they
 * cost to start; a few small texts are read here.
 *
 * Cost: the first process starts in 0.3 s, beside the work of this one, which then loads no model; each loads it
 *       (150 MB, a second), which pays for more than one from some thousand articles on. What is read in this process
 *       may bring it down with it, and keeps it from hearing that it is to stop: no more than is read in a moment,
 *       however it was made.
 */
import { availableParallelism } from 'node:os'
import type { CorpusFile } from '../corpus/index.ts'
import { createJobReader, type JobReader, type JobReaderOptions, type ReadJob } from './read-job.ts'
import { startReaderProcess, type ReaderProcess } from './reader-process.ts'

export interface ReaderPoolOptions extends JobReaderOptions {
  /** Told to other processes, see `ReaderSetUp`. */
  readonly heldHashes: () => ReadonlySet<string>
  /** 0 for none. @default one, and one a core when there is much to read */
  readonly readers: number | undefined
  /** See `ReaderSetUp`. @default 5_000 */
  readonly articleMs: number | undefined
  /** Bytes that are known to be read, as `textBytes` counts them. */
  readonly expected: number
  /** Aborting it ends the processes, and what waits for them, with its reason. */
  readonly signal: AbortSignal | undefined
}

export interface ReaderPool {
  readonly read: JobReader
  /** How many jobs should be under way at a time. */
  readonly width: () => number
  /** Path of what some process has had in hand for more than a moment. */
  readonly inHand: () => string | null
  close(): Promise<void>
}

/** Less is read sooner than a second process is ready. */
const worthProcesses = 3 * 1024 * 1024
/** Twice what one takes with the model; it is over by a little before it is noticed. */
const processMB = 640
const jobsPerProcess = 3
/** Bytes that are read here: one new article in a large archive is taken in 0.7 s sooner. */
const mostHere = 32 * 1024
const usualExpansion = 4

export function openReaderPool(options: ReaderPoolOptions): ReaderPool {
  const { limits, embedder, expected, signal, readers, articleMs = 5_000 } = options
  const here = createJobReader(options)
  // An embedder that lies in no folder cannot be opened a second time.
  const isAlone = embedder !== null && embedder.folder === undefined
  const processes: ReaderProcess[] = []
  let seen = 0

  function wanted(): number {
    if (isAlone) return 0
    if (readers !== undefined) return readers
    return Math.max(seen, expected) >= worthProcesses ? availableParallelism() : 1
  }

  function startMissing(): void {
    if (processes.length >= wanted()) return
    const like = embedder && { folder: embedder.folder!, fingerprint: embedder.fingerprint }
    const setUp = { limits, articleMs, processMB, embedder: like, held: options.heldHashes() }
    while (processes.length < wanted()) processes.push(startReaderProcess(setUp))
  }

  /** Of a packed file nobody knows what it unpacks to. */
  function isFew(job: ReadJob): boolean {
    if (readers !== undefined || processes.length > 0) return false
    const isPacked = job.kind === 'files' && job.files.some(({ file }) => file.gzipped)
    return !isPacked && Math.max(seen, expected) <= mostHere
  }

  const close = async (): Promise<void> =>
    void (await Promise.all(processes.map((each) => each.close())))
  signal?.addEventListener('abort', () => void close(), { once: true })

  return {
    async read(job) {
      signal?.throwIfAborted()
      seen += bytesOf(job)
      if (isFew(job)) return here(job)
      startMissing()
      const [idlest] = processes.toSorted((a, b) => a.waiting() - b.waiting())
      try {
        return await (idlest === undefined ? here(job) : idlest.read(job))
      } catch (error) {
        signal?.throwIfAborted()
        throw error
      }
    },
    width: () => Math.max(1, processes.length * jobsPerProcess),
    inHand: () => processes.map((each) => each.inHand()).find((path) => path !== null) ?? null,
    close,
  }
}

/** About how many bytes of text a file holds. */
export function textBytes({ size, gzipped }: CorpusFile): number {
  return gzipped ? size * usualExpansion : size
}

function bytesOf(job: ReadJob): number {
  if (job.kind === 'lines') return job.bytes.length
  return job.files.reduce((sum, { file }) => sum + textBytes(file), 0)
}
