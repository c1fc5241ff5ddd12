/**
 * Reindex: brings an index file in line with folders of articles, and publishes what came of it in one step.
 *
 * In:   folders, an embedder or none. Files whose bytes did not change are not read, articles that did not change
 *       are not embedded; a change of analyser, splitter or model makes all of it stale.
 * Out:  a report; whatever could not be taken in stands in it with its reason, and the rest is indexed.
 * Cost: a hash of every file, and work for what changed.
 *
 * A run that is killed, aborted or fails leaves the served generation as it was; the next one goes on with its work.
 */
import {
  createIdRegister,
  readCorpusFile,
  type CorpusFile,
  type ReadArticle,
  type ReadOptions,
  type Refusal,
} from '../corpus/index.ts'
import type { Embedder } from '../semantic/embedder.ts'
import { createBreath, type Breath } from './breath.ts'
import { createPassageBatch } from './passage-batch.ts'
import { pipelineFingerprint } from './pipeline.ts'
import type { ReindexProgress, ReindexReport } from './report.ts'
import {
  isPassing,
  surveyCorpus,
  type FileOutcome,
  type KnownFile,
  type SurveyedFile,
} from './survey.ts'
import { openDryTarget, openTarget, type Published, type Target } from './target.ts'

export interface ReindexOptions {
  readonly folders: readonly string[]
  readonly database: string
  /** null builds an index of words alone. */
  readonly embedder: Embedder | null
  /** Reads and embeds everything anew. @default false */
  readonly full?: boolean
  /** Reports what a run would do, and writes nothing. @default false */
  readonly dryRun?: boolean
  readonly limits?: ReadOptions
  readonly now: () => Date
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ReindexProgress) => void
  /** Told of each refused input as it is met. */
  readonly onRefused?: (refusal: Refusal) => void
}

/**
 * @throws {RawiError} `CORPUS_UNREADABLE` for a folder that is not there, `INDEX_BUSY` while another run is at work,
 *   `EMBEDDER_UNAVAILABLE` when the model fails, and what keeps the index from being read or written.
 * @throws The reason of the signal when it was aborted.
 */
export async function reindex(options: ReindexOptions): Promise<ReindexReport> {
  const { database, embedder, full = false, dryRun = false, now } = options
  const started = performance.now()
  const pipeline = pipelineFingerprint(embedder)
  const target = dryRun
    ? openDryTarget({ database })
    : openTarget({ database, embedder: embedder?.fingerprint ?? null, pipeline, full, now })
  try {
    const run = createRun(options, target, pipeline)
    const tally = await run()
    const published = target.publish()
    return reportOf(options, tally, published, performance.now() - started)
  } catch (error) {
    // Kept for the next run, when it can be: the error that ended this one is the one to tell of.
    try {
      target.commit()
    } catch {}
    throw error
  } finally {
    target.close()
  }
}

/** What a run counts on its way. */
interface Tally {
  readonly claimed: Set<string>
  readonly refused: Refusal[]
  added: number
  changed: number
  removed: number
  cleaned: number
}

