import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveDates } from '../../../core/language/dates/index.ts'

const read = (language: string, published: string | null, text: string): string[] =>
  resolveDates(text, language, published).map(
    ({ span, iso }) => `${text.slice(span.start, span.end)} = ${iso}`,
  )

describe('resolveDates', () => {
  it.each([
    // 21 October 2015 was a Wednesday.
    ['2015-10-21', 'وصل الوفد مساء أمس الثلاثاء إلى العاصمة', ['مساء أمس الثلاثاء = 2015-10-20']],
    ['2015-10-21', 'عاد الوزير مساء أمس الأول', ['مساء أمس الأول = 2015-10-19']],
    ['2015-10-21', 'تحدث يوم الجمعة الماضي أمام القمة', ['يوم الجمعة الماضي = 2015-10-16']],
    ['2015-10-21', 'يجتمعون الجمعة المقبل', ['الجمعة المقبل = 2015-10-23']],
    ['2015-10-21', 'يصل غداً الخميس', ['غداً الخميس = 2015-10-22']],
    ['2015-10-21', 'بدأت في 30 سبتمبر/ أيلول الماضي', ['30 سبتمبر/ أيلول الماضي = 2015-09-30']],
    [
      '2015-10-21',
      'قبل يومين سقط مطر، وقبل ثلاثة أيام ثلج',
      ['قبل يومين = 2015-10-19', 'وقبل ثلاثة أيام = 2015-10-18'],
    ],
    [
      '2024-07-25',
      'أُعلن صباح اليوم الخميس أنهما اجتمعا أمس الأربعاء',
      ['صباح اليوم الخميس = 2024-07-25', 'أمس الأربعاء = 2024-07-24'],
    ],
    ['2024-07-25', 'في 15 مارس من العام الماضي', ['15 مارس من العام الماضي = 2023-03-15']],
    ['2024-07-25', 'في 15 يوليو/تموز الجاري', ['15 يوليو/تموز الجاري = 2024-07-15']],
    ['2024-07-25', 'ارتفعت الأسعار الشهر الماضي', ['الشهر الماضي = 2024-06']],
    ['2017-11-21', 'زارها مساء أمس الإثنين', ['مساء أمس الإثنين = 2017-11-20']],
    ['2017-11-22', 'في صباح أول من أمس الإثنين', ['صباح أول من أمس الإثنين = 2017-11-20']],
    // A reprint of the day after keeps its words: the weekday counts.
    ['2017-11-22', 'استقبله أمس الإثنين', ['أمس الإثنين = 2017-11-20']],
    ['2021-05-28', 'جرى يوم الأربعاء 26 مايو/أيار.', ['يوم الأربعاء 26 مايو/أيار = 2021-05-26']],
    ['2021-05-28', 'في يوليو/تموز المقبل', ['يوليو/تموز المقبل = 2021-07']],
    ['2021-05-28', 'قالت قناة روسيا اليوم إن صلاة الجمعة أقيمت', []],
  ])('ar, published %s: %s', (published, text, expected) => {
    expect(read('ar', published, text)).toEqual(expected)
  })

  it.each([
    ['2015-10-21', 'این دیدار سه شنبه شب انجام شد', ['سه شنبه شب = 2015-10-20']],
    ['2015-10-21', 'سه‌شنبه‌شب ۲۸ مهر ۱۳۹۴ به شهر رفت', ['سه‌شنبه‌شب ۲۸ مهر ۱۳۹۴ = 2015-10-20']],
    ['2015-10-21', 'در دیدار دیروز خود گفت', ['دیروز = 2015-10-20']],
    ['2015-10-01', 'دیروز چهارشنبه ۸ مهر ۱۳۹۴', ['دیروز چهارشنبه ۸ مهر ۱۳۹۴ = 2015-09-30']],
    ['2017-05-05', 'از ۶ مه اجرا می‌شود', ['۶ مه = 2017-05-06']],
    ['2017-05-05', 'از بهمن سال گذشته آغاز شد', ['بهمن سال گذشته = 2017-01']],
    ['2017-05-05', 'به ۵ می‌رسد', []],
    ['2024-02-06', 'جمعهٔ گذشته آمار تازه داد', ['جمعهٔ گذشته = 2024-02-02']],
    ['2024-02-16', 'هفتهٔ گذشته باران آمد', ['هفتهٔ گذشته = 2024-02']],
    ['2024-02-16', 'سه هفته پیش و پنج سال پیش', []],
    ['2024-02-16', 'سه روز پیش رسید', ['سه روز پیش = 2024-02-13']],
    ['2024-02-16', 'امام جمعه سخن گفت', []],
  ])('fa, published %s: %s', (published, text, expected) => {
    expect(read('fa', published, text)).toEqual(expected)
  })

  it.each([
    ['2015-10-22', 'He flew on Tuesday evening.', ['on Tuesday evening = 2015-10-20']],
    ['2015-10-22', 'They are to meet in Vienna on Friday.', ['on Friday = 2015-10-23']],
    [
      '2015-10-22',
      'It began last Monday, two days ago.',
      ['last Monday = 2015-10-19', 'two days ago = 2015-10-20'],
    ],
    ['2015-10-22', 'in September last year', ['September last year = 2014-09']],
    ['2015-10-22', 'strikes since September 30.', ['September 30 = 2015-09-30']],
    ['2024-07-26', 'on Wednesday, July 24, and', ['on Wednesday, July 24 = 2024-07-24']],
    ['2024-07-26', 'on the day before yesterday', ['on the day before yesterday = 2024-07-24']],
    ['2024-07-26', 'They may march 20 miles, three days later.', []],
  ])('en, published %s: %s', (published, text, expected) => {
    expect(read('en', published, text)).toEqual(expected)
  })

  it('resolves nothing relative without a publication date', () => {
    expect(read('ar', null, 'مساء أمس الثلاثاء، وفي أكتوبر 2015')).toEqual(['أكتوبر 2015 = 2015-10'])
  })

  it('tells whether the publication date was needed', () => {
    const dates = resolveDates('أمس الثلاثاء، وفي أكتوبر 2015', 'ar', '2015-10-21T23:30:00+03:00')
    expect(dates.map(({ iso, precision, relative }) => [iso, precision, relative])).toEqual([
      ['2015-10-20', 'day', true],
      ['2015-10', 'month', false],
    ])
  })

  it('gives spans in order, apart and inside the text, whatever the text', () => {
    const part = fc.constantFrom(
      ...'أمس|الثلاثاء|يوم|الماضي| |،|15|مارس|سه‌شنبه|شب|گذشته|۲۸|مهر|۱۳۹۴|on|last|Monday|July|24|2024|year|days ago|غداً|اليوم'.split(
        '|',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(part, fc.constant(' '), fc.string({ unit: 'binary' }))),
        fc.constantFrom('ar', 'fa', 'en', 'und'),
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (parts, language, published) => {
          const text = parts.join('')
          let end = 0
          for (const { span, iso, precision } of resolveDates(
            text,
            language,
            published.toISOString(),
          )) {
            expect(span.start).toBeGreaterThanOrEqual(end)
            expect(span.end).toBeGreaterThan(span.start)
            expect(span.end).toBeLessThanOrEqual(text.length)
            expect(iso).toHaveLength({ day: 10, month: 7, year: 4 }[precision])
            end = span.end
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
