/**
 * Lanes: work of many callers, served in turn, so that no caller waits for all that another has asked.
 *
 * In:   work, whose it is, and how long that caller would wait for its beginning.
 * Out:  what the work gives; `OVERLOADED` at once where it would begin too late, the signal's reason once it is aborted.
 * Cost: O(lanes) to join, O(1) to begin the next.
 *
 * How long work would wait is told from how long work took of late and from what would be served before it; where that
 * was too hopeful, it is refused as soon as it has waited twice its patience.
 */
import { RawiError } from '../errors.ts'

export interface LaneOptions {
  readonly caller: string
  readonly signal?: AbortSignal | undefined
  /** Milliseconds that it may wait for its beginning; absent: as long as it takes. */
  readonly patienceMs?: number | undefined
}

export interface Lanes {
  /** @param work - Told how much waits when it begins. */
  run<T>(work: (waiting: number) => Promise<T>, options: LaneOptions): Promise<T>
}

export interface LanesOptions {
  /** Pieces of work at a time. @default 1 */
  readonly width?: number
  /** Whoever has no patience without end is refused behind so many. @default 64 */
  readonly mostAhead?: number
}

/** Times that are kept: their median forgets a slow first question, and the one that a start anew fell into. */
const keptTimes = 15
/** Of fewer the shortest is taken: a server just started has known hardly more than its slow first question. */
const enoughTimes = 8

export function createLanes({ width = 1, mostAhead = 64 }: LanesOptions = {}): Lanes {
  /** In order of their turns; none is empty. */
  const lanes = new Map<string, Set<() => void>>()
  let running = 0
  let usualMs = 0
  const times: number[] = []

  function learn(ms: number): void {
    times.push(ms)
    if (times.length > keptTimes) times.shift()
    const usual = times.length < enoughTimes ? 0 : times.length >> 1
    usualMs = times.toSorted((a, b) => a - b)[usual]!
  }

  function next(): void {
    const [turn] = lanes
    if (turn === undefined || running >= width) return
    const [caller, lane] = turn
    const [begin] = lane
    lanes.delete(caller)
    lane.delete(begin!)
    if (lane.size > 0) lanes.set(caller, lane)
    running += 1
    begin!()
  }

  function waiting(): number {
    return [...lanes.values()].reduce((sum, { size }) => sum + size, 0)
  }

  function aheadOf(caller: string): number {
    const own = lanes.get(caller)?.size ?? 0
    let ahead = running + own
    for (const [other, { size }] of lanes) if (other !== caller) ahead += Math.min(size, own + 1)
    return ahead
  }

  async function turnOf(
    caller: string,
    signal: AbortSignal | undefined,
    longestMs: number,
  ): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const lane = lanes.get(caller) ?? new Set()
    const leave = (reason: unknown): void => {
      if (!lane.delete(resolve)) return
      if (lane.size === 0) lanes.delete(caller)
      reject(reason)
    }
    const abort = (): void => leave(signal!.reason)
    const late =
      longestMs < Infinity
        ? setTimeout(() => leave(overloaded(aheadOf(caller), longestMs)), longestMs)
        : undefined
    lane.add(resolve)
    lanes.set(caller, lane)
    signal?.addEventListener('abort', abort, { once: true })
    next()
    try {
      await promise
    } finally {
      clearTimeout(late)
      signal?.removeEventListener('abort', abort)
    }
  }

  return {
    async run(work, { caller, signal, patienceMs = Infinity }) {
      signal?.throwIfAborted()
      const ahead = aheadOf(caller)
      const waitMs = (ahead * usualMs) / width
      if (patienceMs < Infinity && (ahead >= mostAhead || waitMs > patienceMs)) {
        throw overloaded(ahead, waitMs)
      }
      await turnOf(caller, signal, patienceMs * 2)
      const begun = performance.now()
      try {
        signal?.throwIfAborted()
        return await work(waiting())
      } finally {
        if (signal?.aborted !== true) learn(performance.now() - begun)
        running -= 1
        next()
      }
    },
  }
}

function overloaded(ahead: number, waitMs: number): RawiError {
  return new RawiError(
    'OVERLOADED',
    `${ahead} questions come before this one. Ask again in ${Math.max(1, Math.ceil(waitMs / 1000))} s.`,
    { retryAfterMs: waitMs },
  )
}
