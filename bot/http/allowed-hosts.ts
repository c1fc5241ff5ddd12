/** A page elsewhere whose name is made to lead to this server (DNS rebinding) may not ask it as its own. */
import type { Context, MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'
import type { Logger } from '../logger.ts'
import { hostName, isAddress, isEveryAddress, isLoopback, loopbackNames } from './host-names.ts'
import { problem } from './problems.ts'

export type HostOptions = Pick<Config['http'], 'host' | 'allowedHosts'>

/** Asked by address, of machines that know no name; they tell a stranger nothing. */
const probes = ['/healthz', '/readyz']

/** No name can be made to lead here by being an address: a server of every address answers to all of them. */
export function allowHosts({ host, allowedHosts }: HostOptions, logger: Logger): MiddlewareHandler {
  if (allowedHosts.includes('*')) return (_c, next) => next()
  const names = new Set<string | null>([...loopbackNames, hostName(host), ...allowedHosts])
  const everyAddress = isEveryAddress(host)
  let hasTold = false

  function isAllowed(c: Context): boolean {
    const name = hostName(hostOf(c))
    if (name === null) return false
    if (names.has(name)) return true
    return isAddress(name) && (everyAddress || probes.includes(c.req.path))
  }

  return async (c, next) => {
    if (isAllowed(c)) return next()
    const given = hostOf(c).slice(0, 255)
    const detail = `This server does not go by the name "${given}". If it should, add the name to ALLOWED_HOSTS, without its port.`
    // Once: whoever likes can send such requests.
    if (!hasTold) logger.warn({ host: given }, detail)
    hasTold = true
    return problem(c, 'HOST_UNKNOWN', detail)
  }
}

function hostOf(c: Context): string {
  return c.req.header('host') ?? new URL(c.req.url).host
}

/** What whoever starts the server should know; null where nothing is to be said. */
export function hostWarning({
  host,
  allowedHosts,
  trustedProxies,
}: HostOptions & Pick<Config['http'], 'trustedProxies'>): string | null {
  if (allowedHosts.includes('*'))
    return 'ALLOWED_HOSTS is *: any web page whose name is made to lead here can ask this server as its own. List the names of this server instead.'
  if (allowedHosts.length > 0 || (isLoopback(host) && trustedProxies === 0)) return null
  const addresses = isEveryAddress(host) ? 'IP addresses' : host
  return `Only requests to localhost and ${addresses} are answered. Where readers come by a name, set it: ALLOWED_HOSTS=archive.example.org. A proxy in front must pass Host as it came.`
}
