/** Messages between a run and its reader processes: plain data both ways, each job and its answer by one number. */
import type { Refusal } from '../corpus/index.ts'
import type { SentError } from '../library/sent-error.ts'
import type { JobReaderOptions, JobResult, ReadJob } from './read-job.ts'

/** What the process is told before its first job. */
export type ReaderSetUp = Pick<JobReaderOptions, 'limits'> & {
  /** Content hashes of what the index holds. */
  readonly held: ReadonlySet<string>
  readonly embedder: { readonly folder: string; readonly fingerprint: string } | null
  /** See `WatchOptions`. */
  readonly parent: number
  readonly articleMs: number
  readonly processMB: number
}

export interface JobMessage {
  readonly number: number
  readonly job: ReadJob
  /** What ended a reader before, to be refused as it is. */
  readonly struck: readonly Refusal[]
}

export type ReaderMessage = { readonly setUp: ReaderSetUp } | JobMessage

export type ReaderReply =
  | { readonly number: number; readonly result: JobResult }
  | { readonly number: number; readonly failure: SentError }

/** File descriptor on which the process tells what it has had in hand for more than a moment. */
export const watchPipe = 4
