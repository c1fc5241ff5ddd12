/** Processes of this machine, as /proc tells of them. */
import { readFileSync } from 'node:fs'

/** Ids of the processes that one has started and that have not ended. */
export function childrenOf(pid: number): readonly number[] {
  const ids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return ids.split(' ').filter(Boolean).map(Number).filter(isRunning)
}

/** False for one that ended and was not asked how. */
export function isRunning(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}
