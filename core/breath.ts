/** Breath: lets the event loop turn between steps of long work, at most every few milliseconds. */
import { setImmediate } from 'node:timers/promises'

const longestMs = 10

export type Breath = () => Promise<void>

/** @param signal - Aborting it makes the next breath throw its reason. */
export function createBreath(signal?: AbortSignal): Breath {
  let last = performance.now()
  return async () => {
    signal?.throwIfAborted()
    if (performance.now() - last < longestMs) return
    await setImmediate()
    last = performance.now()
    signal?.throwIfAborted()
  }
}
