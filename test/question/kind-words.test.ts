import { describe, expect, it } from 'vitest'
import { namesKind, unitOf } from '../../core/question/kind-words.ts'
import { analyse } from '../../core/language/index.ts'

describe('namesKind', () => {
  it.each([
    ['where', 'مدينة', 'في أي مدينة التقى الرئيسان؟', 'ar'],
    ['where', 'شهر', 'دو رئیس‌جمهور در کدام شهر دیدار کردند؟', 'fa'],
    ['when', 'year', 'In which year was the bridge built?', 'en'],
  ] as const)(
    'knows that a question for a %s need not find «%s»',
    (kind, word, question, language) => {
      const token = analyse(question, language).find(({ start, end }) =>
        question.slice(start, end).startsWith(word.slice(0, 3)),
      )
      expect(namesKind({ kinds: [kind] }, token?.surface ?? '')).toBe(true)
    },
  )

  it('keeps a word that another kind of question only names', () => {
    expect(namesKind({ kinds: ['how-many'] }, 'year')).toBe(false)
  })
})

describe('unitOf', () => {
  it.each([
    ['كم ساعة استمرت المحادثات؟', 'ar', 'ساعة'],
    ['چند نفر در همایش بودند؟', 'fa', 'نفر'],
    ['How many zones were agreed?', 'en', 'zones'],
  ] as const)('finds what «%s» counts', (question, language, unit) => {
    const found = unitOf({ kinds: ['how-many'] }, analyse(question, language))
    expect(question.slice(found?.start, found?.end)).toBe(unit)
  })

  it('finds none where nothing is counted', () => {
    expect(unitOf({ kinds: ['when'] }, analyse('When did they meet?', 'en'))).toBeNull()
  })
})
