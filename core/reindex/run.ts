/**
 * A run: walks over the corpus in order, takes over what did not change, reads the rest and hands it to the target.
 *
 * Files that changed are read twice: once to count the lines that recur, once with these known.
 */
import {
  createIdRegister,
  readCorpusFile,
  type CorpusFile,
  type LineStatistics,
  type ReadArticle,
  type Refusal,
} from '../corpus/index.ts'
import { createBreath, type Breath } from './breath.ts'
import { createPassageBatch } from './passage-batch.ts'
import { countLines, edgesOf, recurringIn, type Edges } from './recurring-lines.ts'
import type { ReindexOptions } from './options.ts'
import { isPassing, surveyCorpus, type KnownFile, type SurveyedFile } from './survey.ts'
import type { Target } from './target.ts'

/** What a run counts on its way. */
export interface Tally {
  readonly claimed: ReadonlySet<string>
  readonly refused: readonly Refusal[]
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly cleaned: number
}

/** What a killed run may lose. */
const commitEveryMs = 2_000

/** Writes to the target all that has to change; publishing is left to the caller. */
export async function bringInLine(
  target: Target,
  pipeline: string,
  options: ReindexOptions,
): Promise<Tally> {
  const { folders, embedder, full = false, dryRun = false, limits = {} } = options
  const onProgress = options.onProgress ?? (() => undefined)
  const breathe = createBreath(options.signal)
  const ids = createIdRegister()
  const batch = createPassageBatch(embedder, breathe)
  const claimed = new Set<string>()
  const refused: Refusal[] = []
  const counts = { added: 0, changed: 0, removed: 0, cleaned: 0 }
  let committed = performance.now()

  function refuse(refusal: Refusal): void {
    refused.push(refusal)
    options.onRefused?.(refusal)
  }

  function claim(id: string, place: { path: string; line?: number }): Refusal | null {
    const refusal = ids.claim(id, place)
    if (refusal === null) claimed.add(id)
    return refusal
  }

  /** Takes over what came of a file before, unless other files now claim other ids than they did then. */
  function takeOver({ path, outcome }: KnownFile): boolean {
    const own = new Set(outcome.articles)
    if (outcome.articles.some((id) => claimed.has(id))) return false
    if (outcome.contested.some((id) => !own.has(id) && !claimed.has(id))) return false
    for (const id of outcome.articles) claim(id, { path })
    for (const refusal of outcome.refused) refuse(refusal)
    counts.cleaned += outcome.cleaned
    return true
  }

  /** Leaves standing what came of a file that cannot be read now. */
  function keep({ path, pipeline: readBy, outcome }: KnownFile): void {
    if (readBy !== pipeline) return
    for (const id of outcome.articles) if (!claimed.has(id)) claim(id, { path })
  }

  async function index(read: ReadArticle): Promise<void> {
    const { article, contentHash } = read
    const before = target.articles.get(article.id)
    if (before?.contentHash === contentHash && before.pipeline === pipeline && !full) return
    if (before) counts.changed += 1
    else counts.added += 1
    if (dryRun) return
    await batch.add(read, (passages) => target.put(article, contentHash, passages))
  }

  /** @returns What came of it, or null when it could not be read to its end. */
  async function readFile(file: CorpusFile, statistics: LineStatistics, onArticle: () => void) {
    const outcome = {
      articles: new Array<string>(),
      contested: new Array<string>(),
      refused: new Array<Refusal>(),
      cleaned: 0,
    }
    const isRecurring: LineStatistics['isRecurring'] = (source, line) =>
      statistics.isRecurring(source, line)
    for await (const item of readCorpusFile(file, { ...limits, isRecurring })) {
      const isArticle = item.kind === 'article'
      const refusal = isArticle ? claim(item.article.id, placeOf(file, item)) : item
      if (refusal !== null) {
        outcome.refused.push(refusal)
        refuse(refusal)
        if (isArticle) outcome.contested.push(item.article.id)
      } else if (isArticle) {
        outcome.articles.push(item.article.id)
        if (item.notes.length + item.dropped.length > 0) outcome.cleaned += 1
        await index(item)
      }
      if (isArticle) onArticle()
      await breathe()
    }
    counts.cleaned += outcome.cleaned
    return outcome.refused.some(isPassing) ? null : outcome
  }

  async function commitNowAndThen(): Promise<void> {
    if (performance.now() - committed < commitEveryMs) return
    await batch.flush()
    target.commit()
    committed = performance.now()
  }

  const known = target.files
  const survey = await surveyCorpus({ folders, known, pipeline, full, breathe, onProgress })
  for (const refusal of survey.refused) refuse(refusal)
  const fresh = await readEdges(survey.files, limits, breathe, (done) =>
    onProgress({ phase: 'reading', done, total: null }),
  )
  const edgesIn = (entry: SurveyedFile): readonly Edges[] =>
    entry.state === 'new' ? (fresh.get(entry.file.path) ?? []) : entry.known.outcome.edges
  const statistics = countLines(survey.files.flatMap(edgesIn))

  const steps = survey.files.map((entry) => {
    const edges = edgesIn(entry)
    const recurring = recurringIn(edges, statistics)
    const asBefore = entry.state !== 'new' && sameList(recurring, entry.known.outcome.recurring)
    return { entry, edges, recurring, asBefore }
  })
  let done = 0
  let total = 0
  for (const { entry, edges, asBefore } of steps) {
    if (entry.state !== 'kept' && !asBefore) total += edges.length
  }
  const onArticle = (): void => {
    done += 1
    onProgress({ phase: 'indexing', done, total: Math.max(done, total) })
  }
  for (const { entry, edges, recurring, asBefore } of steps) {
    await breathe()
    if (entry.state === 'kept') keep(entry.known)
    else if (entry.state === 'new' || !asBefore || !takeOver(entry.known)) {
      const { path } = entry.file
      const hash = entry.state === 'new' ? entry.hash : entry.known.hash
      const outcome = await readFile(entry.file, statistics, onArticle)
      const before = known.get(path)
      if (outcome === null && before) keep(before)
      if (outcome === null) continue
      const noted = { path, hash, pipeline, outcome: { ...outcome, edges, recurring } }
      batch.after(() => target.noteFile(noted))
      await commitNowAndThen()
    }
  }
  await batch.flush()
  for (const path of survey.gone) target.forgetFile(path)
  for (const id of target.articles.keys()) {
    if (claimed.has(id)) continue
    counts.removed += 1
    target.remove(id)
    await breathe()
  }
  return { claimed, refused, ...counts }
}

/** First reading of the files that changed. */
async function readEdges(
  files: readonly SurveyedFile[],
  limits: NonNullable<ReindexOptions['limits']>,
  breathe: Breath,
  onArticle: (count: number) => void,
): Promise<ReadonlyMap<string, readonly Edges[]>> {
  const byPath = new Map<string, readonly Edges[]>()
  let count = 0
  for (const entry of files) {
    if (entry.state !== 'new') continue
    const edges: Edges[] = []
    for await (const item of readCorpusFile(entry.file, limits)) {
      if (item.kind === 'article') {
        edges.push(edgesOf(item.article))
        onArticle((count += 1))
      }
      await breathe()
    }
    byPath.set(entry.file.path, edges)
  }
  return byPath
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry, at) => entry === b[at])
}

function placeOf({ path }: CorpusFile, { line }: ReadArticle): { path: string; line?: number } {
  return line === undefined ? { path } : { path, line }
}
