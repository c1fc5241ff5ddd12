import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureValue } from '../../../core/answer/events/figure-value.ts'

describe('figureValue', () => {
  it.each([
    [
      '4000',
      [
        '٤٠٠٠',
        '۴۰۰۰ نفر',
        '4,000',
        'أربعة آلاف',
        'بأربعة آلاف',
        'چهار هزار',
        'four thousand',
        '4 آلاف مقاتل',
      ],
    ],
    ['53537', ['۵۳٬۵۳۷ نفر', '53,537 people']],
    ['7.8', ['٧٫٨ درجات', '7.8', '۷٫۸']],
    ['95.1%', ['95.1%', '95.1 في المئة', '۹۵٫۱ درصد', '95.1 per cent']],
    ['12000000000', ['12 مليار دولار', '12 billion dollars', '۱۲ میلیارد دلار']],
    ['2500', ['two thousand five hundred', 'دو هزار و پانصد', 'ألفين وخمسمئة']],
    ['35', ['thirty five', 'سی و پنج', 'خمسة وثلاثون']],
    ['20000', ['20 ألفاً']],
  ])('reads %s from each of %j', (value, phrases) => {
    expect(phrases.map(figureValue)).toEqual(phrases.map(() => value))
  })

  it.each(['', 'درنة', 'many people', '11,300 10,100'])('reads no figure from «%s»', (phrase) => {
    expect(figureValue(phrase)).toBeNull()
  })

  it('reads any text without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void figureValue(text)))
  })
})
