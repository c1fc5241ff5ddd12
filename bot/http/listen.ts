/** Opens the port, keeps slow clients from holding it, and closes it without dropping an answer. */
import { createAdaptorServer } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RawiError } from '../../core/errors.ts'

export interface ListenOptions {
  readonly host: string
  readonly port: number
  /**
   * Time a client has for its headers; the whole request gets twice that. Shorter drops slow networks,
   * longer lets idle connections pile up.
   *
   * @default 10_000
   */
  readonly headersTimeoutMs?: number
}

export interface Listener {
  /** Where a browser on this machine finds it. */
  readonly address: string
  /** Takes no more requests, lets those under way end, and cuts what is left after the grace. */
  readonly close: (graceMs: number) => Promise<void>
}

/** @throws {RawiError} `CONFIG_INVALID` when the address cannot be had. */
export async function listen(
  app: Pick<Parameters<typeof createAdaptorServer>[0], 'fetch'>,
  { host, port, headersTimeoutMs = 10_000 }: ListenOptions,
): Promise<Listener> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      headersTimeout: headersTimeoutMs,
      requestTimeout: headersTimeoutMs * 2,
      connectionsCheckingInterval: headersTimeoutMs / 4,
      // Longer than a busy client pauses: a connection closed as its next question is under way loses that one.
      keepAliveTimeout: 30_000,
    },
  }) as Server
  server.setTimeout(headersTimeoutMs * 3)

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(error, host, port)))
    server.listen(port, host, resolve)
  })
  return {
    address: addressOf(server.address() as AddressInfo, host),
    close: async (graceMs) => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      server.closeIdleConnections()
      const cut = setTimeout(() => server.closeAllConnections(), graceMs)
      await closed
      clearTimeout(cut)
    },
  }
}

function addressOf({ port, family }: AddressInfo, host: string): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${family === 'IPv6' && host.includes(':') ? `[${host}]` : host}:${port}`
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): RawiError {
  const what = reasons[error.code ?? ''] ?? error.message
  return new RawiError('CONFIG_INVALID', `Cannot listen at ${host}:${port}: ${what}`, {
    cause: error,
  })
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is in use. Stop what uses it, or set PORT to another one.',
  EADDRNOTAVAIL: 'this machine has no such address. Set HOST to 127.0.0.1 or 0.0.0.0.',
  EACCES: 'not allowed. Set PORT to a number from 1024 up.',
  ENOTFOUND: 'no such host name. Set HOST to an address such as 127.0.0.1.',
}
