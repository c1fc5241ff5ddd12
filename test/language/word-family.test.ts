import { describe, expect, it } from 'vitest'
import { analyse, wordFamily } from '../../core/language/index.ts'

function familyOf(word: string, language: string): readonly string[] {
  const [token] = analyse(word, language)
  return token === undefined ? [] : wordFamily(token, language).map(({ stem }) => stem)
}

const stemOf = (word: string, language: string): string => analyse(word, language)[0]?.stem ?? ''

describe('wordFamily', () => {
  it.each([
    ['مرض', 'بمرض', 'a particle before it'],
    ['بمرض', 'مرض', 'a particle of its own'],
    ['قدرة', 'قدرتهم', 'a pronoun after it'],
    ['عادوا', 'عاد', 'the ending of a verb'],
    ['يمتد', 'تمتد', 'another person'],
    ['ينخفض', 'انخفض', 'past and present'],
    ['ينخفض', 'انخفاض', 'the noun of a verb'],
    ['يستخدم', 'استخدام', 'the noun of the tenth form'],
    ['تغيير', 'يغير', 'the verb of a noun'],
    ['زار', 'زيارة', 'a middle letter that is weak'],
    ['تقع', 'واقعة', 'a first letter that is و'],
    ['يصل', 'وصول', 'a first letter that is و, in a noun'],
    ['أعطى', 'إعطاء', 'a last letter that is weak'],
    ['فلسطين', 'الفلسطينية', 'a country in ين and its people'],
    ['روسيا', 'الروسية', 'a country in يا and its people'],
    ['حرب', 'حروب', 'a broken plural'],
    ['شارع', 'شوارع', 'another broken plural'],
    ['صندوق', 'صناديق', 'a plural of four letters'],
  ])('knows %s and %s as one: %s', (word, other) => {
    expect(familyOf(word, 'ar')).toContain(stemOf(other, 'ar'))
  })

  it.each([
    ['کتاب', 'کتابش', 'a pronoun after it'],
    ['رفت', 'رفتند', 'another person'],
    ['دیدن', 'دید', 'an infinitive'],
    ['مدرسه', 'مدارس', 'a plural of Arabic'],
  ])('knows %s and %s as one in Persian: %s', (word, other) => {
    expect(familyOf(word, 'fa')).toContain(stemOf(other, 'fa'))
  })

  it.each([
    ['win', 'won', 'an irregular past'],
    ['knew', 'knowledge', 'a noun far from its verb'],
    ['children', 'child', 'an irregular plural'],
    ['inventor', 'invented', 'a doer'],
    ['Syria', 'Syrian', 'a people'],
  ])('knows %s and %s as one in English: %s', (word, other) => {
    expect(familyOf(word, 'en')).toContain(stemOf(other, 'en'))
  })

  it('names each relative once, never the word itself nor a stopword, trusted less than the word', () => {
    for (const word of ['ينخفض', 'الحكومة', 'بتوثيق', 'علاقاتهم', 'كان']) {
      const [token] = analyse(word, 'ar')
      const family = token === undefined ? [] : wordFamily(token, 'ar')
      const stems = family.map(({ stem }) => stem)
      expect(new Set(stems).size).toBe(stems.length)
      expect(stems).not.toContain(token?.stem)
      expect(stems).not.toContain('هذا')
      for (const { trust } of family) expect(trust > 0 && trust < 1).toBe(true)
    }
  })

  it('has no rules for numbers, other scripts and other languages', () => {
    expect(familyOf('2015', 'ar')).toEqual([])
    expect(familyOf('Москва', 'ru')).toEqual([])
  })
})
