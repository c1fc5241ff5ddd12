/**
 * Reader pool: reads jobs in this process, and in others beside it once there is more to read than they cost to start.
 *
 * Cost: each process loads the model (150 MB, a second), which pays from some thousand articles on.
 */
import { availableParallelism } from 'node:os'
import type { CorpusFile } from '../corpus/index.ts'
import { createJobReader, type JobReader, type JobReaderOptions, type ReadJob } from './read-job.ts'
import { startReaderProcess, type ReaderProcess } from './reader-process.ts'

export interface ReaderPoolOptions extends JobReaderOptions {
  /** Told to other processes, see `ReaderSetUp`. */
  readonly heldHashes: () => ReadonlySet<string>
  /** 0 for none. @default one a core, when there is much to read */
  readonly readers: number | undefined
  /** Bytes that are known to be read, as `textBytes` counts them. */
  readonly expected: number
}

export interface ReaderPool {
  readonly read: JobReader
  /** How many jobs should be under way at a time. */
  readonly width: () => number
  close(): Promise<void>
}

/** Less is read sooner than processes are ready. */
const worthProcesses = 3 * 1024 * 1024
const jobsPerProcess = 3
const usualExpansion = 4

export function openReaderPool(options: ReaderPoolOptions): ReaderPool {
  const { limits, embedder, expected } = options
  const here = createJobReader(options)
  // An embedder that lies in no folder cannot be opened a second time.
  const isAlone = embedder !== null && embedder.folder === undefined
  const count = isAlone ? 0 : (options.readers ?? availableParallelism())
  const enough = options.readers === undefined ? worthProcesses : 0
  let processes: readonly ReaderProcess[] = []
  let seen = 0

  function start(): readonly ReaderProcess[] {
    const like = embedder && { folder: embedder.folder!, fingerprint: embedder.fingerprint }
    const setUp = { limits, embedder: like, held: options.heldHashes() }
    return Array.from({ length: count }, () => startReaderProcess(setUp))
  }

  return {
    async read(job) {
      seen += bytesOf(job)
      if (processes.length === 0 && Math.max(seen, expected) >= enough) processes = start()
      const [idlest] = processes.toSorted((a, b) => a.waiting() - b.waiting())
      return idlest === undefined ? here(job) : idlest.read(job)
    },
    width: () => Math.max(1, processes.length * jobsPerProcess),
    close: async () => void (await Promise.all(processes.map((each) => each.close()))),
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
