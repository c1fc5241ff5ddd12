import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { quantise } from '../../core/semantic/quantise.ts'
import { createVectorIndex, type VectorIndex } from '../../core/semantic/vector-index.ts'

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
  it('finds what a full sort finds, through additions, removals and filters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(unit, { minLength: 1, maxLength: 40 }),
        unit,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (vectors, question, limit, keepOneIn) => {
          const index = createVectorIndex(dimensions)
          const stored = new Map(vectors.map((vector, i) => [i * 7, quantise(vector)]))
          for (const [id, vector] of stored) index.add(id, vector)
          for (const removed of [...stored.keys()].filter((id) => id % 3 === 1)) {
            index.remove(removed)
            stored.delete(removed)
          }
          const accept = (id: number) => id % keepOneIn === 0
          const found = await index.search(question, { limit, accept })
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

  it('grows past its first block', async () => {
    const index = createVectorIndex(2)
    for (let id = 0; id < 5000; id++) index.add(id, Int8Array.of(127, (id % 200) - 100))
    expect(index.size).toBe(5000)
    const [best] = await index.search(Float32Array.of(1, 0), { limit: 1 })
    expect(best?.passageId).toBe(100)
  })

  it('answers nothing from an empty index or for a limit of zero', async () => {
    const index = createVectorIndex(2)
    expect(await index.search(Float32Array.of(1, 0), { limit: 5 })).toEqual([])
    index.add(1, Int8Array.of(1, 1))
    expect(await index.search(Float32Array.of(1, 0), { limit: 0 })).toEqual([])
  })

  it('finds nothing near the zero vector', async () => {
    const index = createVectorIndex(2)
    index.add(1, Int8Array.of(127, 0))
    expect(await index.search(Float32Array.of(0, 0), { limit: 5 })).toEqual([])
    expect(index.cosines(Float32Array.of(0, 0), [1]).size).toBe(0)
  })

  it('refuses a vector of another length and an id that is there', () => {
    const index = createVectorIndex(2)
    index.add(1, Int8Array.of(1, 1))
    expect(() => index.add(2, Int8Array.of(1))).toThrow('Expected a vector of 2 dimensions, got 1')
    expect(() => index.add(1, Int8Array.of(1, 2))).toThrow('Expected a new id, got 1')
  })

  describe('with a first look at leading dimensions', () => {
    const wide = 96
    const leading = 32
    /** Components that shrink, as in a turned space: the first third holds nine tenths of the squares. */
    const spread = Float64Array.from({ length: wide }, (_, at) => (at < leading ? 1 : 0.22))

    function vectorOf(seed: number): Float32Array {
      const xs = spread.map((width, at) => width * Math.sin((seed + 1) * (at + 1) * 12.9898))
      const length = Math.hypot(...xs)
      return Float32Array.from(xs, (x) => x / length)
    }

    function filled(headsFrom: number, threadFrom = Infinity): VectorIndex {
      const index = createVectorIndex(wide, { headsFrom, threadFrom })
      for (let id = 0; id < 9_000; id++) index.add(id, quantise(vectorOf(id)))
      // What takes a freed place must be found there, by its leading dimensions too.
      for (let id = 0; id < 9_000; id += 3) index.remove(id)
      return index
    }

    it('finds what a whole scan finds, with the same cosines', async () => {
      const [looking, whole] = [filled(5_000), filled(Infinity)]
      let found = 0
      for (let seed = 20_000; seed < 20_040; seed++) {
        const options = { limit: 10, accept: (id: number) => id % 2 === 0 }
        const [near, exact] = await Promise.all(
          [looking, whole].map((index) => index.search(vectorOf(seed), options)),
        )
        const cosines = new Map(exact!.map(({ passageId, cosine: score }) => [passageId, score]))
        const both = near!.filter(({ passageId }) => cosines.has(passageId))
        for (const { passageId, cosine: score } of both) {
          expect(passageId % 3).not.toBe(0)
          expect(score).toBeCloseTo(cosines.get(passageId)!, 6)
        }
        found += both.length
      }
      expect(found).toBeGreaterThanOrEqual(0.98 * 400)
    })

    it('finds the same in a thread beside', async () => {
      const [alone, beside] = [filled(5_000), filled(5_000, 1)]
      const found = await beside.search(vectorOf(20_000), { limit: 30 })
      beside.close()
      expect(found).toEqual(await alone.search(vectorOf(20_000), { limit: 30 }))
    })
  })

  describe('with a thread beside', () => {
    const question = Float32Array.of(0.6, 0.8)
    const opened: VectorIndex[] = []
    afterEach(() => {
      for (const index of opened.splice(0)) index.close()
    })

    function filled(threadFrom: number): VectorIndex {
      const index = createVectorIndex(2, { threadFrom })
      opened.push(index)
      for (let id = 0; id < 300; id++) index.add(id, Int8Array.of((id * 37) % 127, (id * 11) % 127))
      return index
    }

    it('finds what it finds alone, while this thread goes on', async () => {
      const alone = await filled(Infinity).search(question, { limit: 20 })
      const searching = filled(1).search(question, { limit: 20 })
      let turns = 0
      const turning = setInterval(() => (turns += 1), 1)
      expect(await searching).toEqual(alone)
      clearInterval(turning)
      expect(turns).toBeGreaterThan(0)
    })

    it('finds no row under a number that another one got meanwhile', async () => {
      const index = filled(1)
      const alone = filled(Infinity)
      const searching = index.search(question, { limit: 300 })
      for (let id = 0; id < 300; id += 3) {
        index.remove(id)
        alone.remove(id)
      }
      const found = await searching
      expect(found).toHaveLength(200)
      expect(found).toEqual(await alone.search(question, { limit: 200 }))
    })

    it('finds what was added when it was asked, also when it grows meanwhile', async () => {
      const index = filled(1)
      const searching = index.search(question, { limit: 5 })
      for (let id = 300; id < 5_000; id++) index.add(id, Int8Array.of(127, 0))
      expect(await searching).toEqual(await filled(Infinity).search(question, { limit: 5 }))
      const [first] = await index.search(Float32Array.of(1, 0), { limit: 1 })
      expect(first?.cosine).toBeCloseTo(1, 3)
    })

    it('answers when it is closed under way, and afterwards', async () => {
      const index = filled(1)
      const alone = await filled(Infinity).search(question, { limit: 5 })
      const searching = index.search(question, { limit: 5 })
      index.close()
      expect(await searching).toEqual(alone)
      expect(await index.search(question, { limit: 5 })).toEqual(alone)
    })
  })
})
