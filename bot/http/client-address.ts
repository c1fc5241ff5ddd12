/** Whose request it is, as far as that can be known: the key of the rate limit. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { isIP } from 'node:net'

export interface Connection {
  readonly socketAddress: string | undefined
  readonly forwardedFor: string | undefined
  readonly trustedProxies: number
}

/**
 * @returns An IPv4 address, or the /64 network of an IPv6 one, which is what one client is given.
 *
 * Each trusted proxy appends the address it was called from, so with two of them the client is second from the
 * right; everything further left is hearsay.
 */
export function clientOf({ socketAddress, forwardedFor, trustedProxies }: Connection): string {
  const hops = forwardedFor?.split(',').map((hop) => hop.trim()) ?? []
  const claimed = trustedProxies > 0 ? hops.at(-trustedProxies) : undefined
  const address = [claimed, socketAddress].find((one) => one !== undefined && isIP(one) !== 0)
  return address === undefined ? 'unknown' : network(address)
}

export function connectionOf(c: Context, trustedProxies: number): Connection {
  return {
    socketAddress: c.env?.incoming === undefined ? undefined : getConnInfo(c).remote.address,
    forwardedFor: c.req.header('x-forwarded-for'),
    trustedProxies,
  }
}

function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (isIP(address) === 4) return address
  const [left = '', right] = address.replace(/%.*$/, '').toLowerCase().split('::')
  const head = left.split(':').filter(Boolean)
  const tail = right?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  const groups = [...head, ...(right === undefined ? [] : zeros), ...tail]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
