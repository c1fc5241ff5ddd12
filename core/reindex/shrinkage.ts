/**
 * Shrinkage: holds a run back that would empty the index, as when a disk is not mounted or a folder was mistyped.
 *
 * In:   ids that are published, whatever an unfinished run wrote since, and those that the folders hold now.
 * Out:  how many are lost; a `CORPUS_SHRUNK`, or words about a loss that is worth them.
 */
import type { IdSet } from '../corpus/index.ts'
import { RawiError } from '../errors.ts'

/** Fewer articles may go at once: in a small archive a person clears up. */
const noticed = 10
const heldBack = 1 / 3
const told = 1 / 10

export interface Loss {
  readonly gone: number
  readonly before: number
  /** Nothing is left. */
  readonly isAll: boolean
}

/** @param isWanted - False for what is meant to go. */
export function lossOf(
  published: Iterable<string>,
  now: IdSet,
  isWanted: (id: string) => boolean,
): Loss {
  let before = 0
  let gone = 0
  for (const id of published) {
    if (!isWanted(id)) continue
    before += 1
    if (!now.has(id)) gone += 1
  }
  return { gone, before, isAll: gone > 0 && now.size === 0 }
}

/** @throws {RawiError} `CORPUS_SHRUNK` when nothing is left, or a third of the articles is lost and it is not a few. */
export function checkStillThere({ gone, before, isAll }: Loss, folders: readonly string[]): void {
  if (!isAll && (gone < noticed || gone < before * heldBack)) return
  throw new RawiError(
    'CORPUS_SHRUNK',
    `${gone} of ${before} articles of the index are not in ${folders.join(', ')} any more. Nothing was published; what was served before is whole. Check that the folders are the right ones and complete. Where the articles are meant to be gone, run again with --force.`,
  )
}

/** @returns What is said of a loss that does not hold the run back, or null for a small one. */
export function wordsOfLoss({ gone, before }: Loss): string | null {
  return gone > before * told
    ? `${gone} of ${before} articles that were published are not in the folders any more.`
    : null
}
