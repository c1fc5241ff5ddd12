import { describe, expect, it } from 'vitest'
import {
  createLexicalIndex,
  createTermExpander,
  loadLexicalIndex,
} from '../../core/lexical/index.ts'
import { createTranslator, openLexicon } from '../../core/language/lexicon/index.ts'

const expand = createTermExpander(createTranslator(openLexicon('data/lexicon'), ['ar', 'fa', 'en']))

const passages = [
  { id: 1, language: 'ar', text: 'وقّع الوزيران اتفاقية وقف إطلاق النار في شمال البلاد.' },
  { id: 2, language: 'ar', text: 'افتتحت الوزارة مدرسة جديدة في القرية.' },
  { id: 3, language: 'fa', text: 'زلزله شدیدی شمال کشور را لرزاند.' },
  { id: 4, language: 'fa', text: 'مدرسه تازه‌ای در روستا گشایش یافت.' },
  { id: 5, language: 'en', text: 'The river flooded three villages after heavy rain.' },
  { id: 6, language: 'ar', text: 'أطلق الصيادون النار على الطيور قرب النهر.' },
].map((passage) => ({ ...passage, title: '' }))

const index = createLexicalIndex({ expand })
index.add(passages)

const found = (question: string, language: string): number[] =>
  index.search(question, language, { limit: 10 }).map(({ passageId }) => passageId)

describe('createTermExpander', () => {
  it.each([
    ['Which agreement ended the ceasefire talks?', 'en', 1],
    ['Where did an earthquake strike?', 'en', 3],
    ['أين هطل مطر غزير؟', 'ar', 5],
    ['okul nerede açıldı?', 'tr', 2],
    ['где произошло землетрясение?', 'ru', 3],
    ['où est la nouvelle école ?', 'fr', 2],
  ])('finds what is asked in another language: %s (%s)', (question, language, passage) => {
    expect(found(question, language)[0]).toBe(passage)
  })

  it('finds one thing in all languages of the archive', () => {
    expect(found('a new school in the village', 'en')).toEqual(expect.arrayContaining([2, 4]))
  })

  it('ranks passages in the language of the question as it did without translations', () => {
    const plain = createLexicalIndex()
    const expanded = createLexicalIndex({ expand })
    const arabic = passages.filter(({ language }) => language === 'ar')
    for (const one of [plain, expanded]) one.add(arabic)
    for (const question of ['من وقع اتفاقية وقف النار؟', 'مدرسة القرية', 'النهر']) {
      expect(expanded.search(question, 'ar', { limit: 9 })).toEqual(
        plain.search(question, 'ar', { limit: 9 }),
      )
    }
  })

  it('does not take one word of a phrase for the phrase', () => {
    // «وقف إطلاق النار» is a ceasefire; hunters who open fire («أطلق النار») made none.
    expect(found('ceasefire', 'en')[0]).toBe(1)
    expect(found('ceasefire', 'en')).not.toContain(6)
  })

  it('counts translations when the index is asked which words it knows', () => {
    const [earthquake] = index.terms('earthquake', 'en')
    expect(earthquake?.passages).toBe(1)
  })

  it('remembers the languages of passages over a save', () => {
    const loaded = loadLexicalIndex(index.serialise(), { expand })
    const ask = (of: typeof index) => of.search('school in a village', 'en', { limit: 10 })
    expect(ask(loaded)).toEqual(ask(index))
  })
})
