/**
 * A run: walks over the corpus in order, takes over what did not change, reads the rest and hands it to the target.
 *
 * What changed is read with the lines that recurred in the run before taken out. Which lines recur now is known only
 * when all was read; the few articles for which that makes a difference are read again.
 */
import { refuse, type IdSet, type Refusal } from '../corpus/index.ts'
import { createBreath } from '../breath.ts'
import { createClaims } from './claims.ts'
import { isArticle, lineOf, type Entry, type FileOutcome, type KnownFile } from './file-outcome.ts'
import { createHoldings } from './holdings.ts'
import { inOrder } from './in-order.ts'
import type { ReindexOptions } from './options.ts'
import type { FileReading, JobResult } from './read-job.ts'
import { openReaderPool } from './reader-pool.ts'
import { firstReading, readingAgain, type Step } from './reading-plan.ts'
import { createArticleCount } from './article-count.ts'
import { countLines, recurrenceIn, recurringKeys, type Recurrence } from './recurring-lines.ts'
import { checkStillThere } from './shrinkage.ts'
import { isPassing, lastingStamp, surveyCorpus } from './survey.ts'
import type { Target } from './target.ts'
import { expectedBytes, ownArticles, tracksOf, unsettled, type Track } from './track.ts'

/** What a run counts on its way. */
export interface Tally {
  readonly claimed: IdSet
  readonly refused: readonly Refusal[]
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly cleaned: number
  /** Lines that recur, see `generations.recurring`. */
  readonly recurring: readonly string[] | null
}

/** Records that need not be read, between two breaths. */
const knownPerBreath = 64

/** Writes to the target all that has to change; publishing is left to the caller. */
export async function bringInLine(
  target: Target,
  pipeline: string,
  options: ReindexOptions,
): Promise<Tally> {
  const { folders, full = false, force = false, dryRun = false, limits = {} } = options
  const { commitEveryMs = 2_000 } = options
  const onProgress = options.onProgress ?? (() => undefined)
  const startedAt = options.now()
  const breathe = createBreath(options.signal)
  const claims = createClaims(options.onRefused ?? (() => undefined))
  const holdings = createHoldings(target, { pipeline, full, dryRun })
  const known = new Map([...target.files].filter(([, record]) => record.pipeline === pipeline))
  let committed = performance.now()
  let recurrence: Recurrence

  const survey = await surveyCorpus({
    folders,
    known: target.files,
    pipeline,
    full,
    startedAt,
    breathe,
    onProgress,
  })
  for (const refusal of survey.refused) claims.refuse(refusal)
  const tracks = tracksOf(survey.files, full ? new Map() : known)
  const kept = survey.files.flatMap((entry) => (entry.state === 'kept' ? [entry.known] : []))
  const count = createArticleCount(tracks, (step) => onProgress({ phase: 'indexing', ...step }))
  const pool = openReaderPool({
    limits,
    breathe,
    embedder: dryRun ? null : options.embedder,
    isHeld: (id, contentHash) => holdings.isHeld(id, contentHash),
    heldHashes: () => holdings.heldHashes(),
    readers: options.readers,
    expected: expectedBytes(tracks),
  })

  async function begin(step: Step): Promise<{ step: Step; readings: JobResult }> {
    return { step, readings: step.kind === 'job' ? await pool.read(step.job) : [] }
  }

  /** Settles whose the id is, and whether the index holds the article. */
  function take(track: Track, entry: Entry, isHeld: () => boolean): void {
    const at = track.entries.push(entry) - 1
    if (!isArticle(entry)) refuseFor(track, entry.refusal)
    else if (!claims.claim(track.file.path, entry.id, entry.line)) track.contested.add(at)
    else if (!isHeld()) track.stale.add(at)
  }

  function refuseFor(track: Track, refusal: Refusal): void {
    claims.refuse(refusal)
    if (isPassing(refusal)) track.failed = true
  }

  async function takeReading(track: Track, { hash, records }: FileReading): Promise<void> {
    if (typeof hash === 'string') track.hash = hash
    else if (hash !== null) refuseFor(track, hash)
    for (const record of records) {
      take(track, record.entry, () => !('contentHash' in record) || holdings.take(record))
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
          const { entry } = record
          const position = wanted.get(track)!.get(lineOf(entry))
          if (position === undefined || !isSame(track.entries[position]!, entry)) continue
          track.entries[position] = entry
          track.stale.delete(position)
          track.isChanged = true
          holdings.take(record)
          onProgress({ phase: 'cleaning', done: (done += 1), total })
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

  try {
    await readFirst()
    for (const record of kept) keep(record)
    const isSettled =
      !target.resumed && survey.gone.length === 0 && tracks.every(({ isNew }) => !isNew)
    const counted = [...tracks, ...kept.map(({ outcome }) => outcome)]
    recurrence = isSettled
      ? { names: target.recurring, isAsBefore: true }
      : recurrenceIn(entriesOf(counted), target.recurring, entriesOf(moved()))
    await readAgain(recurrence)
  } finally {
    await pool.close()
  }
  for (const [path, stamp] of survey.restamped) target.restamp(path, stamp)
  if (!force && !dryRun) checkStillThere(target.articles, claims.claimed, folders)
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
  // What could not be read again may still be as it was read before.
  const isWhole = kept.length === 0 && tracks.every(({ failed }) => !failed)
  const recurring = isWhole ? recurrence.names : null
  return { claimed, refused, ...holdings.changes(), removed, cleaned, recurring }
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
