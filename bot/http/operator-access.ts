/** What concerns those who run the server alone: open on their own machine, for a token where the world can ask. */
import type { Context } from 'hono'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config.ts'
import { isLoopback } from './host-names.ts'

export type AccessOptions = Pick<
  Config['http'],
  'host' | 'allowedHosts' | 'trustedProxies' | 'metricsToken'
>

/** A proxy in front, or a name of its own, opens a server to the world wherever it listens. */
export function operatorAccess({
  host,
  allowedHosts,
  trustedProxies,
  metricsToken,
}: AccessOptions): (c: Context) => boolean {
  const isOwn = isLoopback(host) && allowedHosts.length === 0 && trustedProxies === 0
  if (metricsToken === null) return () => isOwn
  const expected = digest(metricsToken)
  return (c) => {
    const given = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1]
    return given !== undefined && timingSafeEqual(digest(given), expected)
  }
}

/** Of one length whatever is given, which comparing in constant time asks for. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
