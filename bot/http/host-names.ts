/** Names and addresses that a server is called by, as `HOST` and `ALLOWED_HOSTS` are written and `Host` is sent. */
import { isIP } from 'node:net'

/** @returns Without its port, in lower case and ASCII, an IPv6 address in brackets; null for what is no name. */
export function hostName(written: string): string | null {
  const host = isIP(written) === 6 ? `[${written}]` : written
  if (!/^[^\s@/?#\\,]+$/.test(host) || !URL.canParse(`http://${host}`)) return null
  return new URL(`http://${host}`).hostname.replace(/\.$/, '')
}

export function isAddress(name: string): boolean {
  return isIP(name.replaceAll(/[[\]]/g, '')) !== 0
}

export const loopbackNames = ['localhost', '127.0.0.1', '[::1]'] as const

export function isLoopback(host: string): boolean {
  const name = hostName(host)
  return (
    name !== null &&
    (isAddress(name) ? name === '[::1]' || name.startsWith('127.') : name === 'localhost')
  )
}

/** Whether a server that listens there is reached at every address of its machine. */
export function isEveryAddress(host: string): boolean {
  return ['0.0.0.0', '[::]'].includes(hostName(host) ?? '')
}
