import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVectorIndex, quantise } from '../../core/semantic/vector-index.ts'

const dimensions = 16

const unit = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: dimensions,
    maxLength: dimensions,
  })
  .filter((xs) => Math.hypot(...xs) > 0.1)
  .map((xs) => Float32Array.from(xs, (x) => x / Math.hypot(...xs)))

/** The naive model: cosine of the very same int8 values, in floating point. */
function cosine(a: Int8Array, b: Int8Array): number {
  const dot = a.reduce((sum, x, i) => sum + x * b[i]!, 0)
  return dot / (Math.hypot(...a) * Math.hypot(...b))
}

describe('createVectorIndex', () => {
  it('finds what a full sort finds, through additions, removals and filters', () => {
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 40 }),
        unit,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (vectors, question, limit, keepOneIn) => {
          const index = createVectorIndex(dimensions)
          const stored = new Map(vectors.map((vector, i) => [i * 7, quantise(vector)]))
          for (const [id, vector] of stored) index.add(id, vector)
          for (const removed of [...stored.keys()].filter((id) => id % 3 === 1)) {
            index.remove(removed)
            stored.delete(removed)
          }
          const accept = (id: number) => id % keepOneIn === 0
          const found = index.search(question, { limit, accept })
          const wanted = [...stored]
            .filter(([id]) => accept(id))
            .map(([, vector]) => cosine(quantise(question), vector))
            .toSorted((a, b) => b - a)
            .slice(0, limit)
          expect(found).toHaveLength(wanted.length)
          for (const [rank, { passageId, cosine: score }] of found.entries()) {
            expect(accept(passageId) && stored.has(passageId)).toBe(true)
            expect(score).toBeCloseTo(wanted[rank]!, 3)
          }
        },
      ),
    )
  })

  it('gives the cosine of chosen ids and leaves unknown ones out', () => {
    const index = createVectorIndex(2)
    index.add(5, Int8Array.of(127, 0))
    index.add(6, Int8Array.of(0, 127))
    const cosines = index.cosines(Float32Array.of(0.6, 0.8), [6, 5, 99])
    expect([...cosines.keys()]).toEqual([6, 5])
    expect(cosines.get(5)).toBeCloseTo(0.6, 2)
    expect(cosines.get(6)).toBeCloseTo(0.8, 2)
  })

  it('grows past its first block', () => {
    const index = createVectorIndex(2)
    for (let id = 0; id < 5000; id++) index.add(id, Int8Array.of(127, (id % 200) - 100))
    expect(index.size).toBe(5000)
    expect(index.search(Float32Array.of(1, 0), { limit: 1 })[0]?.passageId).toBe(100)
  })

  it('answers nothing from an empty index or for a limit of zero', () => {
    const index = createVectorIndex(2)
    expect(index.search(Float32Array.of(1, 0), { limit: 5 })).toEqual([])
    index.add(1, Int8Array.of(1, 1))
    expect(index.search(Float32Array.of(1, 0), { limit: 0 })).toEqual([])
  })

  it('finds nothing near the zero vector', () => {
    const index = createVectorIndex(2)
    index.add(1, Int8Array.of(127, 0))
    expect(index.search(Float32Array.of(0, 0), { limit: 5 })).toEqual([])
    expect(index.cosines(Float32Array.of(0, 0), [1]).size).toBe(0)
  })

  it('refuses a vector of another length and an id that is there', () => {
    const index = createVectorIndex(2)
    index.add(1, Int8Array.of(1, 1))
    expect(() => index.add(2, Int8Array.of(1))).toThrow('Expected a vector of 2 dimensions, got 1')
    expect(() => index.add(1, Int8Array.of(1, 2))).toThrow('Expected a new id, got 1')
  })
})
