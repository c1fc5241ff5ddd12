import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBest } from '../../core/lexical/best.ts'
import { bm25, inverseFrequency, saturate } from '../../core/lexical/bm25.ts'
import { Postings } from '../../core/lexical/postings.ts'
import type { SearchTerm } from '../../core/question/term.ts'
import { createScorer } from '../../core/lexical/score.ts'

type Words = readonly string[]

function postingsOf(texts: readonly Words[]): Postings {
  const postings = new Postings()
  for (const [id, words] of texts.entries())
    postings.add({ id, language: 'ar', surface: '', stem: words.join(' '), sound: '', title: '' })
  return postings
}

/** Each word by itself, and as a likelier or less likely translation of its neighbour. */
function termsOf(question: Words): SearchTerm[] {
  return question.map((term, at) => ({
    forms: [
      { field: 'stem', term, weight: 1 },
      { field: 'stem', term: question[at + 1] ?? term, weight: 0.5 },
      { field: 'stem', term, with: question.slice(0, 2), weight: 0.7 },
    ],
  }))
}

/** The formula as it is written down, passage by passage. */
function naive(texts: readonly Words[], question: Words, limit: number) {
  const average = texts.reduce((sum, words) => sum + new Set(words).size, 0) / texts.length
  const holding = (word: string) => texts.filter((words) => words.includes(word)).length
  const idf = (word: string) => inverseFrequency(texts.length, holding(word))
  const points = (words: Words, word: string): number => {
    const frequency = words.filter((one) => one === word).length
    return idf(word) * saturate(frequency, new Set(words).size / average, bm25)
  }
  const terms = termsOf(question)
  const weights = terms.map(({ forms }) => idf(forms[0]!.term))
  return texts
    .map((words, slot) => {
      let score = 0
      let covered = 0
      for (const [at, { forms }] of terms.entries()) {
        const met = forms.flatMap(({ term, with: others = [], weight }) => {
          const all = [...new Set([term, ...others])]
          if (!all.every((word) => words.includes(word))) return []
          const mean = all.reduce((sum, word) => sum + points(words, word), 0) / all.length
          return [{ weight, points: weight * mean }]
        })
        const sum = met.reduce((before, one) => before + one.points, 0)
        const most = Math.max(0, ...met.map((one) => one.points))
        score += most + bm25.tie * (sum - most)
        covered += weights[at]! * Math.max(0, ...met.map(({ weight }) => weight))
      }
      return { slot, score, coverage: covered / weights.reduce((a, b) => a + b, 0) }
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.slot - b.slot)
    .slice(0, limit)
}

const word = fc.constantFrom('نهر', 'قناه', 'جسر', 'مطر', 'قريه', 'جبل')
const words = fc.array(word, { minLength: 1, maxLength: 6 })

describe('createScorer', () => {
  it('gives what the formula gives, and the next query knows nothing of this one', () => {
    const archive = fc.array(words, { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(archive, fc.array(words, { minLength: 1 }), (texts, questions) => {
        const scorer = createScorer(postingsOf(texts))
        for (const question of questions) {
          const found = scorer.best(termsOf(question), { limit: Infinity })
          const expected = naive(texts, question, Infinity)
          const rounded = (one: (typeof found)[number]) =>
            [one.slot, one.score.toFixed(9)].join(' ')
          expect(found.map(rounded).toSorted()).toEqual(expected.map(rounded).toSorted())
        }
      }),
    )
  })

  it('finds the same wherever in a large index the passages lie', () => {
    const filler = Array.from({ length: 9_000 }, () => ['سوق'])
    const river = [['نهر', 'جسر'], ['نهر'], ['جسر', 'قريه']]
    const texts = [river[0]!, ...filler, river[1]!, river[2]!, ...filler, river[0]!]
    const found = createScorer(postingsOf(texts)).best(termsOf(['نهر', 'جسر']), { limit: 10 })
    expect(found.map(({ slot }) => slot)).toEqual([0, 18_003, 9_002, 9_001])
    expect(found[0]!.score).toBe(found[1]!.score)
  })
})

const even = (slot: number) => slot % 2 === 0

describe('createBest', () => {
  it('gives what sorting all of them would', () => {
    const one = fc.record({ slot: fc.nat(), score: fc.nat({ max: 9 }), coverage: fc.constant(1) })
    const all = fc.uniqueArray(one, { selector: ({ slot }) => slot, maxLength: 90 })
    fc.assert(
      fc.property(all, fc.nat({ max: 20 }), (passages, limit) => {
        const best = createBest(limit, even)
        for (const { slot, score, coverage } of passages) best.offer(slot, score, coverage)
        const sorted = passages
          .filter(({ slot }) => even(slot))
          .toSorted((a, b) => b.score - a.score || a.slot - b.slot)
          .slice(0, limit)
        expect(best.sorted()).toEqual(sorted)
      }),
    )
  })
})
