/**
 * Survey: what lies in the corpus folders, compared with what is known of it from the run before.
 *
 * Cost: one hash a file; nothing is parsed.
 */
import { dirname } from 'node:path'
import { hashFile, listCorpusFiles, type CorpusFile, type Refusal } from '../corpus/index.ts'
import type { FileRecord } from '../store/index.ts'
import type { Breath } from './breath.ts'
import type { Edges } from './recurring-lines.ts'
import type { ReindexProgress } from './report.ts'

/** An article of a file; contested when another one held its id already, so that it was refused. */
export type ReadEntry = readonly [id: string, line: number | null, contested: boolean]

/** What came of reading a file. */
export interface FileOutcome {
  /** Every article in it, in order. */
  readonly articles: readonly ReadEntry[]
  /** What else in it could not be taken in. */
  readonly refused: readonly Refusal[]
  readonly cleaned: number
  /** Of every article in it, before lines that recur were taken out. */
  readonly edges: readonly Edges[]
  /** The lines that were taken for recurring, see `recurringIn`. */
  readonly recurring: readonly string[]
}

export type KnownFile = FileRecord<FileOutcome>

export type SurveyedFile =
  | { readonly state: 'new'; readonly file: CorpusFile; readonly hash: string }
  | { readonly state: 'same'; readonly file: CorpusFile; readonly known: KnownFile }
  /** Cannot be read now. */
  | { readonly state: 'kept'; readonly known: KnownFile }

export interface Survey {
  /** In the order in which ids are claimed. */
  readonly files: readonly SurveyedFile[]
  readonly refused: readonly Refusal[]
  /** Paths that are gone, with all that came of them. */
  readonly gone: readonly string[]
}

export interface SurveyOptions {
  readonly folders: readonly string[]
  readonly known: ReadonlyMap<string, KnownFile>
  /** What was read under another fingerprint is read anew. */
  readonly pipeline: string
  readonly full: boolean
  readonly breathe: Breath
  readonly onProgress: (progress: ReindexProgress) => void
}

/** True when the input may be there and well tomorrow: what stands of it in the index stays until then. */
export function isPassing({ reason }: Refusal): boolean {
  return reason === 'changed' || reason === 'unreadable'
}

export async function surveyCorpus(options: SurveyOptions): Promise<Survey> {
  const { known, pipeline, full, breathe, onProgress } = options
  const listed: CorpusFile[] = []
  const refused: Refusal[] = []
  for await (const entry of listCorpusFiles(options.folders)) {
    if (entry.kind === 'file') listed.push(entry)
    else refused.push(entry)
    await breathe()
  }
  const files: SurveyedFile[] = []
  for (const [done, file] of listed.entries()) {
    onProgress({ phase: 'checking', done, total: listed.length })
    const hash = await hashFile(file)
    const record = known.get(file.path)
    if (typeof hash !== 'string') refused.push(hash)
    else if (record?.hash === hash && record.pipeline === pipeline && !full)
      files.push({ state: 'same', file, known: record })
    else files.push({ state: 'new', file, hash })
    await breathe()
  }
  onProgress({ phase: 'checking', done: listed.length, total: listed.length })
  const troubled = new Set(refused.filter(isPassing).map(({ path }) => path))
  const kept = [...known.values()].filter(
    (record) => record.pipeline === pipeline && isWithin(troubled, record.path),
  )
  const all: SurveyedFile[] = [
    ...files,
    ...kept.map((entry) => ({ state: 'kept', known: entry }) as const),
  ]
  const present = new Set(
    all.map((entry) => (entry.state === 'kept' ? entry.known : entry.file).path),
  )
  return { files: all, refused, gone: [...known.keys()].filter((path) => !present.has(path)) }
}

/** The path itself, or a folder above it. */
function isWithin(paths: ReadonlySet<string>, path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (paths.has(at)) return true
    if (at === dirname(at)) return false
  }
}