function createRun(options: ReindexOptions, target: Target, pipeline: string) {
  const { folders, embedder, full = false, limits = {}, signal } = options
  const onProgress = options.onProgress ?? (() => undefined)
  const breathe = createBreath(signal)
  const ids = createIdRegister()
  const batch = createPassageBatch(embedder, breathe)
  const tally: Tally = {
    claimed: new Set(),
    refused: [],
    added: 0,
    changed: 0,
    removed: 0,
    cleaned: 0,
  }
  let done = 0
  let total = 0
  let committed = performance.now()

  function refuse(refusal: Refusal): void {
    tally.refused.push(refusal)
    options.onRefused?.(refusal)
  }

  function claim(id: string, place: { path: string; line?: number }): Refusal | null {
    const refusal = ids.claim(id, place)
    if (refusal === null) tally.claimed.add(id)
    return refusal
  }

  /** Takes over what came of a file before, unless other files now claim other ids than they did then. */
  function takeOver({ path, outcome }: KnownFile): boolean {
    const own = new Set(outcome.articles)
    if (outcome.articles.some((id) => tally.claimed.has(id))) return false
    if (outcome.contested.some((id) => !own.has(id) && !tally.claimed.has(id))) return false
    for (const id of outcome.articles) claim(id, { path })
    for (const refusal of outcome.refused) refuse(refusal)
    tally.cleaned += outcome.cleaned
    return true
  }

  /** Leaves standing what came of a file that cannot be read now. */
  function keep({ path, pipeline: readBy, outcome }: KnownFile): void {
    if (readBy !== pipeline) return
    for (const id of outcome.articles) if (!tally.claimed.has(id)) claim(id, { path })
  }

  async function index(read: ReadArticle): Promise<void> {
    const { article, contentHash } = read
    const before = target.articles.get(article.id)
    if (before?.contentHash === contentHash && before.pipeline === pipeline && !full) return
    if (before) tally.changed += 1
    else tally.added += 1
    if (options.dryRun) return
    await batch.add(read, (passages) => target.put(article, contentHash, passages))
  }

  function report(): void {
    done += 1
    onProgress({ phase: 'indexing', done, total: Math.max(done, total) })
  }

  async function readFile(file: CorpusFile, hash: string): Promise<void> {
    const articles: string[] = []
    const contested: string[] = []
    const refused: Refusal[] = []
    let cleaned = 0
    for await (const item of readCorpusFile(file, limits)) {
      const refusal = item.kind === 'refused' ? item : claim(item.article.id, placeOf(file, item))
      if (refusal !== null) {
        refused.push(refusal)
        refuse(refusal)
        if (item.kind === 'article') contested.push(item.article.id)
      } else if (item.kind === 'article') {
        articles.push(item.article.id)
        if (item.notes.length > 0) cleaned += 1
        await index(item)
      }
      if (item.kind === 'article') report()
      await breathe()
    }
    tally.cleaned += cleaned
    if (refused.some(isPassing)) {
      const before = target.files.get(file.path)
      if (before) keep(before)
      return
    }
    const outcome: FileOutcome = { articles, contested, refused, cleaned }
    batch.after(() => target.noteFile({ path: file.path, hash, pipeline, outcome }))
    if (performance.now() - committed > commitEveryMs) {
      await batch.flush()
      target.commit()
      committed = performance.now()
    }
  }

  return async (): Promise<Tally> => {
    const known = target.files
    const survey = await surveyCorpus({ folders, known, pipeline, full, breathe, onProgress })
    for (const refusal of survey.refused) refuse(refusal)
    total = await countArticles(survey.files, limits, breathe, onProgress)
    for (const entry of survey.files) {
      if (entry.state === 'kept') keep(entry.known)
      else if (entry.state === 'new') await readFile(entry.file, entry.hash)
      else if (!takeOver(entry.known)) await readFile(entry.file, entry.known.hash)
    }
    await batch.flush()
    for (const path of survey.gone) target.forgetFile(path)
    for (const id of target.articles.keys()) {
      if (tally.claimed.has(id)) continue
      tally.removed += 1
      target.remove(id)
      await breathe()
    }
    return tally
  }
}

/** What a killed run may lose. */
const commitEveryMs = 2_000

async function countArticles(
  files: readonly SurveyedFile[],
  limits: ReadOptions,
  breathe: Breath,
  onProgress: (progress: ReindexProgress) => void,
): Promise<number> {
  let count = 0
  for (const entry of files) {
    if (entry.state !== 'new') continue
    for await (const item of readCorpusFile(entry.file, limits)) {
      if (item.kind === 'article') onProgress({ phase: 'reading', done: (count += 1), total: null })
      await breathe()
    }
  }
  return count
}

function placeOf({ path }: CorpusFile, { line }: ReadArticle): { path: string; line?: number } {
  return line === undefined ? { path } : { path, line }
}

function reportOf(
  { embedder }: ReindexOptions,
  tally: Tally,
  { info, changes }: Published,
  ms: number,
): ReindexReport {
  const { added, changed, removed } = changes ?? tally
  const total = tally.claimed.size
  return {
    generation: info?.generation ?? null,
    published: changes !== null,
    articles: { total, added, changed, removed, unchanged: total - added - changed },
    passages: info?.passages ?? 0,
    refused: tally.refused,
    cleaned: tally.cleaned,
    seconds: Math.round(ms) / 1000,
    embedder: embedder?.name ?? null,
    mode: embedder === null ? 'keyword-only' : 'hybrid',
  }
}
