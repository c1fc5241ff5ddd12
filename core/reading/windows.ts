/**
 * Windows: the stretches of passages that are run through the model, in batches of about one length.
 *
 * In:   the pieces of passages, best passage first; how many a window may hold.
 * Out:  batches in that order; half of a window stands in the next one, so that words at a seam are read whole.
 */
import type { Pieces } from './piece-cutter.ts'

export interface Window {
  readonly passage: number
  /** First piece, and the one after the last. */
  readonly from: number
  readonly to: number
  /** Whether its passage ends with it. */
  readonly isLast: boolean
}

/** Pieces of a batch with what pads them: a run takes some 100 ms of two cores, and an aborted reading no longer. */
const piecesTogether = 512
/** Of the longer's pieces: padding costs what pieces cost. */
const paddingAtMost = 1 / 8

/** None of a passage without pieces. */
export function windowsOf({ ids }: Pieces, passage: number, most: number): readonly Window[] {
  const windows: Window[] = []
  const step = Math.ceil(most / 2)
  for (let from = 0, to = 0; to < ids.length; from += step) {
    to = Math.min(from + most, ids.length)
    windows.push({ passage, from, to, isLast: to === ids.length })
  }
  return windows
}

/**
 * Takes no more windows than the batches that are asked for: what is not read is not cut.
 *
 * @param framed - Pieces of the question and of the frame, which every row holds.
 */
export function* batchesOf(
  windows: Iterable<Window>,
  framed: number,
): Generator<readonly Window[]> {
  let batch: Window[] = []
  for (const window of windows) {
    if (batch.length > 0 && !fits(batch, window, framed)) {
      yield batch
      batch = []
    }
    batch.push(window)
  }
  if (batch.length > 0) yield batch
}

function fits(batch: readonly Window[], window: Window, framed: number): boolean {
  const lengths = [...batch, window].map(({ from, to }) => framed + to - from)
  const longest = Math.max(...lengths)
  const shortest = Math.min(...lengths)
  return longest * lengths.length <= piecesTogether && longest - shortest <= longest * paddingAtMost
}
