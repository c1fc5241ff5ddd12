import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuse, type Candidate } from '../../core/rank/fuse.ts'

const candidate = (passageId: number, lexical: number, cosine: number | null): Candidate => ({
  passageId,
  lexical,
  cosine,
  coverage: lexical > 0 ? 0.5 : 0,
  sameLanguage: true,
})

function pairCovering(coverage: number): readonly Candidate[] {
  return [
    { ...candidate(1, 9, 0.5), coverage },
    { ...candidate(2, 6, 0.9), coverage: 0 },
  ]
}

/** How far the first of the pair stands above the second. */
function leadOf(coverage: number): number {
  const scores = new Map(fuse(pairCovering(coverage)).map((one) => [one.passageId, one.score]))
  return (scores.get(1) ?? 0) - (scores.get(2) ?? 0)
}

describe('fuse', () => {
  it('gives nothing for nothing', () => {
    expect(fuse([])).toEqual([])
  })

  it('follows the words alone when no vector is known', () => {
    const fused = fuse([candidate(1, 2, null), candidate(2, 8, null)])
    expect(fused.map(({ passageId }) => passageId)).toEqual([2, 1])
  })

  it('follows the vectors alone when no word was met', () => {
    expect(fuse([candidate(1, 0, 0.2), candidate(2, 0, 0.6)])[0]?.passageId).toBe(2)
  })

  it('prefers the passage that covers more of the question where words and vectors are level', () => {
    const level = [
      { ...candidate(1, 5, 0.5), coverage: 0.4 },
      { ...candidate(2, 5, 0.5), coverage: 0.9 },
    ]
    expect(fuse(level)[0]?.passageId).toBe(2)
  })

  it('trusts the vectors more the less of the question the words cover', () => {
    expect(leadOf(1)).toBeGreaterThan(leadOf(0))
  })

  it('keeps every passage once, best first, within 0 and 1', () => {
    const any = fc.record({
      lexical: fc.double({ min: 0, max: 50, noNaN: true }),
      coverage: fc.double({ min: 0, max: 1, noNaN: true }),
      cosine: fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: null }),
      sameLanguage: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(any), (rows) => {
        const fused = fuse(rows.map((row, passageId) => ({ ...row, passageId })))
        const ids = new Set(fused.map(({ passageId }) => passageId))
        return (
          ids.size === rows.length &&
          fused.every(({ score }) => score >= 0 && score <= 1 + 1e-9) &&
          fused.every(({ score }, at) => at === 0 || score <= (fused[at - 1]?.score ?? 0))
        )
      }),
    )
  })
})
