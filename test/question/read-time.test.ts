import { describe, expect, it } from 'vitest'
import { readTime } from '../../core/question/read-time.ts'

describe('readTime', () => {
  it.each([
    ['en', 'Where did they meet in May 2018?', '2018-05-01', '2018-05-31'],
    ['en', 'What did he do on 7 January 2020?', '2020-01-07', '2020-01-07'],
    ['ar', 'أين اجتمعا في سبتمبر 2021؟', '2021-09-01', '2021-09-30'],
    ['ar', 'متى التقيا عام 2017؟', '2017-01-01', '2017-12-31'],
    // A Jalali month lies in two of ours.
    ['fa', 'در مهر ۱۳۹۴ به کجا سفر کرد؟', '2015-09-01', '2015-10-31'],
    ['fa', 'سیل خرداد ۹۸ کجا بود؟', '2019-05-01', '2019-06-30'],
    ['fa', 'زلزلهٔ سال ۸۲ چند کشته داشت؟', '2003-01-01', '2004-03-31'],
    ['fa', 'تو مرداد ماه سال ۰۲ چی شد', '2023-07-01', '2023-08-31'],
    ['fa', '۲۱ آبان ۹۶ کجا لرزید؟', '2017-11-12', '2017-11-12'],
    ['ru', 'Где они встретились в 2017 году?', '2017-01-01', '2017-12-31'],
    ['tr', "2017'de nerede buluştular?", '2017-01-01', '2017-12-31'],
  ])('%s: %s', (language, question, from, to) => {
    expect(readTime(question, language)).toEqual({ from, to })
  })

  it.each([
    ['en', 'What was his first journey since 2011?'],
    ['en', 'Which was his first journey abroad after 2011?'],
    ['ar', 'ما أول زيارة له منذ عام 2011؟'],
    ['fa', 'نخستین سفر او پس از ۱۳۹۴ کجا بود؟'],
    ['en', 'What happened between May 2018 and May 2019?'],
    ['en', 'How many people died?'],
    ['fa', 'هر سال ۶۰ نفر کجا جان می‌دهند؟'],
    ['fa', 'پس از سال ۸۸ چه شد؟'],
    ['fa', 'در خرداد ۲۰ چه شد؟'],
  ])('reads no time from %s: %s', (language, question) => {
    expect(readTime(question, language)).toBeNull()
  })
})
