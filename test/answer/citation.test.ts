import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cite } from '../../core/answer/citation.ts'
import type { Article } from '../../core/article.ts'

const article: Article = {
  id: 'harbour',
  title: 'افتتاح الميناء',
  text: 'افتُتح الميناء صباح الأحد. وقال المدير إن السفن ستصل غداً.',
  source: 'صحيفة التجربة',
  url: null,
  publishedAt: '2024-03-03',
  language: 'ar',
  foundBy: { title: 'field', source: 'field', publishedAt: 'field', language: 'letters' },
}
const plain = { score: 0.7, span: null, highlights: [] }

describe('cite', () => {
  it('gives the quote with its number and origin', () => {
    const quote = article.text.slice(0, 26)
    const citation = cite(article, { ...plain, start: 0, end: 26, quote }, 2)
    expect(citation).toMatchObject({ n: 2, quote, articleId: 'harbour', publishedAt: '2024-03-03' })
  })

  it.each([
    ['other words', { start: 0, end: 5, quote: 'أغلق' }],
    ['the right words elsewhere', { start: 1, end: 6, quote: article.text.slice(0, 5) }],
    ['an end behind the text', { start: 0, end: 900, quote: article.text }],
    ['a negative start', { start: -3, end: 2, quote: 'افت' }],
    ['nothing', { start: 4, end: 4, quote: '' }],
    ['a fraction', { start: 0.5, end: 4, quote: article.text.slice(0, 4) }],
  ])('refuses %s', (_, span) => {
    expect(() => cite(article, { ...plain, ...span }, 1)).toThrow(/reindex -- --full/u)
  })

  it('drops highlights that lie outside the quote', () => {
    const quoted = { start: 0, end: 5, quote: article.text.slice(0, 5), score: 1 }
    const highlights = [
      { start: 0, end: 3 },
      { start: 2, end: 9 },
    ]
    expect(cite(article, { ...quoted, span: null, highlights }, 1).highlights).toEqual([
      { start: 0, end: 3 },
    ])
  })

  it('makes no citation that is not a slice of its article, whatever it is told', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.integer({ min: -5, max: 45 }),
        fc.integer({ min: -5, max: 45 }),
        fc.option(fc.string({ maxLength: 10 }), { nil: null }),
        (text, start, end, other) => {
          const quote = other ?? text.slice(start, end)
          try {
            const citation = cite({ ...article, text }, { ...plain, start, end, quote }, 1)
            return citation.quote === text.slice(citation.start, citation.end)
          } catch (error) {
            return error instanceof Error && error.name === 'RawiError'
          }
        },
      ),
    )
  })
})
