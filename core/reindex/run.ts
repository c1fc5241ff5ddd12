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
import { checkStillThere } from './shrinkage.ts'
import { createBreath, type Breath } from './breath.ts'
import { createPassageBatch } from './passage-batch.ts'
import { countLines, edgesOf, recurringIn, type Edges } from './recurring-lines.ts'
import type { ReindexOptions } from './options.ts'
import {
  isPassing,
  surveyCorpus,
  type KnownFile,
  type ReadEntry,
  type SurveyedFile,
} from './survey.ts'
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
  const { folders, embedder, full = false, force = false, dryRun = false, limits = {} } = options
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

  /** @returns False when the id is another article's, which is reported. */
  function claim(path: string, id: string, line: number | null): boolean {
    const refusal = ids.claim(id, line === null ? { path } : { path, line })
    if (refusal === null) claimed.add(id)
    else refuse(refusal)
    return refusal === null
  }

  /** Takes over what came of a file before, unless other files now claim other ids than they did then. */
  function takeOver({ path, outcome }: KnownFile): boolean {
    const own = new Set<string>()
    for (const [id, , contested] of outcome.articles) {
      if (contested !== (claimed.has(id) || own.has(id))) return false
      own.add(id)
    }
    for (const [id, line] of outcome.articles) claim(path, id, line)
    for (const refusal of outcome.refused) refuse(refusal)
    counts.cleaned += outcome.cleaned
    return true
  }

  /** Leaves standing what came of a file that cannot be read now. */
  function keep({ path, pipeline: readBy, outcome }: KnownFile): void {
    if (readBy !== pipeline) return
    for (const [id, line, contested] of outcome.articles) {
      if (!contested && !claimed.has(id)) claim(path, id, line)
    }
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
    const articles: ReadEntry[] = []
    const others: Refusal[] = []
    let cleaned = 0
    const isRecurring: LineStatistics['isRecurring'] = (source, line) =>
      statistics.isRecurring(source, line)
    for await (const item of readCorpusFile(file, { ...limits, isRecurring })) {
      if (item.kind === 'refused') {
        others.push(item)
        refuse(item)
      } else {
        const { article, line = null } = item
        const isFirst = claim(file.path, article.id, line)
        articles.push([article.id, line, !isFirst])
        if (isFirst && item.notes.length + item.dropped.length > 0) cleaned += 1
        if (isFirst) await index(item)
        onArticle()
      }
      await breathe()
    }
    counts.cleaned += cleaned
    return others.some(isPassing) ? null : { articles, refused: others, cleaned }
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
  if (!force && !dryRun) checkStillThere(target.articles.keys(), claimed, folders)
  for (const path of survey.gone) target.forgetFile(path)
  for (const id of target.articles.keys()) {
    if (claimed.has(id)) continue
    counts.removed += 1
    target.remove(id)
    await breathe()
  }
  return { claimed, refused: refused.toSorted(byPlace), ...counts }
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

function byPlace(a: Refusal, b: Refusal): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return (a.line ?? 0) - (b.line ?? 0)
}
