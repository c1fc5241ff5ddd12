/** Who asks, for the lanes of the archive, and how long they wait for their turn. */
import type { Context } from 'hono'
import type { AskOptions } from '../../core/archive.ts'
import { clientOf, connectionOf } from './client-address.ts'

/** What would begin later is refused at once. */
const patienceMs = 2_000

export function askOptions(c: Context, trustedProxies: number): AskOptions {
  const caller = `http ${clientOf(connectionOf(c, trustedProxies))}`
  return { caller, signal: c.req.raw.signal, patienceMs }
}
