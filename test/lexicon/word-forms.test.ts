import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../core/language/letters.ts'
import { wordForms } from '../../core/language/lexicon/word-forms.ts'

describe('wordForms', () => {
  it.each([
    ['للمدارس', 'ar', 'مدرسة'],
    ['حروب', 'ar', 'حرب'],
    ['صواريخ', 'ar', 'صاروخ'],
    ['تقارير', 'ar', 'تقرير'],
    ['أصدقاء', 'ar', 'صديق'],
    ['قبائل', 'ar', 'قبيلة'],
    ['دول', 'ar', 'دولة'],
    ['وقالت', 'ar', 'قال'],
    ['يستخدم', 'ar', 'استخدم'],
    ['مسابقات', 'fa', 'مسابقه'],
    ['می‌گیرند', 'fa', 'گرفتن'],
    ['توانستند', 'fa', 'توانستن'],
    ['wrote', 'en', 'write'],
    ['cities', 'en', 'city'],
    ['children', 'en', 'child'],
    ['hücrelerinden', 'tr', 'hücre'],
    ['kitabımızı', 'tr', 'kitap'],
    ['hakkını', 'tr', 'hak'],
    ['şehrin', 'tr', 'şehir'],
    ['gönüllüler', 'tr', 'gönüllü'],
    ['gitti', 'tr', 'gitmek'],
    ['gidiyorlar', 'tr', 'gitmek'],
    ['başlıyor', 'tr', 'başlamak'],
    ['duyduğu', 'tr', 'duymak'],
    ['kurulmadı', 'tr', 'kurmak'],
    ['etkileyebilir', 'tr', 'etkilemek'],
    ['vermeye', 'tr', 'vermek'],
    ['году', 'ru', 'год'],
    ['войны', 'ru', 'война'],
    ['людей', 'ru', 'люди'],
    ['реки', 'ru', 'река'],
    ['новому', 'ru', 'новый'],
    ['исследуют', 'ru', 'исследовать'],
    ['находится', 'ru', 'находить'],
    ['выборами', 'ru', 'выбор'],
  ])('lists %s (%s) under %s', (word, language, listed) => {
    expect(wordForms(fold(word).replaceAll('\u200c', ''), language)).toContain(fold(listed))
  })

  it('never gives the word itself, nor a scrap', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('ar', 'fa', 'en', 'ru', 'tr'),
        (word, language) => {
          for (const form of wordForms(word, language)) {
            expect(form).not.toBe(word)
            expect(form.length).toBeGreaterThanOrEqual(2)
          }
        },
      ),
    )
  })
})
