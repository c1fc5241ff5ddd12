import { describe, expect, it } from 'vitest'
import { askedSpans } from '../../core/answer/asked-span.ts'
import { analyse, identifyLanguage } from '../../core/language/index.ts'
import { readAsked } from '../../core/question/asked.ts'

describe('what a number is to measure', () => {
  it.each([
    ['كم بلغت تكلفة الجسر الجديد؟', 'money'],
    ['بودجهٔ این فیلم چقدر بود؟', 'money'],
    ['How much did the bridge cost?', 'money'],
    ['Köprünün maliyeti ne kadar?', 'money'],
    ['Сколько стоил новый мост?', 'money'],
    ['How old is the mayor?', 'age'],
    ['Quel âge a le maire ?', 'age'],
    ['ما نسبة المشاركة في الاقتراع؟', 'share'],
    ['چند درصد مردم رأی دادند؟', 'share'],
    ['How long did the meeting last?', 'duration'],
    ['این نشست چقدر طول کشید؟', 'duration'],
    ['كم ساعة استمر الاجتماع؟', 'duration'],
    ['ما مساحة البحيرة؟', 'area'],
    ['How much does the rover weigh?', 'mass'],
    ['كم عدد الركاب؟', null],
    ['How many people paid the price?', null],
    ['چند نفر هزینه را پرداختند؟', null],
    ['Who set the price?', null],
  ])('reads from «%s»: %s', (question, measure) => {
    expect(readAsked(question, identifyLanguage(question)).dimension).toBe(measure)
  })

  it.each([
    ['كم بلغت تكلفة الجسر؟', 'ar', 'بلغ طول الجسر 300 متر، وكلّف 40 مليون دولار.', ['40 مليون دولار']],
    ['How much did it cost?', 'en', 'It flew 493 million kilometres in seven months.', []],
    [
      'How much did it cost?',
      'en',
      'The city paid $12 million for its 300 metres.',
      ['12 million'],
    ],
    ['چند درصد رأی دادند؟', 'fa', 'از ۵۰۰ نفر ۷۲٪ رأی دادند.', ['۷۲']],
    ['How old is she?', 'en', 'Mirza, aged 37, has published 20 papers.', ['37']],
    ['كم استمر الاجتماع؟', 'ar', 'استمر الاجتماع ساعتين بحضور عشرين وزيراً.', ['ساعتين']],
  ])('finds of its kind alone for «%s»', (question, language, text, expected) => {
    const spans = askedSpans(readAsked(question, identifyLanguage(question)), {
      text,
      tokens: analyse(text, language),
      isAsked: () => false,
    })
    expect(spans.map(({ start, end }) => text.slice(start, end).trim())).toEqual(
      expected.map((one) => expect.stringContaining(one) as string),
    )
  })
})
