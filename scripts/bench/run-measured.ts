/** Runs a program of Node to its end, and tells what it printed, how long it took and how much memory it held. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface MeasuredRun {
  readonly output: string
  readonly seconds: number
  /** Resident memory of the program and all it started, at the most; null where the system does not tell. */
  readonly memoryMB: number | null
}

/** Between two looks at the memory. */
const everyMs = 250

/** @param codes - Exit codes that are well. @throws {Error} When it ends with another one. */
export async function runMeasured(
  args: readonly string[],
  signal: AbortSignal,
  codes: readonly number[] = [0],
): Promise<MeasuredRun> {
  const started = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], signal })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  let most = 0
  const looking = setInterval(() => {
    most = Math.max(most, residentBytes(child.pid ?? 0))
  }, everyMs)
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    if (code === null || !codes.includes(code))
      throw new Error(`node ${args.join(' ')} ended with ${code}`)
    const seconds = (performance.now() - started) / 1000
    return { output, seconds, memoryMB: most === 0 ? null : Math.round(most / 1e6) }
  } finally {
    clearInterval(looking)
  }
}

/** Of a process and all below it, as Linux tells it; 0 elsewhere. */
function residentBytes(root: number): number {
  const children = new Map<number, number[]>()
  const bytes = new Map<number, number>()
  for (const entry of namesIn('/proc')) {
    const status = /^\d+$/.test(entry) ? textOf(`/proc/${entry}/status`) : ''
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1])
    const pid = Number(entry)
    children.set(parent, [...(children.get(parent) ?? []), pid])
    bytes.set(pid, Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024)
  }
  const sum = (pid: number): number =>
    (children.get(pid) ?? []).reduce((all, child) => all + sum(child), bytes.get(pid) ?? 0)
  return sum(root)
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A process may end while it is looked at. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
