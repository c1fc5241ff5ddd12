import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatLexicon,
  readLexiconLine,
  readLexiconLines,
} from '../../core/language/lexicon/lexicon-file.ts'

const phrase = fc
  .array(fc.constantFrom('حرب', 'جنگ', 'وزیر', 'war', 'état', 'война', 'رییس جمهور'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(' '))
const weight = fc.integer({ min: 1, max: 100 }).map((hundredths) => hundredths / 100)

describe('formatLexicon', () => {
  it('gives back what it was given, sorted by phrase', () => {
    const translation = fc.record({ language: fc.constantFrom('ar', 'en', 'fa'), phrase, weight })
    const entry = fc.record({ phrase, translations: fc.array(translation, { minLength: 1 }) })
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: (one) => one.phrase }), (entries) => {
        const lines = readLexiconLines(gzipSync(formatLexicon(entries)))
        const byLanguage = entries
          .map(({ phrase: own, translations }) => ({
            phrase: own,
            translations: ['ar', 'en', 'fa'].flatMap((language) =>
              translations.filter((one) => one.language === language),
            ),
          }))
          .toSorted((one, other) => (one.phrase < other.phrase ? -1 : 1))
        expect(lines?.map(readLexiconLine)).toEqual(byLanguage)
      }),
    )
  })
})

describe('readLexiconLines', () => {
  it.each([
    ['bytes that no gzip wrote', Buffer.from('war\tar:حرب=90\n')],
    ['another format', gzipSync('#rawi-lexicon 2\nwar\tar:حرب=90\n')],
    ['a file cut short', gzipSync('#rawi-lexicon 1\nwar\tar:حر')],
  ])('refuses %s', (_, bytes) => {
    expect(readLexiconLines(bytes)).toBeNull()
  })
})
