/** Kills a reindex process with SIGKILL: at a checkpoint, or after some milliseconds of its work. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Checkpoint } from '../../core/engine/index.ts'
import type { StruckOrder } from './struck-reindex.ts'

export type Blow =
  | { readonly kind: 'checkpoint'; readonly at: Checkpoint; readonly time: number }
  | { readonly kind: 'moment'; readonly afterMs: number }

export interface Striker {
  /** @returns null when the blow fell, else after how many milliseconds of work the run came to its end before. */
  strike(blow: Blow, to: Omit<StruckOrder, 'strike'>): Promise<number | null>
  close(): void
}

/**
 * Keeps the next process waiting while the last blow is looked at: starting one takes longer than its work.
 *
 * @param codeCache - A folder where Node keeps compiled code between them.
 */
export function createStriker(codeCache: string): Striker {
  const program = fileURLToPath(new URL('struck-reindex.ts', import.meta.url))
  const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: codeCache }
  const ready = new Map<ChildProcess, Promise<unknown>>()
  const prepare = (): ChildProcess => {
    const child = fork(program, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    ready.set(child, once(child, 'message'))
    return child
  }
  let next = prepare()

  return {
    async strike(blow, to) {
      const child = next
      await ready.get(child)
      ready.delete(child)
      next = prepare()
      const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
      const strike = blow.kind === 'checkpoint' ? { at: blow.at, time: blow.time } : null
      const began = performance.now()
      child.send({ ...to, strike } satisfies StruckOrder)
      const timer =
        blow.kind === 'moment' ? setTimeout(() => child.kill('SIGKILL'), blow.afterMs) : undefined
      const [code, signal] = await ended
      clearTimeout(timer)
      if (signal === 'SIGKILL') return null
      if (code !== 0) throw new Error(`A reindex that was not killed ended with ${code ?? signal}`)
      return performance.now() - began
    },
    close: () => void next.kill('SIGKILL'),
  }
}
