import { describe, expect, it } from 'vitest'
import { findOutlet } from '../../../core/corpus/metadata/find-outlet.ts'
import { findPublicationDate } from '../../../core/corpus/metadata/find-publication-date.ts'
import { settleLanguage, settleUrl } from '../../../core/corpus/metadata/settle-metadata.ts'

const prose = 'افتتحت البلدية صباح اليوم الجسر الجديد فوق النهر وعبره مئات السكان.'

describe('findOutlet', () => {
  it.each([
    ['a source line', [prose, 'المصدر: وكالة نوارس'], 'وكالة نوارس', true],
    ['a Persian source line', [prose, 'منبع: سپیدار'], 'سپیدار', true],
    ['a credit beside agencies', [prose, 'الشرفة نيوز_ وكالات'], 'الشرفة نيوز', true],
    [
      'the reporting agency of a Persian text',
      ['به گزارش رواق آنلاین ، شهردار گفت پل باز شد.', prose],
      'رواق آنلاین',
      false,
    ],
    [
      'an agency that quotes another',
      ['به گزارش سپیدار و به نقل از شهرداری، پل باز شد.'],
      'سپیدار',
      false,
    ],
    ['a dateline', ['دمشق (رويترز) - قال رئيس البلدية إن الجسر مفتوح.'], 'رويترز', false],
    [
      'an English dateline',
      ['LONDON (Harbour Wire) - The bridge opened on Monday.'],
      'Harbour Wire',
      false,
    ],
  ])('finds %s', (_, lines, name, isWholeLine) => {
    const outlet = findOutlet(lines.map((text, index) => ({ index, text })))
    expect(outlet?.name).toBe(name)
    expect(outlet?.line !== null).toBe(isWholeLine)
  })

  it.each([
    ['an outlet that is merely mentioned', ['وقال مصدر لقناة الشرفة إن الجسر مفتوح.', prose]],
    ['a source line inside the text', [prose, prose, prose, 'المصدر: نوارس', prose, prose, prose]],
    ['agencies without a name', [prose, 'المصدر: وكالات']],
    ['a press office', ['به گزارش روابط عمومی شهرداری، پل باز شد.']],
    ['an agency named before', ['به گزارش این خبرگزاری، پل باز شد.']],
    ['a report of something else', ['به گزارش‌های رسیده از شهر، پل باز شد.']],
  ])('takes no outlet from %s', (_, lines) => {
    expect(findOutlet(lines.map((text, index) => ({ index, text })))).toBeNull()
  })
})

describe('findPublicationDate', () => {
  it.each([
    ['ar', ['نُشر في: 12 مارس 2020', prose], '2020-03-12'],
    ['ar', [prose, prose, 'تاريخ النشر: الخميس ١٢ آذار ٢٠٢٠'], '2020-03-12'],
    ['fa', ['تاریخ انتشار: ۲۵ مهر ۱۳۹۸ - ۱۴:۳۰', 'پل باز شد.'], '2019-10-17'],
    ['fa', ['پنجشنبه ۲۵ مهر ۱۳۹۸ - ۱۴:۳۰', 'پل باز شد.'], '2019-10-17'],
    ['en', ['Published: 12 March 2020', 'The bridge opened.'], '2020-03-12'],
    ['ar', [`القاهرة - 12 مارس 2020 - ${prose}`], '2020-03-12'],
    ['en', ['LONDON, March 12, 2020 (Harbour Wire) - The bridge opened.'], '2020-03-12'],
  ])('%s: takes the day from %j', (language, lines, expected) => {
    expect(findPublicationDate(lines, language)).toBe(expected)
  })

  it.each([
    ['ar', [`في 30 سبتمبر/ أيلول 2015 ${prose}`]],
    ['ar', [prose, prose, prose, prose, prose, prose, '- December 19, 2024', 'من دفتر المدينة']],
    ['en', ['The bridge, opened on 12 March 2020, is closed.']],
    ['en', ['Published in March 2020', 'The bridge opened.']],
    ['fa', ['شهردار گفت ۲۵ مهر ۱۳۹۸ پل باز شد.']],
    [
      'ar',
      ['12 مارس 2020', '13 مارس 2020', prose]
        .map((line, at) => (at === 0 ? `${line} – 13 مارس 2020` : line))
        .slice(0, 1),
    ],
  ])('%s: takes none from %j', (language, lines) => {
    expect(findPublicationDate(lines, language)).toBeNull()
  })
})

describe('settleUrl', () => {
  it.each([
    ['https://example.org/خبر', 'https://example.org/خبر'],
    [' http://example.org ', 'http://example.org'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//example.org/a', null],
    ['example.org', null],
    ['https://exa mple.org', null],
    [`https://example.org/${'a'.repeat(3000)}`, null],
  ])('%s', (value, expected) => {
    expect(settleUrl(value)).toBe(expected)
  })
})

describe('settleLanguage', () => {
  it.each([
    ['ar-EG', 'ar'],
    ['en_GB', 'en'],
    ['FAS', 'fa'],
    ['Persian', 'fa'],
    ['ckb', 'ckb'],
    ['und', null],
    ['', null],
    ['x'.repeat(50), null],
  ])('%s', (value, expected) => {
    expect(settleLanguage(value, '')).toBe(expected)
  })

  it.each([
    ['en-US', 'افتتحت البلدية جسراً جديداً فوق النهر', null],
    ['en', 'شهرداری پل تازه‌ای را روی رودخانه باز کرد', null],
    ['ku', 'شارەوانی پردێکی نوێی کردەوە', null],
    ['ar', 'The council opened a new bridge.', null],
    ['ar', 'أعلنت Microsoft Corporation نتائجها', 'ar'],
    ['sr', 'Opština je otvorila novi most.', 'sr'],
  ])('weighs the label %s against the letters of «%s»', (value, text, expected) => {
    expect(settleLanguage(value, text)).toBe(expected)
  })
})
