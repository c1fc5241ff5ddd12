import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../core/language/index.ts'
import { Postings } from '../../core/lexical/postings.ts'
import { queryOf } from '../../core/lexical/query.ts'
import { bestOf, bm25, scorePassages, type Commonness } from '../../core/lexical/score.ts'

function postingsOf(texts: readonly string[]): Postings {
  const postings = new Postings()
  for (const [id, text] of texts.entries()) {
    const surface = analyse(text, 'ar').map((token) => token.surface)
    const stem = analyse(text, 'ar').map((token) => token.stem)
    const document = { surface: surface.join(' '), stem: stem.join(' '), sound: '', title: '' }
    postings.add({ id, language: 'ar', ...document })
  }
  return postings
}

const river = [
  'فاض النهر بعد المطر.',
  'عبر الجنود النهر ليلا.',
  'النهر قريب من القرية.',
  'شق المهندسون قناة من النهر.',
  'بنيت قناة في الصحراء.',
]
const always: Commonness = { from: 0, share: 0.5, enough: 1 }
const never: Commonness = { ...always, from: Infinity }

const scored = (texts: readonly string[], question: string, bound: Commonness) =>
  scorePassages(postingsOf(texts), queryOf(analyse(question, 'ar')), bm25, bound)

const slots = (results: readonly { readonly slot: number }[]) =>
  results.map(({ slot }) => slot).toSorted((a, b) => a - b)

describe('scorePassages', () => {
  it('lets a common word add to what rarer ones found, and find nothing by itself', () => {
    const bounded = scored(river, 'قناة النهر', always)
    expect(slots(bounded)).toEqual([3, 4])
    const whole = scored(river, 'قناة النهر', never)
    expect(slots(whole)).toEqual([0, 1, 2, 3, 4])
    for (const one of bounded) expect(whole).toContainEqual(one)
  })

  it('lets common words find passages where nothing rarer is asked, or too little is found', () => {
    expect(slots(scored(river, 'النهر', always))).toEqual([0, 1, 2, 3])
    expect(slots(scored(river, 'قناة النهر', { ...always, enough: 3 }))).toHaveLength(5)
  })

  it('leaves a small index whole', () => {
    expect(slots(scored(river, 'قناة النهر', { ...always, from: 6 }))).toHaveLength(5)
  })

  it('gives each passage the score it has without a bound', () => {
    const word = fc.constantFrom('نهر', 'قناة', 'جسر', 'مطر', 'قرية', 'جبل')
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
    const bound = fc.record({
      from: fc.constant(0),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      enough: fc.nat({ max: 12 }),
    })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), text, bound, (texts, question, limits) => {
        const whole = scored(texts, question, never)
        const bounded = scored(texts, question, limits)
        for (const one of bounded) expect(whole).toContainEqual(one)
        expect(bounded.length).toBeGreaterThanOrEqual(Math.min(limits.enough, whole.length))
      }),
    )
  })
})

const even = ({ slot }: { readonly slot: number }) => slot % 2 === 0

describe('bestOf', () => {
  it('gives what sorting all of them would', () => {
    const one = fc.record({ slot: fc.nat(), score: fc.nat({ max: 9 }), coverage: fc.constant(1) })
    const all = fc.uniqueArray(one, { selector: ({ slot }) => slot, maxLength: 60 })
    fc.assert(
      fc.property(all, fc.nat({ max: 20 }), (passages, limit) => {
        const sorted = passages
          .filter(even)
          .toSorted((a, b) => b.score - a.score || a.slot - b.slot)
          .slice(0, limit)
        expect(bestOf(passages, limit, even)).toEqual(sorted)
      }),
    )
  })
})
