import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, soundKey } from '../../core/language/index.ts'

const keyOf = (word: string): string | null => soundKey(fold(word))

describe('soundKey', () => {
  it.each([
    ['Putin', 'بوتين', 'پوتین', 'Путин', 'פוטין'],
    ['Shoigu', 'شويغو', 'شویگو', 'Шойгу', 'שויגו'],
    ['Moscow', 'موسكو', 'مسکو'],
    ['Lavrov', 'لافروف', 'لاوروف', 'Лавров'],
    ['Assad', 'الأسد', 'اسد', 'Асад', 'אסד'],
    ['Peskov', 'بيسكوف', 'پسکوف', 'Песков'],
    ['Muhammad', 'Mohamed', 'محمد'],
    ['Google', 'جوجل', 'غوغل', 'گوگل'],
    ['Chavez', 'تشافيز', 'شافيز'],
  ])('is one for %s in every script', (...spellings) => {
    const keys = spellings.map(keyOf)
    expect(keys[0]).not.toBeNull()
    expect(new Set(keys).size).toBe(1)
  })

  it.each([
    ['بوتين', 'بايدن'],
    ['Moscow', 'Madrid'],
    ['دمشق', 'القاهرة'],
    ['ایران', 'عراق'],
  ])('parts %s and %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other))
  })

  it.each(['a', '2015', '漢', 'و', ''])(
    'is null for what is too short or of another script: %j',
    (word) => {
      expect(keyOf(word)).toBeNull()
    },
  )

  it('is two to twelve sounds of the alphabet, h and a only in front, never one sound twice in a row', () => {
    const letters = fc.string({
      unit: fc.constantFrom(
        ...Array.from(
          'ابپتطثجچحخدذرزسشصضعغفقکگلمنوهیabcdefghijklmnopqrstuvwxyzабвгдежзйклмнопрстухцчшщبוטץש',
        ),
      ),
      maxLength: 40,
    })
    fc.assert(
      fc.property(letters, (word) => {
        const key = soundKey(word)
        if (key === null) return
        expect(key).toMatch(/^[ahbfdtskxlmnr][bfdtskxlmnr]{1,11}$/u)
      }),
    )
  })

  it('does not hear vowels inside a word, nor a letter doubled', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('b', 'd', 'k', 'l', 'm', 'n', 'r', 's', 't'), {
          minLength: 2,
          maxLength: 8,
        }),
        fc.constantFrom('a', 'e', 'i', 'o', 'u'),
        (consonants, vowel) => {
          const plain = consonants.join(vowel)
          const doubled = consonants.map((letter) => letter + letter).join(vowel)
          expect(soundKey(doubled)).toBe(soundKey(plain))
        },
      ),
    )
  })
})
