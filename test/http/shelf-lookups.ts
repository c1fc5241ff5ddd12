/** What a shelf of a few articles is asked beside questions: each article is one passage. */
import type { Archive } from '../../core/archive.ts'
import type { Article } from '../../core/article.ts'
import { piecesOf } from '../../core/library/quote-pieces.ts'
import type { CheckedQuote, ShownPassage } from '../../core/lookup.ts'
import { checkQuestion } from '../../core/question/check-question.ts'

export function lookupsOf(
  articles: readonly Article[],
): Pick<Archive, 'search' | 'verify' | 'passage' | 'articles'> {
  return {
    search: async ({ question, language = 'und', limit }) => {
      const words = checkQuestion(question).match(/[\p{L}\p{N}]{3,}/gu) ?? []
      const passages = articles
        .filter(({ text }) => words.some((word) => text.includes(word)))
        .slice(0, limit)
        .map((article) => ({ ...wholeOf(article), score: 1 }))
      return { language, mode: 'keyword-only', passages, generation: 7 }
    },
    verify: async (quotes) => quotes.map(({ quote }) => checked(quote, articles)),
    passage: async (id, n) => {
      const article = articles.find((one) => one.id === id)
      return article === undefined || n > 0 ? null : { passage: wholeOf(article), passages: 1 }
    },
    articles: async ({ limit }) => ({
      articles: articles.slice(0, limit).map(({ text: _text, foundBy: _how, ...entry }) => entry),
      total: articles.length,
      hasMore: articles.length > limit,
    }),
  }
}

function wholeOf({ id: articleId, text, foundBy: _how, ...origin }: Article): ShownPassage {
  return { ...origin, articleId, n: 0, start: 0, end: text.length, text }
}

function checked(quote: string, articles: readonly Article[]): CheckedQuote {
  for (const article of articles) {
    const held = piecesOf(quote, article.text)
    if (held === null) continue
    const { n: _n, start: _start, end: _end, text: _text, ...origin } = wholeOf(article)
    return { verdict: held.isSlice ? 'exact' : 'stitched', origin, pieces: held.pieces }
  }
  return { verdict: 'absent', origin: null, pieces: [] }
}
