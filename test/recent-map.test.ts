import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RecentMap } from '../core/recent-map.ts'

describe('RecentMap', () => {
  it('keeps the entries used last, and forgets the others in the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.nat(20)), (capacity, keys) => {
        const map = new RecentMap<number, { readonly key: number }>(capacity)
        for (const key of keys) if (map.get(key) === undefined) map.set(key, { key })
        const last = [...new Set(keys.toReversed())].slice(0, capacity)
        for (const key of last.toReversed()) expect(map.get(key)).toEqual({ key })
        for (let key = 100; key <= 100 + 2 * capacity; key += 1) map.set(key, { key })
        for (const key of keys) expect(map.get(key)).toBeUndefined()
      }),
    )
  })
})
