/**
 * Survey: what lies in the corpus folders, compared with what is known of it from the run before.
 *
 * Cost: one look at each file's stamp, and a hash of those that bear another one; nothing is parsed.
 *
 * A stamp counts when it is older than the run that noted it: what is written in the moment of being read may look the
 * same afterwards (as git has it, "racily clean").
 */
import { dirname } from 'node:path'
import { hashFile, listCorpusFiles, type CorpusFile, type Refusal } from '../corpus/index.ts'
import type { Breath } from '../breath.ts'
import type { KnownFile } from './file-outcome.ts'
import type { ReindexProgress } from './report.ts'

export type SurveyedFile =
  /** The hash is null where no other one was known. */
  | { readonly state: 'new'; readonly file: CorpusFile; readonly hash: string | null }
  | { readonly state: 'same'; readonly file: CorpusFile; readonly known: KnownFile }
  /** Cannot be read now. */
  | { readonly state: 'kept'; readonly known: KnownFile }

export interface Survey {
  /** In the order in which ids are claimed. */
  readonly files: readonly SurveyedFile[]
  readonly refused: readonly Refusal[]
  /** Paths that are gone, with all that came of them. */
  readonly gone: readonly string[]
  /** Stamps of files that bear another one and are the same. */
  readonly restamped: ReadonlyMap<string, string | null>
}

export interface SurveyOptions {
  readonly folders: readonly string[]
  readonly known: ReadonlyMap<string, KnownFile>
  /** What was read under another fingerprint is read anew. */
  readonly pipeline: string
  readonly full: boolean
  readonly startedAt: Date
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
  // Of two articles of one id the first by path holds it, in whichever folder it lies.
  listed.sort((a, b) => (a.path < b.path ? -1 : 1))
  const files: SurveyedFile[] = []
  const restamped = new Map<string, string | null>()
  for (const [done, file] of listed.entries()) {
    onProgress({ phase: 'checking', done, total: listed.length })
    const record = known.get(file.path)
    if (record?.pipeline !== pipeline || full) files.push({ state: 'new', file, hash: null })
    else if (record.stamp === file.stamp) files.push({ state: 'same', file, known: record })
    else {
      const hash = await hashFile(file)
      if (typeof hash !== 'string') refused.push(hash)
      else if (record.hash === hash) {
        files.push({ state: 'same', file, known: record })
        const stamp = lastingStamp(file, options.startedAt)
        if (stamp !== record.stamp) restamped.set(file.path, stamp)
      } else files.push({ state: 'new', file, hash })
    }
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
  const gone = [...known.keys()].filter((path) => !present.has(path))
  return { files: all, refused, gone, restamped }
}

/** Some file systems count time in steps of two seconds. */
const coarsestMs = 2_000

/** @returns The file's stamp, or null when it was touched too lately for the stamp to tell. */
export function lastingStamp(file: CorpusFile, startedAt: Date): string | null {
  return file.touchedMs < startedAt.getTime() - coarsestMs ? file.stamp : null
}

/** The path itself, or a folder above it. */
function isWithin(paths: ReadonlySet<string>, path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (paths.has(at)) return true
    if (at === dirname(at)) return false
  }
}
