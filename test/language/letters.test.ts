import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../core/language/index.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
)

describe('fold', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 5_000 },
    )
  })

  it('folds every letter for itself', () => {
    const letters = Array.from({ length: 0x20000 }, (_, codePoint) =>
      String.fromCodePoint(codePoint),
    )
    expect(letters.filter((letter) => fold(fold(letter)) !== fold(letter))).toEqual([])
    expect(Math.max(...letters.slice(0, 0x10000).map((letter) => fold(letter).length))).toBe(15)
  })

  it('leaves what is no part of a word as it stands', () => {
    expect(fold('«مدينة»، ٥٠٪؟')).toBe('«مدینه»، 50٪؟')
  })
})
