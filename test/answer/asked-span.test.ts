import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dimension } from '../../core/language/tables/language-table.ts'
import type { AskedKind } from '../../core/question/asked.ts'
import { askedSpans } from '../../core/answer/asked-span.ts'
import { analyse } from '../../core/language/index.ts'

function spansOf(
  kind: AskedKind,
  text: string,
  language: string,
  asked = '',
  dimension: Dimension | null = null,
): string[] {
  const tokens = analyse(text, language)
  const words = new Set(analyse(asked, language).map(({ stem }) => stem))
  const isAsked = (at: number): boolean => words.has(tokens[at]?.stem ?? '')
  return askedSpans({ kinds: [kind], dimension }, { text, tokens, isAsked }).map(({ start, end }) =>
    text.slice(start, end),
  )
}

describe('askedSpans', () => {
  it.each([
    ['how-many', 'ar', 'وصلت إلى الميناء ٤٥ سفينة يوم 3 مارس 2021.', '', '٤٥ سفينة'],
    ['how-many', 'ar', 'حضر الحفل ثلاثة آلاف متفرج.', '', 'ثلاثة آلاف متفرج'],
    ['how-many', 'fa', 'حدود ۱۲ هزار نفر در میدان گرد آمدند.', '', '۱۲ هزار نفر'],
    ['how-many', 'en', 'The bridge cost 2.5 million dollars in 2019.', '', '2.5 million dollars'],
    ['how-many', 'ar', 'أقيمت البطولة عام 2018 في 11 مدينة.', '', '11 مدينة'],
    ['how-many', 'fa', 'او یک سال از میدان دور ماند.', 'سال', 'یک سال'],
    ['when', 'ar', 'افتُتح الجسر في 12 يونيو/حزيران 2018 بحضور الوزير.', '', '12 يونيو/حزيران 2018'],
    ['when', 'ar', 'التقيا مساء أمس الثلاثاء في القصر.', '', 'مساء أمس الثلاثاء'],
    ['when', 'fa', 'این نشست ۵ خرداد ۱۴۰۲ برگزار شد.', '', '۵ خرداد ۱۴۰۲'],
    ['when', 'en', 'The bridge opened on 12 June 2018.', '', '12 June 2018'],
    ['why', 'ar', 'أُغلقت المدرسة بسبب العاصفة، وعاد الطلاب.', '', 'بسبب العاصفة'],
    ['why', 'en', 'It was closed because of the storm, he said.', '', 'because of the storm'],
    ['who', 'en', 'The mayor, Ada Brook, opened it.', 'mayor', 'Ada Brook'],
    ['who', 'fa', '«سارا نادری» شهردار شهر گفت.', 'شهردار', 'سارا نادری'],
  ] as const)('finds a %s in %s: %s', (kind, language, text, asked, span) => {
    expect(spansOf(kind, text, language, asked)).toContain(span)
  })

  it('does not give back a number that the question states', () => {
    expect(spansOf('how-many', 'The 12 ships carried 90 cars.', 'en', '12 ships')).toEqual([
      '90 cars',
    ])
  })

  it('takes "may" for a month only with a capital', () => {
    expect(spansOf('when', 'They may come.', 'en')).toEqual([])
  })

  it('stays inside any text', () => {
    const kinds: readonly AskedKind[] = ['how-many', 'when', 'who', 'where', 'why']
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'binary' }), (kind, text) => {
        const tokens = analyse(text, 'ar')
        return askedSpans(
          { kinds: [kind], dimension: null },
          { text, tokens, isAsked: (at) => at % 3 === 0 },
        ).every(({ start, end }) => start >= 0 && start < end && end <= text.length)
      }),
    )
  })
})
