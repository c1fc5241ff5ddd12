import { describe, expect, it } from 'vitest'
import { align } from '../../../scripts/lexicon/align.ts'

const pairs = [
  ['old house', 'بيت قديم'],
  ['old man', 'رجل قديم'],
  ['house', 'بيت'],
  ['man reads', 'يقرأ رجل'],
].map(([left = '', right = '']) => [left.split(' '), right.split(' ')] as const)

function likeliest(counts: ReturnType<typeof align>, word: string): string | undefined {
  return [...(counts.get(word) ?? [])].toSorted((one, other) => other[1] - one[1])[0]?.[0]
}

describe('align', () => {
  it('learns which word stands for which from sentences alone', () => {
    const counts = align(pairs, new Map())
    expect(['old', 'house', 'man', 'reads'].map((word) => likeliest(counts, word))).toEqual([
      'قديم',
      'بيت',
      'رجل',
      'يقرأ',
    ])
  })

  it('follows the dictionary where sentences leave a choice', () => {
    const pair = [
      ['red', 'car'],
      ['سيارة', 'حمراء'],
    ] as const
    const counts = align([pair], new Map([['car', new Map([['سيارة', 2]])]]))
    expect(likeliest(counts, 'car')).toBe('سيارة')
    expect(likeliest(counts, 'red')).toBe('حمراء')
  })
})
