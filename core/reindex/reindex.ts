/**
 * Reindex: brings an index file in line with folders of articles, and publishes what came of it in one step.
 *
 * In:   folders, an embedder or none. Files whose bytes did not change are not read, articles that did not change
 *       are not embedded; a change of analyser, splitter or model makes all of it stale.
 * Out:  a report; whatever could not be taken in stands in it with its reason, and the rest is indexed.
 * Cost: a hash of every file, and work for what changed.
 *
 * A run that is killed, aborted or fails leaves the served generation as it was; the next one goes on with its work.
 * What was written is verified before it is published.
 */
import { isRawiError } from '../errors.ts'
import type { GenerationCounts } from '../store/generations.ts'
import { failureOf } from '../store/sqlite-failure.ts'
import { createBreath } from '../breath.ts'
import type { ReindexOptions } from './options.ts'
import { pipelineFingerprint } from './pipeline.ts'
import type { ReindexReport } from './report.ts'
import { bringInLine, type Tally } from './run.ts'
import { openDryTarget, openTarget, type Published, type Target } from './target.ts'
import { verify, type Candidate } from './verify.ts'

/**
 * @throws {RawiError} `CORPUS_UNREADABLE` for a folder that is not there, `CORPUS_SHRUNK` for one that lost most of its
 *   articles, `VERIFICATION_FAILED` when what was written is not sound or answers worse, `INDEX_BUSY` while another run
 *   is at work,
 *   `EMBEDDER_UNAVAILABLE` when the model fails, and what keeps the index from being read or written.
 * @throws The reason of the signal when it was aborted.
 */
export async function reindex(options: ReindexOptions): Promise<ReindexReport> {
  const { database, embedder, full = false, dryRun = false, now, onCheckpoint } = options
  const told = onCheckpoint && { onCheckpoint }
  const started = performance.now()
  const pipeline = pipelineFingerprint(embedder)
  const model = embedder?.fingerprint ?? null
  try {
    const target = dryRun
      ? openDryTarget({ database })
      : openTarget({ database, embedder: model, pipeline, full, now, ...told })
    const { tally, published } = await work(target, pipeline, options)
    return reportOf(options, tally, published, performance.now() - started)
  } catch (error) {
    throw failureOf(database, error)
  }
}

async function work(target: Target, pipeline: string, options: ReindexOptions) {
  try {
    const tally = await bringInLine(target, pipeline, options)
    const { force, onCheckpoint, onProgress, signal } = options
    const candidate = target.candidate()
    if (candidate !== null) {
      onCheckpoint?.('verifying')
      const counts = await verifySound(target, candidate, tally, pipeline, options)
      await target.gatherWords({
        onProgress: (done, total) => onProgress?.({ phase: 'gathering', done, total }),
        ...(signal && { signal }),
      })
      onCheckpoint?.('words-written')
      if (!force) await verifyAnswers(candidate, counts, options)
      onCheckpoint?.('verified')
      return { tally, published: target.publish({ counts, recurring: tally.recurring }) }
    }
    return { tally, published: target.publish({}) }
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

async function verifySound(
  target: Target,
  candidate: Candidate,
  { claimed }: Tally,
  pipeline: string,
  { embedder, signal }: ReindexOptions,
): Promise<GenerationCounts> {
  const expected = { articles: claimed.size, pipeline, dimensions: embedder?.dimensions ?? null }
  try {
    return await verify(candidate, expected, createBreath(signal))
  } catch (error) {
    // Kept, it would be taken for work that is done.
    if (isRawiError(error) && error.code === 'VERIFICATION_FAILED') target.abandon()
    throw error
  }
}

async function verifyAnswers(
  { generation, served }: Candidate,
  counts: GenerationCounts,
  { database, embedder, golden = [], now }: ReindexOptions,
): Promise<void> {
  if (served === null || golden.length === 0) return
  // Not for every run: it loads all that answers.
  const { askGolden } = await import('./ask-golden.ts')
  const candidate = {
    ...counts,
    generation,
    publishedAt: now().toISOString(),
    embedder: embedder?.fingerprint ?? null,
  }
  await askGolden({ database, served, candidate, embedder, questions: golden })
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
    withdrawn: tally.withdrawn,
    repaired: tally.repaired,
    mended: tally.mended,
    warnings: tally.warnings,
    seconds: Math.round(ms) / 1000,
    embedder: embedder?.name ?? null,
    mode: embedder === null ? 'keyword-only' : 'hybrid',
  }
}
