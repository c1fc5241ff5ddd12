import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMeeting } from '../../core/answer/meeting.ts'
import { indexTokens } from '../../core/answer/token-index.ts'
import { createWordLikeness, type Likeness } from '../../core/answer/word-likeness.ts'
import type { LanguageCode } from '../../core/article.ts'
import { analyse } from '../../core/language/index.ts'
import type { Translate } from '../../core/language/lexicon/index.ts'
import type { Term } from '../../core/question/term.ts'
import { planOf } from '../question/plans.ts'
import { openEmbedder, type Embedder } from '../../core/semantic/index.ts'

let embedder: Embedder | null
beforeAll(async () => {
  embedder = await openEmbedder({
    model: 'data/models/rawi-embed',
    cacheFolder: 'models',
    hub: '',
  })
})
afterAll(() => embedder?.close())

/** @param translation - What a dictionary calls each word of the question in English. */
async function termsOf(
  question: string,
  language: LanguageCode,
  translation: string | null = null,
): Promise<readonly Term[]> {
  const translate: Translate = (words) =>
    words.map((_, at) => ({
      at,
      count: 1,
      alternatives: [{ language: 'en', words: analyse(translation!, 'en'), weight: 1 }],
    }))
  const plan = await planOf(question, language, undefined, translation === null ? null : translate)
  return plan.content
}

const indexOf = (text: string, language: LanguageCode) =>
  indexTokens([{ text, tokens: analyse(text, language) }], language)

async function likenessOf(
  terms: readonly Term[],
  text: string,
  language: LanguageCode,
): Promise<Likeness> {
  if (embedder === null) throw new Error('the shipped model is not there')
  const words = new Set(analyse(text, language).map(({ surface }) => surface))
  return createWordLikeness(embedder)(
    terms.map(({ surface }) => surface),
    words,
  )
}

describe('createMeeting', () => {
  it('meets a stem whole and a number only as itself', async () => {
    const terms = await termsOf('الوزراء 2017', 'ar')
    const [minister, year] = createMeeting(terms, 'ar').byWords(
      indexOf('قال الوزراء في 2018', 'ar'),
    )
    expect(minister).toEqual({ strength: 1, at: 1 })
    expect(year?.strength).toBe(0)
  })

  it('meets softly what has no word in common', async () => {
    const text = 'The ceasefire held through the night.'
    const terms = await termsOf('truce', 'en')
    const meeting = createMeeting(terms, 'en', await likenessOf(terms, text, 'en'))
    expect(meeting.byWords(indexOf(text, 'en'))[0]?.strength).toBe(0)
    expect(meeting.softly(indexOf(text, 'en'))[0]?.strength).toBeGreaterThan(0.5)
  })

  it('meets a name softly in another script, and not another name of its kind', async () => {
    const text = 'بوتين زار دمشق'
    for (const [name, least, most] of [
      ['Putin', 0.8, 1],
      ['Cairo', 0, 0.2],
    ] as const) {
      const terms = await termsOf(name, 'en')
      const meeting = createMeeting(terms, 'en', await likenessOf(terms, text, 'ar'))
      const [met] = meeting.softly(indexOf(text, 'ar'))
      expect(met?.strength).toBeGreaterThanOrEqual(least)
      expect(met?.strength).toBeLessThanOrEqual(most)
    }
  })

  it('meets nothing by a function word whose stem is like it', async () => {
    // A dictionary's Ares for the city, and "are" have one stem; so have Astana and the Persian "is".
    const cairo = createMeeting(await termsOf('القاهرة', 'ar', 'Ares'), 'ar')
    expect(cairo.byWords(indexOf('Putin and Lavrov are in Moscow.', 'en'))[0]?.strength).toBe(0)
    const astana = createMeeting(await termsOf('آستانه', 'fa'), 'fa')
    expect(astana.byWords(indexOf('روسیه ضامن آتش‌بس است', 'fa'))[0]?.strength).toBe(0)
  })

  it('trusts a translation less that the vectors see nothing in', async () => {
    const text = 'The spacecraft reached Mars.'
    const terms = await termsOf('القاهرة', 'ar', 'Mars')
    const index = indexOf(text, 'en')
    const blind = createMeeting(terms, 'ar').byWords(index)[0]?.strength ?? 0
    const seeing = createMeeting(terms, 'ar', await likenessOf(terms, text, 'en'))
    expect(blind).toBeCloseTo(0.9)
    expect(seeing.byWords(index)[0]?.strength).toBeLessThan(0.7 * blind)
  })

  it('meets no name by likeness: a country is not its capital', async () => {
    const question = 'When did Putin visit Paris?'
    const sentence = 'هنأت فرنسا بوتين'
    const terms = await termsOf(question, 'en')
    const likeness = await likenessOf(terms, sentence, 'ar')
    const meeting = createMeeting(terms, 'en', likeness)
    const strengths = meeting.softly(indexOf(sentence, 'ar')).map(({ strength }) => strength)
    const strengthOf = (word: string) =>
      strengths[terms.findIndex(({ written }) => written === word)]
    const [france] = analyse('فرنسا', 'ar')
    const paris = terms.findIndex(({ written }) => written === 'Paris')
    expect(likeness.get(france?.surface ?? '')?.[paris]).toBeGreaterThan(0.15)
    expect(strengthOf('Paris')).toBe(0)
    expect(strengthOf('Putin')).toBeGreaterThan(0.5)
  })

  it('takes a word for a name that goes into another script by its sound', async () => {
    const [put] = await termsOf('بوتين', 'ar', 'putin')
    const [visit] = await termsOf('زيارة', 'ar', 'visit')
    expect([put?.kind, visit?.kind]).toEqual(['name', 'content'])
  })

  it('takes no common word for a name that sounds like it', async () => {
    const terms = await termsOf('Когда Асад посетил Пекин?', 'ru')
    const beijing = terms.findIndex(({ written }) => written === 'Пекин')
    const metIn = (text: string) =>
      createMeeting(terms, 'ru').byWords(indexOf(text, 'en'))[beijing]?.strength
    expect(metIn('The offensive began in November.')).toBe(0)
    expect(metIn('He flew to Pekin in November.')).toBeGreaterThan(0.5)
  })

  it('takes no acronym for a name, which another language spells anew', async () => {
    const terms = await termsOf('When did the WHO lift the alarm in Geneva?', 'en')
    const names = terms.filter(({ kind }) => kind === 'name').map(({ written }) => written)
    expect(names).toEqual(['Geneva'])
  })
})
