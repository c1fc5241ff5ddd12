/** Track: one corpus file on its way through a run. */
import type { CorpusFile, LineStatistics } from '../corpus/index.ts'
import { isArticle, lineOf, type ArticleEntry, type Entry, type KnownFile } from './file-outcome.ts'
import { textBytes } from './reader-pool.ts'
import { recurringIn } from './recurring-lines.ts'
import type { SurveyedFile } from './survey.ts'

export interface Track {
  readonly file: CorpusFile
  /** What came of it before, under this pipeline. */
  readonly known: KnownFile | null
  /** False when it is the same as then. */
  readonly isNew: boolean
  hash: string | null
  frame: string | null
  readonly entries: Entry[]
  /** Positions of articles whose id is another's. */
  readonly contested: Set<number>
  /** Positions of articles that the index does not hold as they were read. */
  readonly stale: Set<number>
  /** Records that were refused: told one by one, and told as one. */
  refused: number
  unnamed: number
  /** Its first records were all refused: the rest is not read. */
  isGivenUp: boolean
  /** It could not be read to its end, and may be well tomorrow. */
  failed: boolean
  /** The ledger is to hear of it. */
  isChanged: boolean
}

/** @param known - Of this pipeline. */
export function tracksOf(
  files: readonly SurveyedFile[],
  known: ReadonlyMap<string, KnownFile>,
): Track[] {
  return files.flatMap((entry) => {
    if (entry.state === 'kept') return []
    const { state, file } = entry
    return {
      file,
      known: known.get(file.path) ?? null,
      isNew: state === 'new',
      hash: state === 'new' ? entry.hash : entry.known.hash,
      frame: state === 'new' ? null : (entry.known.outcome.frame ?? null),
      entries: [],
      contested: new Set<number>(),
      stale: new Set<number>(),
      refused: 0,
      unnamed: 0,
      isGivenUp: false,
      failed: false,
      isChanged: false,
    }
  })
}

/** How much will have to be read at least; of a JSON lines file that is known, perhaps one line. */
export function expectedBytes(tracks: readonly Track[]): number {
  const certain = tracks.filter(({ isNew, known }) => isNew && known?.outcome.frame === undefined)
  return certain.reduce((sum, { file }) => sum + textBytes(file), 0)
}

/** @returns By line, the positions of articles to be read again, now that it is known which lines recur. */
export function unsettled(
  { entries, contested, stale }: Track,
  recurring: Pick<LineStatistics, 'isRecurringKey'> | null,
): ReadonlyMap<number | null, number> {
  const positions = new Map<number | null, number>()
  for (const [at, entry] of entries.entries()) {
    if (!isArticle(entry) || contested.has(at)) continue
    const isOtherwise =
      recurring !== null && recurringIn(entry, recurring) !== (entry.recurred ?? '')
    if (isOtherwise || stale.has(at)) positions.set(lineOf(entry), at)
  }
  return positions
}

/** @returns Articles that stand in the index as this file's. */
export function ownArticles({ entries, contested }: Track): ArticleEntry[] {
  return entries.filter(
    (entry, at): entry is ArticleEntry => isArticle(entry) && !contested.has(at),
  )
}
