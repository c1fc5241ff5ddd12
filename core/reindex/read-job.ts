/**
 * Read job: some files, or some lines of one file, to be read into articles with their passages and vectors. It is what
 * is handed to another process, plain data both ways.
 */
import type { Article } from '../article.ts'
import {
  hashFile,
  mostRefused,
  readCorpusFile,
  readRecord,
  recurringAmong,
  refuseRest,
  splitPassages,
  type CorpusFile,
  type ReadArticle,
  type ReadItem,
  type ReadOptions,
  type Refusal,
  type SidecarFields,
} from '../corpus/index.ts'
import type { PassageRecord } from '../engine/search-engine.ts'
import type { Embedder } from '../semantic/embedder.ts'
import { withVectors } from './article-passages.ts'
import type { Breath } from '../breath.ts'
import { entryHashLength, type ArticleEntry, type RefusedEntry } from './file-outcome.ts'
import { recurringIn, recurringKeys } from './recurring-lines.ts'

export type ReadJob = (FilesJob | LinesJob) & {
  /** `LineStatistics.recurringNames`. */
  readonly recurring: readonly string[]
  /** Articles that the index holds already are told by their hash alone. */
  readonly skipHeld: boolean
}

export interface FilesJob {
  readonly kind: 'files'
  readonly files: readonly {
    readonly file: CorpusFile
    readonly hash: string | null
    /** Lines of the records that are wanted, null for the only one. @default all */
    readonly only?: readonly (number | null)[]
  }[]
}

export interface LinesJob {
  readonly kind: 'lines'
  readonly file: CorpusFile
  readonly sidecar: SidecarFields
  readonly lines: readonly JobLine[]
  /** The bytes of all lines, one after the other. */
  readonly bytes: Uint8Array
}

export interface JobLine {
  readonly number: number
  readonly key: string
  /** Into the job's bytes; null for a line that is too long to be read. */
  readonly end: number | null
}

/** What came of each file of the job, in order. */
export type JobResult = readonly FileReading[]

export interface FileReading {
  /** Of the file that was read. */
  readonly path: string
  /** Of the whole file; null when only some of its lines were read. */
  readonly hash: string | Refusal | null
  readonly records: readonly ReadRecord[]
}

export interface FreshArticle {
  readonly entry: ArticleEntry
  readonly contentHash: string
  /** null when the index holds it already. */
  readonly content: {
    readonly article: Article
    readonly passages: readonly PassageRecord[]
  } | null
}

export type ReadRecord = FreshArticle | { readonly entry: RefusedEntry }

export interface JobReaderOptions {
  readonly limits: Pick<ReadOptions, 'maxFileBytes' | 'maxArticleLength' | 'latestDay'>
  readonly embedder: Embedder | null
  /** Whether the index holds an article of this content. */
  readonly isHeld: (id: string, contentHash: string) => boolean
  readonly breathe: Breath
  /** Told of each record before it is read, and null when its reading is over: vectors are not its doing. */
  readonly onRecord?: (place: RecordPlace | null) => void
}

/** A file by its position in the job, and a line of it where it has many records. */
export interface RecordPlace {
  readonly file: number
  readonly line: number | null
}

/** @param struck - Records that ended a reader before: refused as they are, unread. */
export type JobReader = (job: ReadJob, struck?: readonly Refusal[]) => Promise<JobResult>

export function createJobReader({
  limits,
  embedder,
  isHeld,
  breathe,
  onRecord = () => undefined,
}: JobReaderOptions): JobReader {
  let cleaning = { names: [] as readonly string[], ...cleaningWith([]) }

  return async (job, struck = []) => {
    if (!sameList(cleaning.names, job.recurring)) {
      cleaning = { names: job.recurring, ...cleaningWith(job.recurring) }
    }

    function optionsFor(file: number, path: string): ReadOptions {
      const here = struck.filter((refusal) => refusal.path === path)
      return {
        ...limits,
        isRecurring: cleaning.isRecurring,
        admit(line) {
          onRecord({ file, line })
          return here.find((refusal) => (refusal.line ?? null) === line) ?? null
        },
      }
    }

    async function recordOf(item: ReadItem, key?: string): Promise<ReadRecord> {
      const keyed = key === undefined ? {} : { key }
      if (item.kind === 'refused') return { entry: { refusal: item, ...keyed } }
      const { article, contentHash } = item
      const entry = { ...entryOf(item, cleaning), ...keyed }
      if (job.skipHeld && isHeld(article.id, contentHash))
        return { entry, contentHash, content: null }
      const split = splitPassages(article)
      onRecord(null)
      const passages = await withVectors(article, split, embedder, breathe)
      return { entry, contentHash, content: { article, passages } }
    }

    async function readFile(
      { file, hash, only }: FilesJob['files'][number],
      at: number,
    ): Promise<FileReading> {
      const records: ReadRecord[] = []
      for await (const item of readCorpusFile(file, optionsFor(at, file.path))) {
        if (only !== undefined && !only.includes(item.line ?? null)) continue
        records.push(await recordOf(item))
        await breathe()
      }
      onRecord(null)
      return { path: file.path, hash: hash ?? (await hashFile(file)), records }
    }

    async function readLines({ file, sidecar, lines, bytes }: LinesJob): Promise<FileReading> {
      const records: ReadRecord[] = []
      const options = optionsFor(0, file.path)
      let refused = 0
      let start = 0
      for (const { number, key, end } of lines) {
        const line =
          end === null
            ? ({ number, tooLong: true } as const)
            : { number, bytes: Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start) }
        start = end ?? start
        const item = readRecord(file, line, sidecar, options)
        if (item?.kind === 'refused') refused += 1
        if (item?.kind === 'article' || (item !== null && refused <= mostRefused))
          records.push(await recordOf(item, key))
        await breathe()
      }
      onRecord(null)
      if (refused > mostRefused)
        records.push({ entry: { refusal: refuseRest(file.path, refused - mostRefused) } })
      return { path: file.path, hash: null, records }
    }

    if (job.kind === 'lines') return [await readLines(job)]
    const readings: FileReading[] = []
    for (const [at, wanted] of job.files.entries()) readings.push(await readFile(wanted, at))
    return readings
  }
}

function cleaningWith(names: readonly string[]) {
  return { isRecurring: recurringAmong(names), ...recurringKeys(names) }
}

function entryOf(
  { article, contentHash, edgeKeys, bodyKey, line, notes, dropped }: ReadArticle,
  cleaning: Parameters<typeof recurringIn>[1],
): ArticleEntry {
  const { id, source } = article
  const edges = edgeKeys.join('')
  const recurred = recurringIn({ source, edges }, cleaning)
  return {
    id,
    ...(line !== undefined && { line }),
    source,
    hash: contentHash.slice(0, entryHashLength),
    edges,
    body: bodyKey,
    ...(recurred !== '' && { recurred }),
    ...(notes.length + dropped.length > 0 && { cleaned: true }),
  }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry, at) => entry === b[at])
}
