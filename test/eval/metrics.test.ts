import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bootstrapMean } from '../../core/eval/bootstrap.ts'
import {
  ndcg,
  percentile,
  precisionAtOne,
  recall,
  reciprocalRank,
} from '../../core/eval/metrics.ts'
import { trecLines } from '../../core/eval/trec-run.ts'

const grades = new Map([
  ['a', 1],
  ['b', 2],
  ['c', 0],
])

describe('ndcg', () => {
  it('is 1 for the best order', () => {
    expect(ndcg(['b', 'a', 'x'], grades, 10)).toBe(1)
  })

  it('discounts by the logarithm of the rank', () => {
    const one = new Map([['a', 1]])
    expect(ndcg(['x', 'y', 'a'], one, 10)).toBeCloseTo(1 / Math.log2(4))
  })

  it('looks no deeper than told', () => {
    expect(ndcg(['x', 'y', 'a'], new Map([['a', 1]]), 2)).toBe(0)
  })

  it('stays within 0 and 1, and no order beats the best', () => {
    const graded = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(graded, fc.integer({ min: 1, max: 12 }), fc.nat(), (levels, depth, seed) => {
        const all = new Map(levels.map((grade, at) => [`d${at}`, grade]))
        const order = [...all.keys()].toSorted(
          (x, y) => ((x.charCodeAt(1) * 7 + seed) % 5) - ((y.charCodeAt(1) * 7 + seed) % 5),
        )
        const best = [...all.keys()].toSorted((x, y) => (all.get(y) ?? 0) - (all.get(x) ?? 0))
        const value = ndcg(order, all, depth)
        return value >= 0 && value <= ndcg(best, all, depth) + 1e-9
      }),
    )
  })
})

describe('reciprocalRank, precisionAtOne, recall', () => {
  it('tell where the first relevant one stands, and how many are found', () => {
    expect(reciprocalRank(['c', 'a'], grades, 10)).toBe(0.5)
    expect(precisionAtOne(['c', 'a'], grades)).toBe(0)
    expect(precisionAtOne(['b'], grades)).toBe(1)
    expect(recall(['c', 'a'], grades, 100)).toBe(0.5)
    expect(recall([], new Map(), 100)).toBe(0)
  })
})

describe('percentile', () => {
  it('is the nearest rank', () => {
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3)
    expect(percentile([1, 2], 0.95)).toBe(2)
    expect(percentile([], 0.5)).toBe(0)
  })
})

describe('bootstrapMean', () => {
  it('holds the mean between its bounds, and repeats itself', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 60 }), (values) => {
        const { mean, low, high } = bootstrapMean(values, 200)
        const again = bootstrapMean(values, 200)
        return low <= mean + 1e-9 && mean <= high + 1e-9 && again.low === low && again.high === high
      }),
      { numRuns: 30 },
    )
  })

  it('narrows with more questions', () => {
    const few = bootstrapMean([1, 0, 1, 0, 1, 0])
    const many = bootstrapMean(Array.from({ length: 600 }, (_, at) => at % 2))
    expect(many.high - many.low).toBeLessThan(few.high - few.low)
  })
})

describe('trecLines', () => {
  it('keeps the order even where scores tie', () => {
    const tied = ['x', 'y', 'z'].map((articleId) => ({ articleId, score: 0.5 }))
    const lines = trecLines('q1', tied, 'rawi')
    const scores = lines.map((line) => Number(line.split(' ')[4]))
    expect(lines[0]).toBe('q1 Q0 x 1 0.500000 rawi')
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(new Set(scores).size).toBe(3)
  })
})
