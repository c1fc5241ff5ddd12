/** Runs a command as a person does: in a process of its own, with nothing of this one's settings. */
import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface ScriptRun {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export const repository = fileURLToPath(new URL('../..', import.meta.url))

export interface ScriptOptions {
  readonly env?: Readonly<Record<string, string>>
  /** @default the repository */
  readonly cwd?: string
}

export function startScript(
  name: string,
  args: readonly string[],
  { env = {}, cwd = repository }: ScriptOptions = {},
): { readonly child: ChildProcess; readonly ended: Promise<ScriptRun> } {
  const child = spawn(process.execPath, [`${repository}scripts/${name}.ts`, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], EMBEDDING_MODEL: 'none', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const ended = new Promise<ScriptRun>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, ...output }))
  })
  return { child, ended }
}

export function runScript(
  name: string,
  args: readonly string[],
  options?: ScriptOptions,
): Promise<ScriptRun> {
  return startScript(name, args, options).ended
}
