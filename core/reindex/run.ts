/**
 * A run: walks over the corpus in order, takes over what did not change, reads the rest and hands it to the target.
 *
 * What changed is read with the lines that recurred in the run before taken out. Which lines recur now is known only
 * when all was read; the few articles for which that makes a difference are read again.
 */
import { mostRefused, refuse, refuseRest, type IdSet, type Refusal } from '../corpus/index.ts'
import { createBreath } from '../breath.ts'
import { createClaims } from './claims.ts'
import {
  isArticle,
  lineOf,
  type Entry,
  type FileOutcome,
  type KnownFile,
  type RefusedEntry,
} from './file-outcome.ts'
import { createHoldings } from './holdings.ts'
import { inOrder } from './in-order.ts'
import { countMisfiled, faultOfLedger } from './misfiled.ts'
import type { ReindexOptions } from './options.ts'
import type { ReindexProgress } from './report.ts'
import type { FileReading, JobResult } from './read-job.ts'
import { openReaderPool } from './reader-pool.ts'
import { firstReading, readingAgain, type Step } from './reading-plan.ts'
import { createArticleCount } from './article-count.ts'
import { countLines, recurrenceIn, recurringKeys, type Recurrence } from './recurring-lines.ts'
import { checkStillThere, lossOf, wordsOfLoss } from './shrinkage.ts'
import { isPassing, lastingStamp, surveyCorpus } from './survey.ts'
import type { Target } from './target.ts'
import { expectedBytes, ownArticles, tracksOf, unsettled, type Track } from './track.ts'
import { openWithdrawals } from './withdrawals.ts'

/** What a run counts on its way. */
export interface Tally {
  readonly claimed: IdSet
  readonly refused: readonly Refusal[]
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly cleaned: number
  readonly withdrawn: number
  readonly repaired: number
  readonly mended: number
  readonly warnings: readonly string[]
  /** Lines that recur, see `generations.recurring`. */
  readonly recurring: readonly string[] | null
}

/** Between two words about what is in hand. */
const tickMs = 250

/** Records that need not be read, between two breaths. */
const knownPerBreath = 64

