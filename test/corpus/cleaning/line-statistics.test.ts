import { describe, expect, it } from 'vitest'
import { bodyKey, createLineStatistics, edgeKeys } from '../../../core/corpus/index.ts'
import { readFiles } from '../temporary-corpus.ts'

const name = (n: number): string => 'ابتثجحخدذر'[n % 10]!.repeat(3 + ((n / 10) % 7))
const story = (n: number): string =>
  `خبر عن ${name(n)} من المدينة القديمة عن الجسر والنهر.\nتفاصيل أخرى عن ${name(n)} كما رواها السكان.`
const tail = 'للتواصل مع غرفة الأخبار راسلونا على بريد التحرير'

describe('createLineStatistics', () => {
  it('tells a line that ends many articles of one outlet, and only there', () => {
    const statistics = createLineStatistics()
    for (let n = 0; n < 20; n += 1) statistics.add('الشرفة', `${story(n)}\n${tail}`)
    for (let n = 0; n < 20; n += 1) statistics.add('نوارس', story(n))
    expect(statistics.isRecurring('الشرفة', tail)).toBe(true)
    expect(statistics.isRecurring('الشرفة', `${tail}،`)).toBe(true)
    expect(statistics.isRecurring('نوارس', tail)).toBe(false)
    expect(statistics.isRecurring(null, tail)).toBe(false)
    expect(statistics.isRecurring('الشرفة', story(3).split('\n')[0]!)).toBe(false)
  })

  it('counts a line once an article and asks for more of a large outlet', () => {
    const statistics = createLineStatistics()
    for (let n = 0; n < 4; n += 1) statistics.add('الشرفة', `${tail}\n${story(n)}\n${tail}`)
    expect(statistics.isRecurring('الشرفة', tail)).toBe(false)
    statistics.add('الشرفة', `${story(4)}\n${tail}`)
    expect(statistics.isRecurring('الشرفة', tail)).toBe(true)
    for (let n = 0; n < 2000; n += 1) statistics.add('الشرفة', story(n))
    expect(statistics.isRecurring('الشرفة', tail)).toBe(false)
  })

  it('counts kept keys as it counts the texts they are of', () => {
    const statistics = createLineStatistics()
    for (let n = 0; n < 4; n += 1) statistics.add(null, `${story(n)}\n${tail}`)
    const keys = edgeKeys(tail)
    expect([...keys].map((key) => statistics.isRecurringKey(null, key))).toEqual([false])
    statistics.addKeys(null, keys, bodyKey(`${story(9)}\n${tail}`))
    expect([...keys].map((key) => statistics.isRecurringKey(null, key))).toEqual([true])
    expect(statistics.isRecurring(null, tail)).toBe(true)
  })

  it.each([
    ['copies that a crawler made', ''],
    ['copies of which each was corrected in one place', 'وصحح الخبر مراسل الشرفة'],
  ])('takes no line of %s for furniture', (_, correction) => {
    const statistics = createLineStatistics()
    for (let n = 0; n < 20; n += 1) statistics.add('الشرفة', story(n))
    const lines = [
      'جسر على الوادي',
      'فتحت البلدية الجسر أمام المشاة والدراجات صباح الأحد الماضي',
      'بلغ طوله مئة متر وعرضه تسعة أمتار من الحجر',
      'كلفته مليون',
    ]
    for (let n = 0; n < 40; n += 1) {
      const corrected = correction === '' ? [] : [`${correction} ${name(n)}`]
      statistics.add('الشرفة', [...lines, ...corrected, `المشاهدات ${n}`].join('\n'))
    }
    expect(lines.filter((line) => statistics.isRecurring('الشرفة', line))).toEqual([])
  })

  it('takes a sentence for furniture only where it speaks of the outlet or to its readers', () => {
    const statistics = createLineStatistics()
    const news = 'ولم يصدر تعليق من البلدية حتى الآن.'
    const word = 'المقالات المنشورة تمثل رأي كتابها فقط.'
    for (let n = 0; n < 20; n += 1) statistics.add('الشرفة', `${story(n)}\n${news}\n${word}`)
    expect(statistics.isRecurring('الشرفة', news)).toBe(false)
    expect(statistics.isRecurring('الشرفة', word)).toBe(true)
  })

  it('cleans the edges of articles in a second reading and leaves their inside', async () => {
    const records = Array.from({ length: 8 }, (_, n) => ({
      id: `${n}`,
      source: 'الشرفة',
      title: `خبر ${n}`,
      text: `${story(n)}\n${tail}`,
    }))
    records.push({
      id: 'inside',
      source: 'الشرفة',
      title: 'خبر',
      text: `${story(50)}\n${tail}\n${story(51)}`,
    })
    const files = { 'a.jsonl': records.map((record) => JSON.stringify(record)).join('\n') }
    const statistics = createLineStatistics()
    for (const item of await readFiles(files))
      if (item.kind === 'article') statistics.add(item.article.source, item.article.text)
    const again = await readFiles(files, {
      isRecurring: (source, line) => statistics.isRecurring(source, line),
    })
    const articles = again.filter((item) => item.kind === 'article')
    expect(articles.slice(0, 8).map(({ article }) => article.text)).toEqual(
      Array.from({ length: 8 }, (_, n) => story(n)),
    )
    expect(articles[0]?.dropped).toMatchObject([{ rule: 'recurring-line', text: tail }])
    expect(articles[8]?.article.text).toContain(tail)
  })
})
