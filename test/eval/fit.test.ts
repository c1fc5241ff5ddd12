import { describe, expect, it } from 'vitest'
import { logit, probability } from '../../core/answer/linear-model.ts'
import { fitChoice, fitLogistic } from '../../core/eval/fit.ts'

describe('fitLogistic', () => {
  it('finds the feature that decides', () => {
    const rows = Array.from({ length: 200 }, (_, at) => ({
      features: { decides: (at % 10) / 10, noise: ((at * 7) % 13) / 13 },
      label: at % 10 >= 5 ? (1 as const) : (0 as const),
      weight: 1,
    }))
    const model = fitLogistic(rows, { names: ['decides', 'noise'] })
    expect(probability(model, { decides: 0.9, noise: 0.5 })).toBeGreaterThan(0.8)
    expect(probability(model, { decides: 0.1, noise: 0.5 })).toBeLessThan(0.2)
    expect(Math.abs(model.weights['noise'] ?? 9)).toBeLessThan(1)
  })

  it('gives the base rate where no feature tells', () => {
    const rows = Array.from({ length: 100 }, (_, at) => ({
      features: {},
      label: at < 25 ? (1 as const) : (0 as const),
      weight: 1,
    }))
    expect(probability(fitLogistic(rows, { names: [] }), {})).toBeCloseTo(0.25, 1)
  })

  it('keeps a weight on the side that it may speak for', () => {
    const rows = Array.from({ length: 100 }, (_, at) => ({
      features: { cover: at % 2 },
      label: at % 2 === 0 ? (1 as const) : (0 as const),
      weight: 1,
    }))
    const free = fitLogistic(rows, { names: ['cover'] })
    const bound = fitLogistic(rows, { names: ['cover'], signs: { cover: 1 } })
    expect(free.weights['cover']).toBeLessThan(-1)
    expect(bound.weights['cover']).toBe(0)
  })
})

describe('fitChoice', () => {
  it('ranks the right candidate first', () => {
    const groups = Array.from({ length: 40 }, (_, at) => ({
      weight: 1,
      candidates: [0, 1, 2].map((place) => ({
        features: { cover: place === at % 3 ? 0.8 : 0.3, length: place / 3 },
        isRight: place === at % 3,
      })),
    }))
    const model = fitChoice(groups, { names: ['cover', 'length'] })
    expect(logit(model, { cover: 0.8, length: 0 })).toBeGreaterThan(
      logit(model, { cover: 0.3, length: 1 }),
    )
  })
})
