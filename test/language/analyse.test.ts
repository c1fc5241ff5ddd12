import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../core/language/index.ts'
import type { Token } from '../../core/language/index.ts'

const stems = (text: string, language: string): string[] =>
  analyse(text, language).map(({ stem }) => stem)

const content = (text: string, language: string): string[] =>
  analyse(text, language)
    .filter(({ stop }) => !stop)
    .map(({ surface }) => surface)

const surfaces = (text: string): string[] => analyse(text, 'ar').map(({ surface }) => surface)

const sounds = (text: string): (string | null)[] => analyse(text, 'ar').map(({ sound }) => sound)

/** Text such as readers and scrapers leave behind: scripts mixed, marks piled up, surrogates torn. */
const fragments = fc.constantFrom(
  'می',
  'نمی',
  'رود',
  'ها',
  'های',
  'تر',
  'ترین',
  'ای',
  'گفت',
  'و',
  'گو',
  'وگو',
  'کتاب',
  'خانه',
  'علي',
  'على',
  'الكتاب',
  'وزیر',
  'مُحَمَّد',
  'ـــ',
  'ﷺ',
  'ﻻ',
  '\u200c',
  '\u200b',
  '¬',
  ' ',
  '\u00a0',
  '\n',
  '\u202e',
  '\u2067',
  '\u00ad',
  '٤',
  '۹',
  '4',
  ',',
  '٬',
  '.',
  '٫',
  '000',
  '½',
  '②',
  '\ud83d',
  '\ude00',
  '\u0301',
  'ß',
  'İ',
  'ı',
  'ə',
  '漢',
  'カ',
  'हि',
  'שלום',
  "'",
  '’',
  'Putin',
  'running',
  'ﬁ',
  '-',
  '،',
  '؟',
)
const anyText = fc.oneof(
  fc.array(fragments, { maxLength: 20 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => String.fromCharCode(...units)),
)
const language = fc.constantFrom('ar', 'fa', 'en', 'tr', 'ur', 'und')

describe('analyse', () => {
  it('maps every token to a slice whose analysis is that one token', () => {
    fc.assert(
      fc.property(anyText, language, (written, code) => {
        for (const token of analyse(written, code)) {
          const expected: Token = { ...token, start: 0, end: token.end - token.start }
          expect(analyse(written.slice(token.start, token.end), code)).toEqual([expected])
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it.each([
    ["Türkiye'nin İsrail'deki", 'tr', ['turkiye', 'israil']],
    ["1978'de", 'tr', ['1978']],
    ["Bakı'nın", 'az', ['baki']],
    ["Putin's plan", 'en', ['putin', 's', 'plan']],
  ])('reads the ending behind an apostrophe in %s (%s)', (text, code, expected) => {
    expect(analyse(text, code).map(({ surface }) => surface)).toEqual(expected)
  })

  it.each([
    ['Savaş neden bir daha başladı?', 'tr', ['savas', 'basladi']],
    ['Почему и когда началась война?', 'ru', ['началась', 'воина']],
    ['Wann und wo begann der Krieg?', 'de', ['begann', 'krieg']],
    ['جنگ کب اور کیوں شروع ہوئی؟', 'ur', ['جنگ', 'شروع']],
  ])('counts no function word of %s (%s)', (text, code, expected) => {
    const words = analyse(text, code).filter(({ stop }) => !stop)
    expect(words.map(({ surface }) => surface)).toEqual(expected)
  })

  it('gives tokens in order that do not overlap', () => {
    fc.assert(
      fc.property(anyText, language, (written, code) => {
        let end = 0
        for (const token of analyse(written, code)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(token.end).toBeGreaterThan(token.start)
          expect(token.surface).not.toMatch(/[\s\u200c]/u)
          expect(token.surface).not.toBe('')
          end = token.end
        }
        expect(end).toBeLessThanOrEqual(written.length)
      }),
    )
  })

  it.each([
    ['a verb after می', ['می‌رود', 'می رود', 'میرود']],
    ['a verb after نمی', ['نمی‌گوید', 'نمی گوید', 'نمیگوید']],
    ['a plural', ['کتاب‌ها', 'کتاب ها', 'کتابها']],
    ['a plural with a possessive', ['کتاب‌هایشان', 'کتاب هایشان', 'کتابهایشان']],
    ['a superlative', ['بزرگ‌ترین', 'بزرگ ترین', 'بزرگترین']],
    ['two verbs that are one noun', ['گفت‌وگو', 'گفت و گو', 'گفتوگو', 'گفتگو']],
  ])('reads one word in every habit of writing: %s', (_, habits) => {
    for (const habit of habits) expect(analyse(habit, 'fa')).toHaveLength(1)
    expect(new Set(habits.map((habit) => analyse(habit, 'fa')[0]?.surface)).size).toBe(1)
  })

  it.each([
    ['yeh and kaf of both keyboards', 'كتابي', 'کتابی'],
    ['harakat', 'مُحَمَّد', 'محمد'],
    ['Quranic marks', 'ٱلرَّحْمَٰنِ', 'الرحمن'],
    ['tatweel', 'الســـلام', 'السلام'],
    ['hamza and madda on alef', 'آإأٱمن', 'اااامن'],
    ['ta marbuta', 'مدينة', 'مدینه'],
    ['presentation forms', 'ﺍﻟﺴﻼﻡ', 'السلام'],
    ['bidi controls', '\u202bبو\u200fتين\u202c', 'بوتین'],
    ['decomposed letters', 'e\u0301le\u0300ve', 'élève'],
    ['a dotted and a dotless i', 'İSTANBUL', 'ıstanbul'],
    ['digits of three scripts', '٢٠١٥ ۲۰۱۵', '2015 2015'],
    ['grouped thousands', '٤٬٠٠٠ 4,000', '4000 4000'],
    ['decimals', '۹۵٫۱', '95.1'],
  ])('folds %s', (_, one, other) => {
    expect(surfaces(one)).toEqual(surfaces(other))
  })

  it('keeps the parts of a date apart', () => {
    expect(analyse('20.10.2015', 'en').map(({ surface }) => surface)).toEqual(['20', '10', '2015'])
  })

  it.each([
    ['the Arabic article', 'الكتاب', 'ar', 'كتاب', 'ar'],
    ['an article behind a preposition', 'بالمدينة', 'ar', 'مدينة', 'ar'],
    ['the sound plural', 'المهندسون', 'ar', 'مهندسين', 'ar'],
    ['a Persian plural of an Arabic word', 'کتاب‌های', 'fa', 'الكتاب', 'ar'],
    ['a و that is a letter of the word', 'وزارة الخارجية', 'ar', 'الوزارة الخارجية', 'ar'],
    ['an "and" before the same word', 'والوزارات', 'ar', 'وزارة', 'ar'],
    ['an "and" before another word', 'وزيارة', 'ar', 'الزيارة', 'ar'],
    ['the feminine ending in Persian spelling', 'وزارت', 'fa', 'وزارة', 'ar'],
    ['a feminine dual', 'مدينتين', 'ar', 'المدينة', 'ar'],
    ['a noun in ان and its plural', 'بيانات', 'ar', 'البيان', 'ar'],
    ['the Persian comparative', 'گسترده‌تر', 'fa', 'گسترده', 'fa'],
    ['an indefinite after ه', 'خانه‌ای', 'fa', 'خانه', 'fa'],
    ['English endings', 'negotiations', 'en', 'negotiation', 'en'],
  ])('stems %s', (_, one, language1, other, language2) => {
    expect(stems(one, language1)).toEqual(stems(other, language2))
  })

  it.each([
    ['a ministry from a visit', 'وزارة', 'زار'],
    ['a place from Mecca', 'مكان', 'مكة'],
    ['the national from a ton', 'وطنية', 'طن'],
    ['Hussein from a feeling', 'حسين', 'حس'],
  ])('tells %s', (_, one, other) => {
    expect(stems(one, 'ar')).not.toEqual(stems(other, 'ar'))
  })

  it('takes no prefix off nouns that begin with می', () => {
    expect(stems('میدان', 'fa')).not.toEqual(stems('دان', 'fa'))
    expect(stems('میلیون', 'fa')).not.toEqual(stems('لیون', 'fa'))
  })

  it.each([
    ['متى زار الأسد موسكو؟', 'ar', ['زار', 'الاسد', 'موسکو']],
    ['سخنگوی کاخ کرملین کیست؟', 'fa', ['سخنگوی', 'کاخ', 'کرملین']],
    ['When did Putin visit Cairo?', 'en', ['putin', 'visit', 'cairo']],
  ])('leaves the words of %s that tell what it is about', (question, code, words) => {
    expect(content(question, code)).toEqual(words)
  })

  it('tells the name علي from the preposition على', () => {
    expect(content('علي', 'ar')).toEqual(['علی'])
    expect(content('على', 'ar')).toEqual([])
  })

  it('gives one key of sound to a name in Arabic, Persian and Latin letters, and none to a number', () => {
    expect(new Set(sounds('بوتين پوتین Putin')).size).toBe(1)
    expect(sounds('2015')).toEqual([null])
  })

  it.each([
    ['combining marks', `ب${'\u0651'.repeat(1_000_000)}`],
    ['ligatures of eighteen letters', 'ﷺ'.repeat(1_000_000)],
    ['letters', 'ب'.repeat(1_000_000)],
    ['digits', '7'.repeat(1_000_000)],
  ])('keeps a word of a million %s small', (_, written) => {
    const tokens = analyse(written, 'ar')
    expect(tokens).toHaveLength(1)
    expect(tokens[0]?.end).toBe(written.length)
    expect(tokens[0]?.surface.length).toBeLessThanOrEqual(64)
  })
})
