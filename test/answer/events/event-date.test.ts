import { describe, expect, it } from 'vitest'
import { eventDateOf } from '../../../core/answer/events/event-date.ts'
import { resolveDates } from '../../../core/language/dates/index.ts'

/** A Thursday. */
const published = '2024-07-25'

const dayOf = (sentence: string, language: string, publishedAt: string | null) =>
  eventDateOf(sentence, resolveDates(sentence, language, publishedAt), publishedAt)

describe('eventDateOf', () => {
  it.each([
    ['ar', 'استقبل الوزير ضيفه مساء أمس الأربعاء.', '2024-07-24'],
    ['ar', 'وصل الوفد أول من أمس الثلاثاء إلى العاصمة.', '2024-07-23'],
    ['ar', 'التقى الرجلان مساء الاثنين في الفندق.', '2024-07-22'],
    ['ar', 'أعلنت البلدية صباح اليوم الخميس أن الجسر افتُتح أمس الأربعاء.', '2024-07-24'],
    ['ar', 'وجرى الاتصال في 23 مارس الماضي.', '2024-03-23'],
    ['ar', 'وكان اللقاء السابق في 15 مارس من العام الماضي.', '2023-03-15'],
    ['ar', 'وُقّع الاتفاق في 12 يونيو/حزيران 2018.', '2018-06-12'],
    ['fa', 'این نشست سه‌شنبه‌شب برگزار شد.', '2024-07-23'],
    ['fa', 'او دیروز چهارشنبه وارد شهر شد.', '2024-07-24'],
    ['fa', 'رئیس‌جمهور روز چهارشنبه ۳ مرداد ۱۴۰۳ میزبان او بود.', '2024-07-24'],
    ['en', 'They met on Tuesday evening.', '2024-07-23'],
    ['en', 'The bridge opened yesterday.', '2024-07-24'],
    ['en', 'They last spoke by telephone on March 23.', '2024-03-23'],
    ['en', 'It was signed on December 30.', '2023-12-30'],
    ['en', 'The mayor said on Wednesday that the bridge had opened on Monday.', '2024-07-22'],
    ['en', 'The bridge was opened in October 2015.', '2015-10'],
  ])('%s: %s', (language, sentence, day) => {
    expect(dayOf(sentence, language, published)).toBe(day)
  })

  it.each([
    ['ar', 'يلتقيان غداً الجمعة في المدينة نفسها.'],
    ['ar', 'هذا أول لقاء منذ 15 مارس 2023.'],
    ['en', 'It has rained since 15 March 2023.'],
    ['en', 'The mayor thanked everybody.'],
  ])('finds no day of an event in %s: %s', (language, sentence) => {
    expect(dayOf(sentence, language, published) ?? '').not.toMatch(/^\d{4}-\d\d-\d\d$/u)
  })

  it('resolves nothing relative where publication is unknown', () => {
    expect(dayOf('وصل الوفد أمس الثلاثاء.', 'ar', null)).toBeNull()
  })
})
