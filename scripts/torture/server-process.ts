/** The real server in a process of its own, over an index, with HTTP alone. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free-port.ts'

export interface ServerProcess {
  readonly pid: number
  readonly address: string
  readonly log: () => string
  /** @returns Its exit code. */
  stop(): Promise<number | null>
}

const repository = fileURLToPath(new URL('../..', import.meta.url))
const longestStartMs = 60_000

/** Resolves once it answers. */
export async function startServerProcess(
  database: string,
  articles: string,
  /** A folder, or `none`. */
  model: string,
): Promise<ServerProcess> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['bot/main.ts'], {
    cwd: repository,
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      DATABASE: database,
      ARTICLES: articles,
      EMBEDDING_MODEL: model,
      TELEGRAM_BOT_TOKEN: '',
      RATE_LIMIT: '0',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString()
  })
  const ended = once(child, 'exit')
  const deadline = performance.now() + longestStartMs
  for (;;) {
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`The server did not start: ${log}`)
    }
    const isReady = await fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    // Its first answers are over.
    if (isReady && log.includes('Open ')) break
    await pause(50)
  }
  return {
    pid: child.pid!,
    address,
    log: () => log,
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
  }
}
