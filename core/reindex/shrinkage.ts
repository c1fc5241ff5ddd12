/**
 * Shrinkage: holds a run back that would empty the index, as when a disk is not mounted or a folder was mistyped.
 *
 * In:   ids that the index holds, and those that the folders hold now.
 * Out:  nothing, or a `CORPUS_SHRUNK`.
 */
import type { IdSet } from '../corpus/index.ts'
import { RawiError } from '../errors.ts'

/** Fewer articles may go at once: in a small archive a person clears up. */
const noticed = 10
const share = 0.5

/** @throws {RawiError} `CORPUS_SHRUNK` when nothing is left, or less than half of a good many articles. */
export function checkStillThere(
  held: Pick<ReadonlyMap<string, unknown>, 'keys' | 'size'>,
  now: IdSet,
  folders: readonly string[],
): void {
  const before = held.size
  // Many that went while as many came is a corpus put in another's place, not one that was lost.
  if (now.size >= before * share) return
  let gone = 0
  for (const id of held.keys()) if (!now.has(id)) gone += 1
  if (gone < noticed && now.size > 0) return
  throw new RawiError(
    'CORPUS_SHRUNK',
    `${gone} of ${before} articles of the index are not in ${folders.join(', ')} any more. Nothing was published; what was served before is whole. Check that the folders are the right ones and complete. Where the articles are meant to be gone, run again with --force.`,
  )
}
