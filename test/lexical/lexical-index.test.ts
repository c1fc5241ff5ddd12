import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchTerms } from '../question/plans.ts'
import { createLexicalIndex, loadLexicalIndex } from '../../core/lexical/index.ts'
import type { LexicalDocument, LexicalIndex } from '../../core/lexical/index.ts'

const news = [
  [
    'ar',
    'بوتين يستقبل الأسد',
    'استقبل الرئيس الروسي فلاديمير بوتين نظيره السوري بشار الأسد في موسكو مساء الثلاثاء.',
  ],
  ['ar', 'سوق العمل', 'قال وزير الاقتصاد إن البطالة تراجعت في دمشق خلال العام الماضي.'],
  [
    'fa',
    'دیدار در مسکو',
    'ولادیمیر پوتین و بشار اسد در کاخ کرملین گفت‌وگو کردند و کتاب‌هایی به هم دادند.',
  ],
  ['fa', 'بازار کتاب', 'ناشران تهران می‌گویند فروش کتاب در نمایشگاه امسال بیشتر شده است.'],
  [
    'en',
    'Talks in Moscow',
    'Putin received Assad in Moscow, where they discussed the negotiations on Syria.',
  ],
  ['en', 'Harvest', 'Farmers expect a good harvest after the rains of spring.'],
] as const

function archive(rows: readonly (readonly [string, string, string])[] = news): LexicalDocument[] {
  return rows.map(([language, title, text], id) => ({ id, language, title, text }))
}

function indexOf(documents: readonly LexicalDocument[]): LexicalIndex {
  const index = createLexicalIndex()
  index.add(documents)
  return index
}

const found = (index: LexicalIndex, question: string, language: string): number[] =>
  index.search(searchTerms(question, language), { limit: 10 }).map(({ passageId }) => passageId)

const ranked = (question: string, language: string, texts: readonly string[]): number[] =>
  found(indexOf(archive(texts.map((text) => [language, '', text] as const))), question, language)

