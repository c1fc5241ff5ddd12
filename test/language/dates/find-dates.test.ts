import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoFromCalendar } from '../../../core/language/dates/calendars.ts'
import { findDates } from '../../../core/language/dates/find-dates.ts'
import { parseDate } from '../../../core/language/dates/parse-date.ts'

describe('findDates', () => {
  it.each([
    [
      'ar',
      'وصل الوفد في 30 سبتمبر/ أيلول 2015 إلى المدينة',
      ['30 سبتمبر/ أيلول 2015', '2015-09-30'],
    ],
    ['ar', 'توفي في 9 كانون الأول/ديسمبر 2017', ['9 كانون الأول/ديسمبر 2017', '2017-12-09']],
    ['ar', 'يوم ٢١ تشرين الأول ٢٠١٥م', ['٢١ تشرين الأول ٢٠١٥', '2015-10-21']],
    ['ar', 'يوم ٢١ تشرين الأول ٢٠١٥ م', ['٢١ تشرين الأول ٢٠١٥', '2015-10-21']],
    ['ar', 'صباح 15 رمضان 1442', ['15 رمضان 1442', '2021-04-27']],
    ['ar', 'التاريخ 21/10/2015', ['21/10/2015', '2015-10-21']],
    ['fa', 'روز ۲۵ مهرماه ۱۳۹۸ برگزار شد', ['۲۵ مهرماه ۱۳۹۸', '2019-10-17']],
    ['fa', 'از ۵ تا ۲۱ اوت ۲۰۱۶ میلادی', ['۲۱ اوت ۲۰۱۶', '2016-08-21']],
    ['fa', 'شمارهٔ ۱۳۹۸/۰۷/۲۵ روزنامه', ['۱۳۹۸/۰۷/۲۵', '2019-10-17']],
    ['fa', '۱ ذی‌الحجه ۱۴۴۰', ['۱ ذی‌الحجه ۱۴۴۰', '2019-08-02']],
    ['en', 'on October 21st, 2015, in Moscow', ['October 21st, 2015', '2015-10-21']],
    ['en', 'on the 3rd of May 2011', ['3rd of May 2011', '2011-05-03']],
    ['en', 'on 3 May 2011.', ['3 May 2011', '2011-05-03']],
    ['en', 'dated 2015-10-21', ['2015-10-21', '2015-10-21']],
    ['en', 'on 13/4/2020', ['13/4/2020', '2020-04-13']],
    ['en', 'on 3/4/2020', null],
    ['en', 'see http://example.org/2018/02/18/a', null],
    ['en', 'call 021-44-1234', null],
    ['en', '30 February 2015', null],
    ['fa', 'بشار اسد 1400 نفر را دید', null],
  ])('%s: %s', (language, text, expected) => {
    const days = findDates(text, language).filter(({ precision }) => precision === 'day')
    expect(days.map(({ span, iso }) => [text.slice(span.start, span.end), iso])).toEqual(
      expected === null ? [] : [expected],
    )
  })

  it('gives months and years as exactly as they are said', () => {
    const text = 'في أكتوبر 2015، وعام 2011، ثم سنة 1440'
    expect(
      findDates(text, 'ar').map(({ iso, precision, calendar }) => [iso, precision, calendar]),
    ).toEqual([
      ['2015-10', 'month', 'gregorian'],
      ['2011', 'year', 'gregorian'],
      ['2018', 'year', 'hijri'],
    ])
  })

  it('gives spans in order, inside the text and apart, whatever the text', () => {
    const part = fc.constantFrom(
      '21',
      'أكتوبر',
      '2015',
      '/',
      ' ',
      '۱۳۹۸',
      'مهر',
      'May',
      ',',
      'in',
      '-',
      '😀',
      'عام',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(part, fc.string())),
        fc.constantFrom('ar', 'fa', 'en', 'und'),
        (parts, language) => {
          const text = parts.join('')
          let end = 0
          for (const { span, iso } of findDates(text, language)) {
            expect(span.start).toBeGreaterThanOrEqual(end)
            expect(span.end).toBeLessThanOrEqual(text.length)
            expect(iso).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u)
            end = span.end
          }
        },
      ),
    )
  })
})

describe('isoFromCalendar', () => {
  it.each(['persian', 'islamic-umalqura'])(
    'agrees with Intl on the %s calendar, day by day',
    (name) => {
      const calendar = name === 'persian' ? 'jalali' : 'hijri'
      const format = new Intl.DateTimeFormat('en', {
        calendar: name,
        numberingSystem: 'latn',
        timeZone: 'UTC',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
      })
      fc.assert(
        fc.property(fc.integer({ min: -25_000, max: 25_000 }), (days) => {
          const date = new Date(days * 86_400_000)
          const parts = new Map(
            format.formatToParts(date).map(({ type, value }) => [type, Number(value)]),
          )
          const iso = isoFromCalendar(
            calendar,
            parts.get('year')!,
            parts.get('month')!,
            parts.get('day')!,
          )
          expect(iso).toBe(date.toISOString().slice(0, 10))
        }),
        { numRuns: 500 },
      )
    },
  )

  it.each([
    ['jalali', 1398, 7, 25, '2019-10-17'],
    ['jalali', 1399, 12, 30, '2021-03-20'],
    ['jalali', 1400, 12, 30, null],
    ['hijri', 1442, 9, 15, '2021-04-27'],
    ['gregorian', 2016, 2, 29, '2016-02-29'],
    ['gregorian', 2015, 2, 29, null],
    ['gregorian', 2015, 13, 1, null],
  ] as const)('%s %i-%i-%i is %s', (calendar, year, month, day, iso) => {
    expect(isoFromCalendar(calendar, year, month, day)).toBe(iso)
  })
})

describe('parseDate', () => {
  it.each([
    ['2015-10-21', '2015-10-21'],
    ['2015-10-21T10:00:00+0300', '2015-10-21T10:00:00+03:00'],
    ['2015-10-21T10:00:00.123Z', '2015-10-21T10:00:00Z'],
    ['2015-10-21 10:00', '2015-10-21'],
    ['20151021', '2015-10-21'],
    ['Wed, 21 Oct 2015 07:28:00 GMT', '2015-10-21T07:28:00Z'],
    ['1445412480', '2015-10-21T07:28:00Z'],
    ['الأربعاء 21 أكتوبر 2015', '2015-10-21'],
    ['۱۳۹۴/۰۷/۲۹', '2015-10-21'],
    ['1394-07-29', '2015-10-21'],
    ['2015-02-30', null],
    ['2015-10', null],
    ['yesterday', null],
    ['from 3 May 2011 to 5 May 2011', null],
    ['', null],
  ])('reads %s as %s', (value, expected) => {
    expect(parseDate(value, 'fa')).toBe(expected)
  })
})
