import { describe, expect, it } from 'vitest'
import { leansOnPrevious } from '../../core/answer/leaning.ts'

describe('leansOnPrevious', () => {
  it.each([
    ['ar', 'وأضاف أن العمل سيستمر حتى الصيف.', true],
    ['ar', 'وأضاف الوزير أن العمل سيستمر.', false],
    ['ar', 'وصل الوزير إلى المدينة.', false],
    ['fa', 'وی افزود که کار تا تابستان ادامه دارد.', true],
    ['fa', 'او در پایان از همه سپاس گفت.', true],
    ['fa', 'وزیر به شهر رسید.', false],
    ['en', 'He added that work would go on.', true],
    ['en', 'The minister added that work would go on.', false],
  ])('%s: %s', (language, sentence, leans) => {
    expect(leansOnPrevious(sentence, language)).toBe(leans)
  })
})