describe('createLexicalIndex', () => {
  it('ranks passages of one language by what they hold of the question', () => {
    expect(
      ranked('متى زار الأسد موسكو؟', 'ar', [
        'تستعد المدينة لاستقبال الزوار في الربيع.',
        'زار الأسد موسكو يوم الثلاثاء.',
        'تقع موسكو على نهر يحمل اسمها.',
        'وصل الأسد إلى موسكو والتقى بوتين في الكرملين.',
      ]),
    ).toEqual([
      // All three words, as they are spelt.
      1,
      // Two of them: nothing with one may stand above it.
      3,
      // One alone.
      2,
      // «الزوار» sounds like «زار»: a trace, last of all.
      0,
    ])
  })

  it('ranks the word as it is spelt above its other forms, and any form above a like sound', () => {
    expect(
      ranked('کتاب', 'fa', [
        'این خانه بزرگ است و پنجره دارد.',
        'کاتب نامه‌ای نوشت و فرستاد رفت.',
        'دوستم کتاب‌هایش را فروخت و رفت.',
        'دوستم کتاب تازه‌ای خرید و رفت.',
      ]),
    ).toEqual([
      // The very word.
      3,
      // Its plural with a possessive: the stem is the same.
      2,
      // «کاتب» has the same consonants only.
      1,
    ])
  })

  it('ranks the rare word of a question above its common one', () => {
    expect(
      ranked('روسيا سوتشي', 'ar', [
        'أعلنت روسيا موقفها من الاتفاق.',
        'قالت روسيا إنها تراقب الوضع.',
        'عقد اللقاء في سوتشي على البحر.',
        'رفضت روسيا التعليق على الخبر.',
      ])[0],
    ).toBe(2)
  })

  it('ranks a short passage above a long one that says it as often', () => {
    const long = 'تحدث الوزير عن الزراعة والصناعة والتجارة والسياحة والتعليم والصحة والنقل والطاقة'
    expect(ranked('القمح', 'ar', [`${long} والقمح.`, 'ارتفع سعر القمح.'])).toEqual([1, 0])
  })

  it('does not count the spelling, stem and sound of one word as three words', () => {
    expect(
      ranked('ميناء طرطوس', 'ar', [
        'ميناء ميناء ميناء ميناء ميناء ميناء.',
        'يقع ميناء طرطوس على الساحل.',
        'غادرت السفينة الشاطئ.',
      ]),
    ).toEqual([1, 0])
  })

  it('finds names across scripts by their sound', () => {
    const index = indexOf(archive())
    expect(new Set(found(index, 'Putin Assad', 'en'))).toEqual(new Set([0, 2, 4]))
    expect(found(index, 'پوتین', 'fa').slice(0, 1)).toEqual([2])
    expect(new Set(found(index, 'Путин', 'ru'))).toEqual(new Set([0, 2, 4]))
  })

  it('counts the words of the title, less than those of the text', () => {
    const rows = [
      ['ar', 'زلزال في الشمال', 'هرع السكان إلى الشوارع ليلا.'],
      ['ar', 'حصاد اليوم', 'ضرب زلزال قوي البلدة فجرا.'],
      ['ar', 'الطقس', 'أمطار متفرقة على الساحل.'],
    ] as const
    expect(found(indexOf(archive(rows)), 'زلزال', 'ar')).toEqual([1, 0])
  })

  it('tells the share of the question that a passage holds', () => {
    const index = indexOf(archive())
    const [best] = index.search(searchTerms('بوتين الأسد موسكو', 'ar'), { limit: 1 })
    expect(best).toMatchObject({ passageId: 0, coverage: 1 })
    const half = index.search(searchTerms('البطالة برازيليا', 'ar'), { limit: 1 })[0]
    // A word that no passage holds weighs more than one that a passage does.
    expect(half?.coverage).toBeGreaterThan(0)
    expect(half?.coverage).toBeLessThan(0.5)
  })

  it('tells of each word how many passages hold it', () => {
    const question = 'هل زار بوتين القاهرة؟'
    const terms = indexOf(archive()).statistics(searchTerms(question, 'ar'))
    expect(terms.map(({ passages }) => passages)).toEqual([0, 1, 0])
  })

  it('gives no more than asked for, and only what is accepted', () => {
    const index = indexOf(archive())
    expect(index.search(searchTerms('Putin Assad', 'en'), { limit: 1 })).toHaveLength(1)
    const others = index.search(searchTerms('Putin Assad', 'en'), {
      limit: 2,
      accept: (id) => id !== 4,
    })
    expect(new Set(others.map(({ passageId }) => passageId))).toEqual(new Set([0, 2]))
  })

  it('forgets what is removed, also in what words weigh', () => {
    const index = indexOf(archive())
    index.remove([4, 2, 77])
    expect(index.size).toBe(4)
    expect(found(index, 'Putin', 'en')).toEqual([0])
    const fresh = indexOf(archive().filter(({ id }) => id !== 4 && id !== 2))
    expect(index.statistics(searchTerms('Putin harvest', 'en'))).toEqual(
      fresh.statistics(searchTerms('Putin harvest', 'en')),
    )
  })

  it('refuses an id that it holds already', () => {
    const index = indexOf(archive())
    expect(() => index.add(archive().slice(0, 1))).toThrow(/duplicate ID 0/)
  })

  it('finds nothing for what has no words, and nothing in an empty index', () => {
    const index = indexOf(archive())
    for (const question of ['', '؟!', '\ud800', 'ما هو'])
      expect(index.search(searchTerms(question, 'ar'), { limit: 5 })).toEqual([])
    expect(createLexicalIndex().search(searchTerms('بوتين', 'ar'), { limit: 5 })).toEqual([])
    expect(createLexicalIndex().statistics(searchTerms('بوتين', 'ar'))).toHaveLength(1)
  })

  it.each(['constructor', '__proto__', 'prototype', 'hasOwnProperty', 'toString'])(
    'treats %s as a word like any other',
    (word) => {
      const index = indexOf([
        { id: 1, language: 'en', title: word, text: `The ${word} of the house.` },
        { id: 2, language: 'en', title: 'Other', text: 'Nothing of the kind.' },
      ])
      expect(found(index, word, 'en')).toEqual([1])
      expect(found(loadLexicalIndex(index.serialise()), word, 'en')).toEqual([1])
      expect(found(indexOf(archive()), word, 'en')).toEqual([])
    },
  )

  it('looks for the heaviest words alone in a question of ten thousand', () => {
    const words = Array.from(
      { length: 10_000 },
      (_, at) => `كلمة${String.fromCodePoint(0x627 + (at % 20))}${at}`,
    )
    const index = indexOf(archive())
    expect(found(index, `${words.join(' ')} بوتين`, 'ar').length).toBeLessThanOrEqual(6)
  })

  it('takes the best form of a term, not their sum', () => {
    const documents = archive([
      ['ar', '', 'وصل القطار إلى المحطة.'],
      ['ar', '', 'وصلت الحافلة إلى المحطة.'],
    ])
    const scoreOf = (weights: readonly number[]): number => {
      const index = createLexicalIndex()
      index.add(documents)
      const forms = weights.map((weight) => ({ field: 'surface', term: 'القطار', weight }) as const)
      return index.search([{ forms }], { limit: 1 })[0]?.score ?? 0
    }
    expect(scoreOf([0.7])).toBeGreaterThan(0)
    expect(scoreOf([0.7, 0.7])).toBeLessThan(1.5 * scoreOf([0.7]))
    expect(scoreOf([0])).toBe(0)
  })

  it('gives every passage once, best first, with a coverage from 0 to 1', () => {
    const word = fc.constantFrom(
      'بوتين',
      'الأسد',
      'موسكو',
      'putin',
      'کتاب',
      'کتاب‌ها',
      'في',
      '2015',
      'زار',
      'وزير',
    )
    const sentence = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 12 }), sentence, (texts, question) => {
        const index = indexOf(archive(texts.map((text) => ['ar', '', text] as const)))
        const results = index.search(searchTerms(question, 'ar'), { limit: 100 })
        expect(new Set(results.map(({ passageId }) => passageId)).size).toBe(results.length)
        for (const [at, { score, coverage }] of results.entries()) {
          expect(score).toBeGreaterThan(0)
          expect(score).toBeLessThanOrEqual(results[at - 1]?.score ?? Infinity)
          expect(coverage).toBeGreaterThan(0)
          expect(coverage).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

const byId = (a: { passageId: number }, b: { passageId: number }) => a.passageId - b.passageId

describe('loadLexicalIndex', () => {
  it('gives back an index that searches, grows and shrinks as the one written', () => {
    const written = indexOf(archive())
    written.remove([1])
    const loaded = loadLexicalIndex(written.serialise())
    expect(loaded.size).toBe(5)
    for (const [question, language] of [
      ['Putin Assad', 'en'],
      ['بازار کتاب در تهران', 'fa'],
      ['البطالة', 'ar'],
    ] as const) {
      expect(loaded.statistics(searchTerms(question, language))).toEqual(
        written.statistics(searchTerms(question, language)),
      )
      expect(loaded.search(searchTerms(question, language), { limit: 9 })).toEqual(
        written.search(searchTerms(question, language), { limit: 9 }),
      )
    }
    for (const index of [written, loaded]) {
      index.add([{ id: 9, language: 'ar', title: 'الكرملين', text: 'بوتين في الكرملين اليوم.' }])
      index.remove([0])
    }
    expect(loaded.search(searchTerms('بوتين', 'ar'), { limit: 9 })).toEqual(
      written.search(searchTerms('بوتين', 'ar'), { limit: 9 }),
    )
  })

  it('reads an empty index', () => {
    expect(loadLexicalIndex(createLexicalIndex().serialise()).size).toBe(0)
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['other bytes', new TextEncoder().encode('ليس هذا فهرس كلمات على الإطلاق')],
    ['half of it', indexOf(archive()).serialise().slice(0, 400)],
  ])('refuses %s', (_, bytes) => {
    expect(() => loadLexicalIndex(bytes.slice())).toThrow(RangeError)
  })

  it('searches alike however its passages came and whenever it was compacted', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), at: fc.nat({ max: news.length - 1 }) }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.nat({ max: news.length - 1 }) }),
      fc.record({ kind: fc.constantFrom('compact' as const, 'reload' as const), at: fc.nat() }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const documents = archive()
        let index = createLexicalIndex()
        const held = new Set<number>()
        for (const { kind, at } of steps) {
          if (kind === 'reload') index = loadLexicalIndex(index.serialise())
          else if (kind === 'compact') while (index.compact().next().done !== true);
          else {
            index.remove([at])
            held.delete(at)
            if (kind === 'add') index.add([documents[at]!])
            if (kind === 'add') held.add(at)
          }
        }
        expect(new Set(index.ids())).toEqual(held)
        const fresh = indexOf(documents.filter(({ id }) => held.has(id)))
        for (const [question, language] of [
          ['Putin Assad Moscow', 'en'],
          ['فروش کتاب در تهران', 'fa'],
          ['بوتين والأسد في موسكو', 'ar'],
        ] as const) {
          expect(index.statistics(searchTerms(question, language))).toEqual(
            fresh.statistics(searchTerms(question, language)),
          )
          expect(
            index.search(searchTerms(question, language), { limit: 9 }).toSorted(byId),
          ).toEqual(fresh.search(searchTerms(question, language), { limit: 9 }).toSorted(byId))
        }
      }),
    )
  })
})
