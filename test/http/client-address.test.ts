import { describe, expect, it } from 'vitest'
import { clientOf } from '../../bot/http/client-address.ts'

describe('clientOf', () => {
  it.each([
    // Nobody in front: a header is only a client's own claim.
    ['203.0.113.9', '10.0.0.1, 10.0.0.2', 0, '203.0.113.9'],
    // One proxy appended the last entry; what stands before it came from the client.
    ['127.0.0.1', '1.1.1.1, 203.0.113.9', 1, '203.0.113.9'],
    ['127.0.0.1', '1.1.1.1, 203.0.113.9, 198.51.100.2', 2, '203.0.113.9'],
    // Fewer entries than proxies: the request came another way.
    ['198.51.100.2', '203.0.113.9', 2, '198.51.100.2'],
    ['198.51.100.2', undefined, 1, '198.51.100.2'],
    ['198.51.100.2', 'unknown, "><script>', 1, '198.51.100.2'],
    ['::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
    // A household is given a /64: its addresses count as one client.
    ['2001:db8:1:2:aaaa::1', undefined, 0, '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:bbbb:0:0:2', undefined, 0, '2001:db8:1:2::/64'],
    ['::1', undefined, 0, '0:0:0:0::/64'],
    ['fe80::1%eth0', undefined, 0, 'fe80:0:0:0::/64'],
    [undefined, undefined, 0, 'unknown'],
  ])(
    'takes %s, forwarded for %s, behind %i proxies for %s',
    (socketAddress, forwardedFor, trustedProxies, client) => {
      expect(clientOf({ socketAddress, forwardedFor, trustedProxies })).toBe(client)
    },
  )
})
