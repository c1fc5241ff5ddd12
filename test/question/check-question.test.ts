import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkQuestion } from '../../core/question/check-question.ts'
import { isRawiError } from '../../core/errors.ts'

describe('checkQuestion', () => {
  it.each([
    ['blanks around it', '  من هو الوزير؟\n', 'من هو الوزير؟'],
    ['half-spaces, which stay', 'چه می‌گوید؟', 'چه می‌گوید؟'],
    ['a lone surrogate', 'who \ud800 is it', 'who \ufffd is it'],
    ['bidi overrides', 'who\u202e is\u2066 it', 'who is it'],
    ['control characters', 'who\u0000is\u0007it', 'who is it'],
  ])('cleans %s', (_, question, clean) => {
    expect(checkQuestion(question)).toBe(clean)
  })

  it.each([
    ['a number', 7, /of type number/u],
    ['nothing', undefined, /missing/u],
    ['a list', ['who'], /a list/u],
    ['an empty text', '', /blank/u],
    ['blanks', ' \t\n', /blank/u],
    ['what cannot be seen', '\u200b\u200f\u2060\ufeff', /blank/u],
    ['half-spaces alone', '\u200c \u200c', /blank/u],
    ['2,001 characters', 'س'.repeat(2001), /2001 characters/u],
    ['a flood', 'x'.repeat(5_000_000), /5000000 characters/u],
  ])('refuses %s', (_, question, message) => {
    expect(() => checkQuestion(question)).toThrow(message)
  })

  it('takes 2,000 characters, counted as people count them', () => {
    expect(checkQuestion('𐎠'.repeat(2000))).toHaveLength(4000)
  })

  it('gives well-formed text or the one error, for any value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        try {
          const text = checkQuestion(value)
          return text.isWellFormed() && text.trim() === text && text !== ''
        } catch (error) {
          return isRawiError(error) && error.code === 'QUESTION_INVALID'
        }
      }),
    )
  })
})
