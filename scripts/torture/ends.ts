/** Ends: the process of a server's archive is killed again and again while readers ask. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Asking } from './asking.ts'
import { childrenOf } from './processes.ts'

export interface EndsOptions {
  readonly server: { readonly pid: number; readonly address: string }
  readonly asking: Asking
  readonly ends: number
  readonly deadline: number
  readonly say: (line: string) => void
}

export interface EndsResult {
  readonly ends: number
  /** From the blow to the next time that the server says it is ready. */
  readonly longestMs: number
}

const longestWaitMs = 30_000
/** Between coming back and the next blow. */
const calmMs = 2_000

export async function end(options: EndsOptions): Promise<EndsResult> {
  const { server, deadline, say } = options
  let ends = 0
  let longestMs = 0
  while (ends < options.ends && performance.now() < deadline) {
    await pause(calmMs)
    const [archive] = childrenOf(server.pid)
    if (archive === undefined) throw new Error('The server has no process for its archive')
    process.kill(archive, 'SIGKILL')
    const struck = performance.now()
    while (!(await isBack(server, archive))) {
      if (performance.now() - struck > longestWaitMs)
        throw new Error('The archive did not come back')
      await pause(20)
    }
    longestMs = Math.max(longestMs, Math.round(performance.now() - struck))
    ends += 1
    say(`${ends} ends, at the longest ${longestMs} ms`)
  }
  return { ends, longestMs }
}

async function isBack({ pid, address }: EndsOptions['server'], before: number): Promise<boolean> {
  const [archive] = childrenOf(pid)
  if (archive === undefined || archive === before) return false
  return (await fetch(`${address}/readyz`)).ok
}
