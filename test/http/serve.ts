/** The HTTP application on a real socket, at a port the system gives. */
import { PassThrough } from 'node:stream'
import { parseConfig } from '../../bot/config.ts'
import { createHttpApp, type HttpAppOptions } from '../../bot/http/app.ts'
import { listen, type ListenOptions, type Listener } from '../../bot/http/listen.ts'
import { createLogger } from '../../bot/logger.ts'
import { createReadiness, type IndexingProgress } from '../../bot/readiness.ts'
import type { Archive } from '../../core/archive.ts'

export interface Served extends Listener {
  readonly ask: (body: unknown, headers?: Record<string, string>) => Promise<Response>
  readonly logged: () => string
}

export async function serve(
  archive: Archive,
  options: Partial<HttpAppOptions & ListenOptions> & {
    readonly isAlive?: () => boolean
    readonly indexing?: () => IndexingProgress | null
  } = {},
  /** Where the application believes that it listens. */
  host = '127.0.0.1',
): Promise<Served> {
  const output = new PassThrough({ encoding: 'utf8' })
  let log = ''
  output.on('data', (chunk: string) => {
    log += chunk
  })
  const readiness = createReadiness({ archive, indexing: options.indexing ?? (() => null) })
  const app = createHttpApp(
    {
      archive,
      readiness,
      logger: createLogger({ level: 'debug', output }),
      isAlive: options.isAlive ?? (() => true),
    },
    { ...parseConfig({ RATE_LIMIT: '0' }).http, ...options, host },
  )
  const listener = await listen(app, { host: '127.0.0.1', port: 0, ...options })
  return {
    ...listener,
    logged: () => log,
    ask: (body, headers = {}) =>
      fetch(`${listener.address}/v1/ask`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}
