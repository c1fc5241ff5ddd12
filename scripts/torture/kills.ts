/**
 * Kills: a server answers while the corpus changes and every run over it is killed, at random moments and at each
 * checkpoint; after each the index is looked at, the next run completes, and ends where a run from zero would.
 */
import { checkpoints, type Checkpoint } from '../../core/engine/index.ts'
import type { Asking } from './asking.ts'
import type { Embedder } from '../../core/semantic/index.ts'
import type { TortureCorpus } from './corpus.ts'
import { contentFromZero, readIndex, reindexQuietly, type IndexContent } from './index-content.ts'
import type { Random } from './random.ts'
import { createStriker, type Blow } from './strike.ts'

export interface KillsOptions {
  readonly corpus: TortureCorpus
  /** null for words alone. */
  readonly embedder: Embedder | null
  readonly database: string
  readonly asking: Asking
  readonly random: Random
  /** At random moments. */
  readonly kills: number
  /** At each checkpoint. */
  readonly each: number
  /** `performance.now()` after which no further run is begun. */
  readonly deadline: number
  readonly say: (line: string) => void
}

export interface KillsResult {
  readonly atRandomMoments: number
  readonly atCheckpoints: Readonly<Record<string, number>>
  /** Runs that came to their end before the blow. */
  readonly escaped: number
  /** After how many kills the generation before, and the new one, was served. */
  readonly servedBefore: number
  readonly servedNew: number
  /** Runs that found work of the killed one to go on with. */
  readonly resumed: number
  readonly torn: readonly string[]
}

/** Blows that never fall are given up. */
const patience = 4

export async function torture(options: KillsOptions): Promise<KillsResult> {
  const { corpus, database, embedder, asking, random, deadline, say } = options
  const { folder } = corpus
  const scratch = `${database}.scratch`
  const striker = createStriker(`${database}.code`)
  const torn: string[] = []
  const counts = { atRandomMoments: 0, escaped: 0, servedBefore: 0, servedNew: 0, resumed: 0 }
  const atCheckpoints: Record<string, number> = {}
  let before: IndexContent = readIndex(database)
  let longestMs = 0

  /** @returns Whether the blow fell. */
  async function round(blow: Blow): Promise<boolean> {
    corpus.change('some')
    const after = await contentFromZero(folder, scratch, embedder)
    const escapedMs = await striker.strike(blow, {
      folder,
      database,
      model: embedder?.folder ?? 'none',
    })
    const struck = escapedMs === null
    if (!struck) longestMs = escapedMs
    look(blow, struck, after)
    const generation = await reindexQuietly(folder, database, embedder)
    const end = readIndex(database)
    const name = nameOf(blow)
    if (end.digest !== after.digest) torn.push(`${name}: the next run ends elsewhere`)
    if (end.hasUnfinished) torn.push(`${name}: something unfinished is left`)
    torn.push(...end.damage.map((what) => `${name}, after the next run: ${what}`))
    asking.learn(generation, end)
    before = end
    return struck
  }

  function look(blow: Blow, struck: boolean, after: IndexContent): void {
    const now = readIndex(database)
    const name = nameOf(blow)
    torn.push(...now.damage.map((what) => `${name}: ${what}`))
    if (struck && now.hasUnfinished) counts.resumed += 1
    if (struck && now.digest === before.digest) counts.servedBefore += 1
    else if (struck && now.digest === after.digest) counts.servedNew += 1
    else if (struck) torn.push(`${name}: neither generation is served whole`)
    if (now.digest === after.digest) asking.learn(now.generation, now)
  }

  try {
    // Undisturbed: tells how long a run takes here, so that the random moments fall all over it.
    await round({ kind: 'moment', afterMs: 10 * 60_000 })
    for (const blow of blowsOf(options)) {
      if (performance.now() > deadline) break
      let struck = false
      for (let tries = 0; !struck && tries < patience; tries++) {
        const afterMs = random.below(Math.max(20, Math.round(longestMs)))
        const again =
          blow.kind === 'moment'
            ? ({ kind: 'moment', afterMs } as const)
            : { ...blow, time: tries === 0 ? blow.time : 1 }
        struck = await round(again)
        if (!struck) counts.escaped += 1
      }
      if (!struck) continue
      if (blow.kind === 'moment') counts.atRandomMoments += 1
      else atCheckpoints[blow.at] = (atCheckpoints[blow.at] ?? 0) + 1
      const done = counts.servedBefore + counts.servedNew
      if (done % 25 === 0) say(`${done} kills, ${torn.length} torn`)
    }
  } finally {
    striker.close()
  }
  return { ...counts, atCheckpoints, torn }
}

function* blowsOf({ kills, each, random }: KillsOptions): Generator<Blow> {
  // Interleaved, so that a run cut short has seen all kinds.
  for (let n = 0; n < Math.max(kills, each); n++) {
    if (n < kills) yield { kind: 'moment', afterMs: 0 }
    if (n >= each) continue
    for (const at of checkpoints)
      yield { kind: 'checkpoint', at, time: 1 + random.below(times[at] ?? 1) }
  }
}

/** Of what comes more than once, which time is struck: any of the first so many. */
const times: Readonly<Partial<Record<Checkpoint, number>>> = {
  'article-written': 15,
  'file-noted': 15,
  'article-removed': 3,
  committing: 3,
  committed: 3,
}

function nameOf(blow: Blow): string {
  return blow.kind === 'moment' ? `killed after ${blow.afterMs} ms` : `killed at ${blow.at}`
}
