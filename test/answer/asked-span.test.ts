import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AskedKind } from '../../core/answer/asked.ts'
import type { Measure } from '../../core/answer/measure.ts'
import { askedSpans } from '../../core/answer/asked-span.ts'
import { analyse } from '../../core/language/index.ts'

function spansOf(
  kind: AskedKind,
  text: string,
  language: string,
  asked = '',
  measure: Measure | null = null,
): string[] {
  const tokens = analyse(text, language)
  const words = new Set(analyse(asked, language).map(({ stem }) => stem))
  const isAsked = (at: number): boolean => words.has(tokens[at]?.stem ?? '')
  return askedSpans({ kind, measure }, { text, tokens, isAsked }).map(({ start, end }) =>
    text.slice(start, end),
  )
}

describe('askedSpans', () => {
  it.each([
    ['number', 'ar', 'وصلت إلى الميناء ٤٥ سفينة يوم 3 مارس 2021.', '', '٤٥ سفينة'],
    ['number', 'ar', 'حضر الحفل ثلاثة آلاف متفرج.', '', 'ثلاثة آلاف متفرج'],
    ['number', 'fa', 'حدود ۱۲ هزار نفر در میدان گرد آمدند.', '', '۱۲ هزار نفر'],
    ['number', 'en', 'The bridge cost 2.5 million dollars in 2019.', '', '2.5 million dollars'],
    ['number', 'ar', 'أقيمت البطولة عام 2018 في 11 مدينة.', '', '11 مدينة'],
    ['number', 'fa', 'او یک سال از میدان دور ماند.', 'سال', 'یک سال'],
    ['date', 'ar', 'افتُتح الجسر في 12 يونيو/حزيران 2018 بحضور الوزير.', '', '12 يونيو/حزيران 2018'],
    ['date', 'ar', 'التقيا مساء أمس الثلاثاء في القصر.', '', 'مساء أمس الثلاثاء'],
    ['date', 'fa', 'این نشست ۵ خرداد ۱۴۰۲ برگزار شد.', '', '۵ خرداد ۱۴۰۲'],
    ['date', 'en', 'The bridge opened on 12 June 2018.', '', '12 June 2018'],
    ['reason', 'ar', 'أُغلقت المدرسة بسبب العاصفة، وعاد الطلاب.', '', 'بسبب العاصفة'],
    ['reason', 'en', 'It was closed because of the storm, he said.', '', 'because of the storm'],
    ['person', 'en', 'The mayor, Ada Brook, opened it.', 'mayor', 'Ada Brook'],
    ['person', 'fa', '«سارا نادری» شهردار شهر گفت.', 'شهردار', 'سارا نادری'],
  ] as const)('finds a %s in %s: %s', (kind, language, text, asked, span) => {
    expect(spansOf(kind, text, language, asked)).toContain(span)
  })

  it('does not give back a number that the question states', () => {
    expect(spansOf('number', 'The 12 ships carried 90 cars.', 'en', '12 ships')).toEqual([
      '90 cars',
    ])
  })

  it('takes "may" for a month only with a capital', () => {
    expect(spansOf('date', 'They may come.', 'en')).toEqual([])
  })

  it('stays inside any text', () => {
    const kinds: readonly AskedKind[] = ['number', 'date', 'person', 'place', 'reason']
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'binary' }), (kind, text) => {
        const tokens = analyse(text, 'ar')
        return askedSpans(
          { kind, measure: null },
          { text, tokens, isAsked: (at) => at % 3 === 0 },
        ).every(({ start, end }) => start >= 0 && start < end && end <= text.length)
      }),
    )
  })
})
