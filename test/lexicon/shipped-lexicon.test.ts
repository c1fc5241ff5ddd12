import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../core/language/index.ts'
import { createTranslator, openLexicon } from '../../core/language/lexicon/index.ts'

const folder = 'data/lexicon'
const translate = createTranslator(openLexicon(folder), ['ar', 'fa', 'en'])

/** Stems of all translations into one language, words of a phrase joined. */
function translations(text: string, language: string, target: string): string[] {
  const words = analyse(text, language).filter(({ stop }) => !stop)
  return translate(words, language).flatMap(({ alternatives }) =>
    alternatives
      .filter((alternative) => alternative.language === target)
      .map((alternative) => alternative.words.map(({ stem }) => stem).join(' ')),
  )
}

function stems(text: string, language: string): string {
  return analyse(text, language)
    .filter(({ stop }) => !stop)
    .map(({ stem }) => stem)
    .join(' ')
}

describe('the shipped lexicon', () => {
  it('takes no more than 6 MB', () => {
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000)
  })

  it.each([
    ['war', 'en', 'حرب', 'ar'],
    ['wars', 'en', 'جنگ', 'fa'],
    ['United States', 'en', 'الولايات المتحدة', 'ar'],
    ['United States', 'en', 'ایالات متحده', 'fa'],
    ['January', 'en', 'كانون الثاني', 'ar'],
    ['January', 'en', 'ژانویه', 'fa'],
    ['Wednesday', 'en', 'چهارشنبه', 'fa'],
    ['minister', 'en', 'الوزير', 'ar'],
    ['wrote', 'en', 'كتب', 'ar'],
    ['الحروب', 'ar', 'war', 'en'],
    ['زلزال', 'ar', 'زلزله', 'fa'],
    ['مصر', 'ar', 'Egypt', 'en'],
    ['جنگ', 'fa', 'حرب', 'ar'],
    ['مدرسه‌ها', 'fa', 'school', 'en'],
    ['مجارستان', 'fa', 'المجر', 'ar'],
    ['Türkiye', 'tr', 'تركيا', 'ar'],
    ['savaş', 'tr', 'جنگ', 'fa'],
    ['cumhurbaşkanının', 'tr', 'president', 'en'],
    ['школу', 'ru', 'مدرسة', 'ar'],
    ['Россия', 'ru', 'روسیه', 'fa'],
    ['guerre', 'fr', 'حرب', 'ar'],
    ["l'Égypte", 'fr', 'مصر', 'ar'],
    ['Deutschland', 'de', 'ألمانيا', 'ar'],
    ['guerra', 'es', 'جنگ', 'fa'],
    ['perang', 'id', 'حرب', 'ar'],
    ['müharibə', 'az', 'جنگ', 'fa'],
    ['روس', 'ur', 'روسيا', 'ar'],
  ])('knows %s (%s) as %s (%s)', (word, language, translation, target) => {
    expect(translations(word, language, target)).toContain(stems(translation, target))
  })

  it.each([
    ['la', 'fr'],
    ['и', 'ru'],
    ['der', 'de'],
    ['nedir', 'tr'],
  ])('does not translate %s (%s), which tells nothing', (word, language) => {
    expect(translations(word, language, 'ar')).toEqual([])
  })

  it('gives any text a bounded number of translations, never the word itself', () => {
    const language = fc.constantFrom('ar', 'fa', 'en', 'tr', 'ru', 'fr', 'ur', 'und', '../en', '')
    const known = fc.constantFrom('war', 'النار', 'جنگ', 'état', 'война', 'و', 'United States')
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(fc.oneof(known, fc.string({ unit: 'grapheme', maxLength: 5 })))
        .map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(text, language, (question, code) => {
        const words = analyse(question, code)
        for (const { at, count, alternatives } of translate(words, code)) {
          expect(count).toBeGreaterThanOrEqual(1)
          expect(at + count).toBeLessThanOrEqual(words.length)
          const asked = words
            .slice(at, at + count)
            .map(({ stem }) => stem)
            .join(' ')
          for (const target of ['ar', 'fa', 'en']) {
            const own = alternatives.filter((alternative) => alternative.language === target)
            expect(own.length).toBeLessThanOrEqual(6)
          }
          for (const alternative of alternatives) {
            expect(alternative.weight).toBeGreaterThan(0)
            expect(alternative.weight).toBeLessThanOrEqual(1)
            expect(alternative.language).not.toBe(code)
            expect(alternative.words.map(({ stem }) => stem).join(' ')).not.toBe(asked)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
