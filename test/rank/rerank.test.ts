import { describe, expect, it } from 'vitest'
import type { LanguageCode } from '../../core/article.ts'
import { createLexicalIndex } from '../../core/lexical/index.ts'
import type { Evidence } from '../../core/question.ts'
import { planOf } from '../question/plans.ts'
import { depth, featuresOf, rerank } from '../../core/rank/rerank.ts'

function evidenceOf(texts: readonly string[], language: LanguageCode = 'ar'): Evidence[] {
  return texts.map((text, id) => ({
    passage: {
      id,
      ordinal: 0,
      start: 0,
      end: text.length,
      articleId: `a${id}`,
      title: '',
      source: null,
      url: null,
      publishedAt: null,
      language,
      text,
    },
    score: 0.8 - id / 1000,
    lexical: 10,
    coverage: 1,
    cosine: null,
  }))
}

function planOver(question: string, texts: readonly string[], language: LanguageCode = 'ar') {
  const index = createLexicalIndex()
  index.add(texts.map((text, id) => ({ id, title: '', text, language })))
  return planOf(question, language, index)
}

const order = async (question: string, texts: readonly string[], language: LanguageCode = 'ar') =>
  rerank(evidenceOf(texts, language), await planOver(question, texts, language)).map(
    ({ passage }) => passage.id,
  )

const filler =
  'ثم مضى الناس في شؤونهم كل صباح ومساء وعاد الهدوء إلى الحي القديم كما كان من قبل سنوات بعيدة. '

describe('rerank', () => {
  it('puts the passage that tells of all words together before one that scatters them', async () => {
    const scattered = `افتتح المعرض أمس. ${filler.repeat(3)} وقف الوزير بعيدا. ${filler}`
    const together = `${filler.repeat(3)} افتتح الوزير المعرض أمس. ${filler} وقف بعيدا.`
    expect(await order('هل افتتح الوزير المعرض؟', [scattered, together])).toEqual([1, 0])
  })

  it('puts the passage that holds a number first where a number is asked for', async () => {
    const without = 'بنى المهندسون الجسر فوق النهر بعد حرب طويلة في البلاد.'
    const withYear = 'بنى المهندسون الجسر فوق النهر في البلاد عام 1932 بعد الحرب.'
    expect(await order('متى بنى المهندسون الجسر؟', [without, withYear])).toEqual([1, 0])
    expect(await order('لماذا بنى المهندسون الجسر؟', [without, withYear])).toEqual([0, 1])
  })

  it('keeps every passage, scores from 0 to 1, best first', async () => {
    const texts = Array.from({ length: depth + 20 }, (_, at) => `وصل القطار رقم ${at} إلى المحطة.`)
    const reranked = rerank(evidenceOf(texts), await planOver('متى وصل القطار؟', texts))
    expect(reranked.map(({ passage }) => passage.id).toSorted((a, b) => a - b)).toEqual([
      ...texts.keys(),
    ])
    const scores = reranked.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    for (const score of scores) expect(score >= 0 && score <= 1).toBe(true)
  })

  it('leaves what it does not look at behind, in its order', async () => {
    const texts = Array.from({ length: depth + 5 }, (_, at) => `وصل القطار رقم ${at} إلى المحطة.`)
    const tail = (await order('متى وصل القطار؟', texts)).slice(depth)
    expect(tail).toEqual([...texts.keys()].slice(depth))
  })

  it('leaves the order alone where a question has no words', async () => {
    expect(await order('؟', ['نص أول.', 'نص ثان.'])).toEqual([0, 1])
  })
})

describe('featuresOf', () => {
  it('gives each feature from 0 to 1, in any language', async () => {
    const texts = ['The bridge was built in 1932.', '', '12 34 56']
    const question = 'When was the bridge of 1932 built?'
    const all = featuresOf(evidenceOf(texts, 'en'), await planOver(question, texts, 'en'))
    for (const value of all.flatMap((own) => Object.values(own)))
      expect(value >= 0 && value <= 1).toBe(true)
    expect(all[0]).toMatchObject({ numbers: 1, heaviest: 1, words: 1 })
    expect(all[1]).toMatchObject({ close: 0, words: 0, anyNumber: 0 })
  })
})