/** Writes to the target all that has to change; publishing is left to the caller. */
export async function bringInLine(
  target: Target,
  pipeline: string,
  options: ReindexOptions,
): Promise<Tally> {
  const { folders, full = false, force = false, dryRun = false } = options
  const { commitEveryMs = 2_000 } = options
  const onProgress = options.onProgress ?? (() => undefined)
  const startedAt = options.now()
  const limits = { ...options.limits, latestDay: dayAfter(startedAt) }
  const breathe = createBreath(options.signal)
  const claims = createClaims(options.onRefused ?? (() => undefined))
  // Looked for while the files are; a run that fails before needs it no more.
  const looking = target.damaged(options.signal)
  looking.catch(() => undefined)
  const withdrawals = openWithdrawals({
    folders,
    file: options.withdrawn ?? null,
    before: target.withdrawn,
    addresses: () => target.addresses(),
  })
  const warnings: string[] = []
  const ledger = {
    files: target.files,
    articles: target.articles,
    isSettled: !target.resumed && !target.refused.some(isPassing),
    isWithdrawn: (id: string) => target.withdrawn.some((one) => one.id === id),
  }
  // A damaged row is no fault of the ledger, and mostly there is neither.
  const fault =
    faultOfLedger({ ...ledger, damaged: new Set() }) &&
    faultOfLedger({ ...ledger, damaged: await looking })
  // What is noted of files is not believed any more; articles are still what they are.
  const isUnbelieved = full || fault !== null
  const known = new Map([...target.files].filter(([, record]) => record.pipeline === pipeline))
  let committed = performance.now()
  let recurrence: Recurrence

  const survey = await surveyCorpus({
    folders,
    known: target.files,
    pipeline,
    full: isUnbelieved,
    startedAt,
    breathe,
    onProgress,
  })
  const damaged = await looking
  const holdings = createHoldings(target, { pipeline, damaged, full, dryRun })
  for (const refusal of survey.refused) claims.refuse(refusal)
  const tracks = tracksOf(survey.files, isUnbelieved ? new Map() : known)
  const unread = survey.files.flatMap((entry) => (entry.state === 'kept' ? [entry.known] : []))
  /** Of these, what did not claim its ids yet, the last by path first. */
  const kept = unread.toSorted((a, b) => (a.path < b.path ? 1 : -1))
  let told: Pick<ReindexProgress, 'phase' | 'done' | 'total'> = {
    phase: 'indexing',
    done: 0,
    total: null,
  }
  const tell = (step: typeof told): void => {
    told = step
    const file = pool.inHand()
    onProgress(file === null ? step : { ...step, file })
  }
  const count = createArticleCount(tracks, (step) => tell({ phase: 'indexing', ...step }))
  const pool = openReaderPool({
    limits,
    breathe,
    embedder: dryRun ? null : options.embedder,
    isHeld: (id, contentHash) => holdings.isHeld(id, contentHash),
    heldHashes: () => holdings.heldHashes(),
    readers: options.readers,
    articleMs: options.articleMs,
    signal: options.signal,
    expected: expectedBytes(tracks),
  })

  async function begin(step: Step): Promise<{ step: Step; readings: JobResult }> {
    return { step, readings: step.kind === 'job' ? await pool.read(step.job) : [] }
  }

  /** Settles whose the id is, and whether the index holds the article. */
  function take(
    track: Track,
    entry: Entry,
    isHeld: () => boolean,
    url: string | null = null,
  ): void {
    keepUpTo(track.file.path)
    if (track.isGivenUp) return
    if (!isArticle(entry)) {
      takeRefusal(track, entry)
      return
    }
    const at = track.entries.push(entry) - 1
    if (withdrawals.has(entry.id, url)) track.contested.add(at)
    else if (!claims.claim(track.file.path, entry.id, entry.line)) track.contested.add(at)
    else if (!isHeld()) track.stale.add(at)
  }

  function takeRefusal(track: Track, entry: RefusedEntry): void {
    const { refusal } = entry
    const { count: records = 1 } = refusal
    if (track.isNew && !isPassing(refusal) && track.refused + records > mostRefused) {
      track.unnamed += records
      track.isGivenUp = !track.entries.some(isArticle)
      return
    }
    track.refused += records
    track.entries.push(entry)
    refuseFor(track, refusal)
  }

  function refuseFor(track: Track, refusal: Refusal): void {
    claims.refuse(refusal)
    if (isPassing(refusal)) track.failed = true
  }

  async function takeReading(track: Track, { path, hash, records }: FileReading): Promise<void> {
    if (path !== track.file.path)
      throw new Error(`What was read of ${path} was handed on as that of ${track.file.path}`)
    keepUpTo(path)
    if (typeof hash === 'string') track.hash = hash
    else if (hash !== null) refuseFor(track, hash)
    for (const record of records) {
      const url = 'content' in record ? record.content?.article.url : null
      take(track, record.entry, () => !('contentHash' in record) || holdings.take(record), url)
      if ('contentHash' in record) count.article()
      await breathe()
    }
  }

  /** Leaves standing what came of a file that cannot be read now. */
  function keep({ path, outcome }: KnownFile): void {
    for (const entry of outcome.entries) {
      if (!isArticle(entry) || claims.claimed.has(entry.id) || !holdings.holds(entry)) continue
      claims.claim(path, entry.id, entry.line)
    }
  }

  /** Those that cannot be read now claim their ids in their turn. */
  function keepUpTo(path: string): void {
    while (kept.length > 0 && kept.at(-1)!.path < path) keep(kept.pop()!)
  }

  function note({ file, hash, frame, entries }: Track): void {
    target.noteFile({
      path: file.path,
      hash: hash!,
      stamp: lastingStamp(file, startedAt),
      pipeline,
      outcome: { ...(frame !== null && { frame }), entries },
    })
  }

  function finish(track: Track): void {
    if (track.unnamed > 0 || track.isGivenUp) {
      const refusal = refuseRest(track.file.path, track.isGivenUp ? null : track.unnamed)
      track.entries.push({ refusal })
      claims.refuse(refusal)
    }
    if (track.isNew && track.entries.length === 0 && !track.failed)
      take(track, { refusal: refuse(track.file.path, 'empty') }, () => true)
    if (track.failed && track.known) keep(track.known)
    if (track.isNew && !track.failed) note(track)
    count.file(track)
  }

  function commitNowAndThen(): void {
    if (performance.now() - committed < commitEveryMs) return
    target.commit()
    committed = performance.now()
  }

  async function readFirst(): Promise<void> {
    const recurring = tracks.some(({ isNew }) => isNew) ? recurredBefore() : []
    const plan = firstReading(tracks, { recurring, limits, skipHeld: true, onRead: count.read })
    for await (const { step, readings } of inOrder(plan, pool.width, begin)) {
      if (step.kind === 'known') {
        for (const [at, entry] of step.entries.entries()) {
          take(step.track, entry, () => isArticle(entry) && holdings.holds(entry))
          if (step.track.isNew) count.article()
          if (at % knownPerBreath === 0) await breathe()
        }
      } else if (step.kind === 'refused') take(step.track, { refusal: step.refusal }, () => true)
      else if (step.kind === 'end') finish(step.track)
      else for (const [at, track] of step.tracks.entries()) await takeReading(track, readings[at]!)
      commitNowAndThen()
    }
  }

  /** What is taken out of articles until it is known which lines recur now. */
  function recurredBefore(): readonly string[] {
    if (target.recurring !== null) return target.recurring
    return countLines([...known.values()].map(({ outcome }) => outcome.entries)).recurringNames()
  }

  /** What files that came, went or changed hold, and what they held before. */
  function moved(): readonly Pick<FileOutcome, 'entries'>[] {
    const fresh = tracks.filter(({ isNew }) => isNew)
    const paths = [...fresh.map(({ file }) => file.path), ...survey.gone]
    const before = paths.flatMap((path) => target.files.get(path)?.outcome ?? [])
    return [...fresh, ...before]
  }

  async function readAgain({ names, isAsBefore }: Recurrence): Promise<void> {
    const recurring = recurringKeys(names ?? [])
    const wanted = new Map<Track, ReadonlyMap<number | null, number>>()
    let total = 0
    for (const track of tracks) {
      // Where the same lines recur as in the run before, what did not change is as it should be.
      const toCompare = isAsBefore && !track.isNew ? null : recurring
      if (track.failed || (toCompare === null && track.stale.size === 0)) continue
      const positions = unsettled(track, toCompare)
      if (positions.size > 0) wanted.set(track, positions)
      total += positions.size
      await breathe()
    }
    let done = 0
    const plan = readingAgain(wanted, { recurring: names ?? [], limits, skipHeld: false })
    for await (const { step, readings } of inOrder(plan, pool.width, begin)) {
      if (step.kind !== 'job') continue
      for (const [at, track] of step.tracks.entries()) {
        for (const record of readings[at]!.records) {
          if (!('contentHash' in record)) continue
          const { entry, content } = record
          const position = wanted.get(track)!.get(lineOf(entry))
          if (position === undefined || !isSame(track.entries[position]!, entry)) continue
          track.entries[position] = entry
          track.stale.delete(position)
          track.isChanged = true
          if (withdrawals.has(entry.id, content?.article.url)) {
            track.contested.add(position)
            claims.release(entry.id)
          } else holdings.take(record)
          tell({ phase: 'cleaning', done: (done += 1), total })
          await breathe()
        }
      }
      commitNowAndThen()
    }
    for (const track of wanted.keys()) {
      if (track.isChanged) note(track)
      commitNowAndThen()
    }
  }

  const ticking = setInterval(() => pool.inHand() !== null && tell(told), tickMs)
  const counted = (): readonly Pick<FileOutcome, 'entries'>[] => [
    ...tracks,
    ...unread.map(({ outcome }) => outcome),
  ]
  try {
    await readFirst()
    while (kept.length > 0) keep(kept.pop()!)
    const isSettled =
      !target.resumed && survey.gone.length === 0 && tracks.every(({ isNew }) => !isNew)
    recurrence = isSettled
      ? { names: target.recurring, isAsBefore: true }
      : recurrenceIn(entriesOf(counted()), target.recurring, entriesOf(moved()))
    await readAgain(recurrence)
  } finally {
    clearInterval(ticking)
    await pool.close()
  }
  const repaired = countMisfiled(tracks, target.files)
  if (fault !== null)
    warnings.push(`What was noted of the files was not so (${fault}): all of them were read anew.`)
  if (repaired > 0)
    warnings.push(
      `${repaired} files were noted with what other files hold; they are noted rightly now.`,
    )
  const mended = [...damaged].filter((id) => claims.claimed.has(id)).length
  if (mended > 0)
    warnings.push(
      `${mended} articles were damaged in the index and are read anew from their files. Check the disk.`,
    )
  for (const [path, stamp] of survey.restamped) target.restamp(path, stamp)
  const loss = lossOf(target.published(), claims.claimed, (id) => !withdrawals.has(id))
  if (!force && !dryRun) checkStillThere(loss, folders)
  const lost = wordsOfLoss(loss)
  if (lost !== null) warnings.push(lost)
  for (const path of survey.gone) target.forgetFile(path)
  let removed = 0
  for (const id of target.articles.keys()) {
    if (claims.claimed.has(id)) continue
    removed += 1
    target.remove(id)
    await breathe()
  }
  const cleaned = tracks.flatMap(ownArticles).filter((entry) => entry.cleaned).length
  const { claimed } = claims
  const refused = claims.refused()
  target.noteRefused(refused)
  const withdrawn = withdrawals.met()
  target.noteWithdrawn(withdrawn)
  warnings.push(...withdrawals.warnings())
  // What could not be read again may still be as it was read before.
  const isWhole = unread.length === 0 && tracks.every(({ failed }) => !failed)
  const recurring = isWhole ? recurrence.names : null
  return {
    claimed,
    refused,
    ...holdings.changes(),
    removed,
    cleaned,
    withdrawn: withdrawn.length,
    repaired,
    mended,
    warnings,
    recurring,
  }
}

/** @returns The day after, ISO 8601. */
function dayAfter(now: Date): string {
  return new Date(now.getTime() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

function entriesOf(
  outcomes: readonly Pick<FileOutcome, 'entries'>[],
): readonly (readonly Entry[])[] {
  return outcomes.map(({ entries }) => entries)
}

/** False when the file was changed between the two readings: the next run will read it. */
function isSame(before: Entry, now: Entry): boolean {
  return isArticle(before) && isArticle(now) && before.id === now.id && before.key === now.key
}
