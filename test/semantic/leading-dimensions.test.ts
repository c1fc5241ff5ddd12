import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headOf, leadingDimensions } from '../../core/semantic/leading-dimensions.ts'

/** @param held - What each component may be, largest first or not. */
function rowsOf(count: number, held: (at: number) => number): Int8Array {
  return Int8Array.from({ length: count * 128 }, (_, index) =>
    Math.round(held(index % 128) * Math.sin(index * 12.9898)),
  )
}

describe('leadingDimensions', () => {
  it('gives the fewest of 32, 64, … that hold enough', () => {
    expect(
      leadingDimensions(
        rowsOf(300, (at) => (at < 20 ? 100 : 10)),
        128,
      ),
    ).toBe(32)
    expect(
      leadingDimensions(
        rowsOf(300, (at) => (at < 60 ? 60 : 10)),
        128,
      ),
    ).toBe(64)
  })

  it('gives none where all dimensions tell alike, or the last ones most', () => {
    expect(
      leadingDimensions(
        rowsOf(300, () => 50),
        128,
      ),
    ).toBeNull()
    expect(
      leadingDimensions(
        rowsOf(300, (at) => (at < 64 ? 10 : 100)),
        128,
      ),
    ).toBeNull()
  })

  it('looks at some rows of many alone', () => {
    const rows = rowsOf(9_000, (at) => (at < 20 ? 100 : 10))
    expect(leadingDimensions(rows, 128)).toBe(32)
  })

  it('gives none for rows of nothing', () => {
    expect(leadingDimensions(new Int8Array(0), 128)).toBeNull()
    expect(leadingDimensions(new Int8Array(128 * 3), 128)).toBeNull()
  })
})

describe('headOf', () => {
  const component = fc.integer({ min: -127, max: 127 })
  const vector = fc
    .array(component, { minLength: 64, maxLength: 64 })
    .map((all) => Int8Array.from(all))

  it('has the length of a whole vector, and points where the first dimensions point', () => {
    fc.assert(
      fc.property(vector, (whole) => {
        const first = Array.from(whole.subarray(0, 32))
        const length = Math.hypot(...first)
        const expected = first.map((one) => (length === 0 ? 0 : (one / length) * 127))
        const off = Array.from(headOf(whole, 32), (one, at) => Math.abs(one - expected[at]!))
        expect(Math.max(...off)).toBeLessThan(0.5001)
      }),
    )
  })
})
