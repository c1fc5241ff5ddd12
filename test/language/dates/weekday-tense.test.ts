import { describe, expect, it } from 'vitest'
import { resolveDates } from '../../../core/language/dates/index.ts'

/** A Thursday. */
const published = '2024-07-25'

const daysIn = (language: string, text: string): string[] =>
  resolveDates(text, language, published).map(({ iso }) => iso)

describe('a weekday of what is told', () => {
  it.each([
    ['en', 'The bridge opened on Monday.', '2024-07-22'],
    ['en', 'On Monday the council met and voted.', '2024-07-22'],
    ['en', 'The mayor said on Monday that the bridge will close in May.', '2024-07-22'],
    ['en', 'On Monday the mayor said he will resign.', '2024-07-22'],
    ['en', 'Fire broke out in the mill last Monday.', '2024-07-22'],
    ['en', 'The visitors arrived on Monday for talks that will last two days.', '2024-07-22'],
    [
      'en',
      'The mayor, who is to retire in May, told reporters on Monday of the plan.',
      '2024-07-22',
    ],
    ['ar', 'وصل الوفد الاثنين إلى العاصمة.', '2024-07-22'],
    ['ar', 'وقال الوزير الاثنين إن المؤتمر سيعقد في الشتاء.', '2024-07-22'],
    ['ar', 'اندلع الحريق الاثنين الماضي في المصنع.', '2024-07-22'],
    ['ar', 'افتتح المعرض يوم الاثنين في جناح يتسع لألف زائر.', '2024-07-22'],
    ['ar', 'يوسف الحداد زار المعرض الاثنين برفقة أسرته.', '2024-07-22'],
    ['fa', 'این نشست روز دوشنبه برگزار شد.', '2024-07-22'],
    ['fa', 'وزیر روز دوشنبه گفت که نمایشگاه سال آینده برگزار خواهد شد.', '2024-07-22'],
    ['fa', 'هیئت دوشنبه گذشته وارد شهر شد.', '2024-07-22'],
    ['fa', 'آتش دوشنبه کارخانه را نابود کرد و بازسازی آن آغاز می‌شود.', '2024-07-22'],
  ])('is the last one in %s: %s', (language, text, day) => {
    expect(daysIn(language, text)).toContain(day)
  })
})

describe('a weekday of what is still to come', () => {
  it.each([
    ['en', 'The council will meet on Monday.'],
    ['en', 'On Monday the two ministers will meet in Oslo.'],
    ['en', 'The ministry plans talks on Monday.'],
    ['en', 'The court meets on Monday to hear the case.'],
    ['en', 'The match is scheduled for Monday.'],
    ['en', 'Voting is due to begin on Monday.'],
    ['en', 'The museum opens next Monday.'],
    ['ar', 'سيعقد المجلس جلسته الاثنين.'],
    ['ar', 'ستستضيف المدينة القمة يوم الاثنين.'],
    ['ar', 'يلتقي الوزيران الاثنين في العاصمة.'],
    ['ar', 'تعتزم النقابة تنظيم إضراب يوم الاثنين.'],
    ['ar', 'ومن المقرر أن يصل الوفد الاثنين.'],
    ['ar', 'يبدأ المعرض الاثنين المقبل.'],
    ['ar', 'أعلن النادي أن المباراة ستقام الاثنين.'],
    ['fa', 'این نشست روز دوشنبه برگزار می‌شود.'],
    ['fa', 'قرار است وزیران روز دوشنبه دیدار کنند.'],
    ['fa', 'نمایشگاه دوشنبه آینده گشایش می‌یابد.'],
    ['fa', 'شورا روز دوشنبه تشکیل جلسه خواهد داد.'],
    ['fa', 'دو وزیر دوشنبه با هم دیدار می‌کنند.'],
  ])('is the next one in %s: %s', (language, text) => {
    expect(daysIn(language, text)).toEqual(['2024-07-29'])
  })

  it.each([
    ['en', 'The minister will fly to Oslo on Thursday.'],
    ['ar', 'سيعقد المجلس جلسته الخميس.'],
    ['fa', 'این نشست روز پنجشنبه برگزار می‌شود.'],
  ])('is not told where the report is of that weekday, in %s: %s', (language, text) => {
    expect(daysIn(language, text)).toEqual([])
  })
})

describe('a weekday of a plan that was', () => {
  it.each([
    ['en', 'The ministers were to meet on Monday.'],
    ['en', 'The envoy was to meet the mayor on Monday.'],
    ['en', 'The hearing was scheduled for Monday.'],
    ['ar', 'كان من المقرر أن يلتقي الوزيران الاثنين.'],
    ['ar', 'وكانت الجلسة المقررة الاثنين قد أُرجئت.'],
    ['fa', 'قرار بود دو وزیر روز دوشنبه دیدار کنند.'],
  ])('is no day in %s: %s', (language, text) => {
    expect(daysIn(language, text)).toEqual([])
  })
})
