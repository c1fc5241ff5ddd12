/**
 * Reading plan: what has to be read of the corpus, cut into jobs, and what is known already, in the order in which ids
 * are claimed.
 *
 * Cost: of a JSON lines file that changed, a hash a line; only lines that were not there before become part of a job.
 */
import { hash } from 'node:crypto'
import {
  fallbackIdOf,
  hashFile,
  readSidecar,
  recordLines,
  type ByteLine,
  type CorpusFile,
  type ReadOptions,
  type Refusal,
  type SidecarFields,
} from '../corpus/index.ts'
import { isArticle, movedTo, type Entry } from './file-outcome.ts'
import type { FilesJob, JobLine, ReadJob } from './read-job.ts'
import { textBytes } from './reader-pool.ts'
import type { Track } from './track.ts'

export type Step =
  | { readonly kind: 'known'; readonly track: Track; readonly entries: readonly Entry[] }
  | { readonly kind: 'job'; readonly tracks: readonly Track[]; readonly job: ReadJob }
  | { readonly kind: 'refused'; readonly track: Track; readonly refusal: Refusal }
  | { readonly kind: 'end'; readonly track: Track }

export interface PlanOptions extends Pick<ReadJob, 'recurring' | 'skipHeld'> {
  readonly limits: Pick<ReadOptions, 'maxArticleLength'>
  /** Told of bytes read of JSON lines files. */
  readonly onRead?: (bytes: number) => void
}

const jobBytes = 128 * 1024
const jobFiles = 100
const keyBytes = 16

/** All files, in order. */
export async function* firstReading(
  tracks: readonly Track[],
  options: PlanOptions,
): AsyncIterable<Step> {
  let whole: Track[] = []
  const gathered = (): Step[] => {
    if (whole.length === 0) return []
    const files = whole.map(({ file, hash: known }) => ({ file, hash: known }))
    const steps = [filesStep(whole, files, options), ...whole.map(ended)]
    whole = []
    return steps
  }
  for (const track of tracks) {
    if (track.isNew && track.file.format !== 'jsonl') {
      whole.push(track)
      if (whole.length >= jobFiles || bytesOf(whole) >= jobBytes) yield* gathered()
      continue
    }
    yield* gathered()
    if (track.isNew) yield* linesOfFile(track, options)
    else yield { kind: 'known', track, entries: track.known!.outcome.entries }
    yield ended(track)
  }
  yield* gathered()
}

/** Some articles again, named by their lines. */
export async function* readingAgain(
  tracks: ReadonlyMap<Track, ReadonlyMap<number | null, unknown>>,
  options: PlanOptions,
): AsyncIterable<Step> {
  let whole: [Track, FilesJob['files'][number]][] = []
  const gathered = (): Step[] => {
    if (whole.length === 0) return []
    const job = filesStep(
      whole.map(([track]) => track),
      whole.map(([, wanted]) => wanted),
      options,
    )
    whole = []
    return [job]
  }
  for (const [track, lines] of tracks) {
    const { file } = track
    if (file.format === 'jsonl') {
      const { fields } = await readSidecar(file)
      const jobs = createLineJobs(track, fields, options)
      for await (const line of recordLines(file, options.limits)) {
        if (!('kind' in line) && lines.has(line.number)) yield* jobs.add(line, keyOf(line))
      }
      yield* jobs.flush()
    } else {
      whole.push([track, { file, hash: track.hash ?? '', only: [...lines.keys()] }])
      if (whole.length >= jobFiles) yield* gathered()
    }
  }
  yield* gathered()
}

async function* linesOfFile(track: Track, options: PlanOptions): AsyncIterable<Step> {
  const { file, known } = track
  const refused = (refusal: Refusal): Step => ({ kind: 'refused', track, refusal })
  const sidecar = await readSidecar(file)
  if (sidecar.refusal !== null) yield refused(sidecar.refusal)
  const fileHash = track.hash ?? (await hashFile(file))
  if (typeof fileHash !== 'string') {
    yield refused(fileHash)
    return
  }
  track.hash = fileHash
  track.frame = frameOf(file, sidecar.fields)
  const before = known?.outcome.frame === track.frame ? byKey(file, known.outcome.entries) : null
  const jobs = createLineJobs(track, sidecar.fields, options)
  let taken: Entry[] = []
  const gathered = (): Step[] => {
    const steps: Step[] = taken.length > 0 ? [{ kind: 'known', track, entries: taken }] : []
    taken = []
    return steps
  }
  for await (const line of recordLines(file, options.limits, options.onRead)) {
    if (track.isGivenUp) break
    if ('kind' in line) {
      yield* gathered()
      yield* jobs.flush()
      yield refused(line)
      continue
    }
    const key = keyOf(line)
    const entry = before?.get(key) ?? before?.get(`${key} ${line.number}`)
    if (entry) {
      yield* jobs.flush()
      taken.push(movedTo(entry, line.number))
    } else {
      yield* gathered()
      yield* jobs.add(line, key)
    }
  }
  yield* gathered()
  yield* jobs.flush()
}

/** Gathers lines until they are worth a job. */
function createLineJobs(track: Track, sidecar: SidecarFields, options: PlanOptions) {
  const { recurring, skipHeld } = options
  let parts: Buffer[] = []
  let lines: JobLine[] = []
  let end = 0

  function* flush(): Iterable<Step> {
    if (lines.length === 0) return
    const bytes = Buffer.concat(parts, end)
    const job = { kind: 'lines', file: track.file, sidecar, lines, bytes } as const
    parts = []
    lines = []
    end = 0
    yield { kind: 'job', tracks: [track], job: { ...job, recurring, skipHeld } }
  }

  return {
    *add(line: ByteLine, key: string): Iterable<Step> {
      if ('bytes' in line) {
        parts.push(line.bytes)
        end += line.bytes.length
      }
      lines.push({ number: line.number, key, end: 'bytes' in line ? end : null })
      if (end >= jobBytes) yield* flush()
    },
    flush,
  }
}

function filesStep(
  tracks: readonly Track[],
  files: FilesJob['files'],
  { recurring, skipHeld }: PlanOptions,
): Step {
  return { kind: 'job', tracks, job: { kind: 'files', files, recurring, skipHeld } }
}

/** A record whose id was made of its line is the same only there. */
function byKey(file: CorpusFile, entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(
    entries.flatMap((entry): [string, Entry][] => {
      if (!entry.key) return []
      const isPlaced = isArticle(entry) && entry.id === fallbackIdOf(file, entry.line)
      return [[isPlaced ? `${entry.key} ${entry.line}` : entry.key, entry]]
    }),
  )
}

/** Empty for a line that is too long to be read, and so is looked at each time. */
function keyOf(line: ByteLine): string {
  return 'bytes' in line ? hash('sha1', line.bytes, 'base64').slice(0, keyBytes) : ''
}

function frameOf({ name }: CorpusFile, fields: SidecarFields): string {
  return hash('sha1', JSON.stringify([name, fields]), 'base64').slice(0, keyBytes)
}

function ended(track: Track): Step {
  return { kind: 'end', track }
}

function bytesOf(tracks: readonly Track[]): number {
  return tracks.reduce((sum, { file }) => sum + textBytes(file), 0)
}
