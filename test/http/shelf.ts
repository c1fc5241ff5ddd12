/** A small honest archive for tests of the edge: a few articles, sentences found by the words they share. */
import type { Archive, AskRequest, AskResult } from '../../core/archive.ts'
import type { Article } from '../../core/article.ts'
import { checkQuestion } from '../../core/question/check-question.ts'
import type { Citation } from '../../core/question.ts'
import { lookupsOf } from './shelf-lookups.ts'

const nothingRead = { passages: 0, reason: 'No reading model is set.' }

export function createShelf(articles: readonly Article[]): Archive {
  const byId = new Map(articles.map((article) => [article.id, article]))
  return {
    ask: async (request) => answer(articles, request),
    ...lookupsOf(articles),
    article: async (id) => byId.get(id) ?? null,
    sources: async () => [
      {
        source: 'وكالة الساحل',
        articles: articles.length,
        languages: ['ar'],
        oldest: null,
        newest: null,
      },
    ],
    status: async () => ({
      generation: 7,
      publishedAt: '2026-11-22T20:00:00.000Z',
      articles: articles.length,
      passages: articles.length,
      readAs: null,
      mode: 'keyword-only',
      model: null,
      modeReason: 'EMBEDDING_MODEL is none',
      damaged: 0,
      reader: null,
      readerReason: 'No reading model is set.',
      newestArticle: '2023-09-18',
    }),
    close: async () => {},
  }
}

export function makeArticle(
  fields: Partial<Article> & Pick<Article, 'id' | 'title' | 'text'>,
): Article {
  return {
    source: 'وكالة الساحل',
    url: null,
    publishedAt: '2023-09-18',
    language: 'ar',
    foundBy: {
      title: 'front-matter',
      source: 'front-matter',
      publishedAt: 'front-matter',
      language: 'letters',
    },
    ...fields,
  }
}

function answer(articles: readonly Article[], request: AskRequest): AskResult {
  const text = checkQuestion(request.question)
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  const citations = articles
    .flatMap((one) => sentencesOf(one).map((span) => citation(one, span, words)))
    .filter(({ highlights }) => highlights.length >= 2)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 3)
    .map((one, at) => ({ ...one, n: at + 1 }))
  const base = {
    language: request.language ?? request.hint ?? 'und',
    readAs: leaning(request),
    mode: 'keyword-only',
  } as const
  const verdict =
    citations.length > 0
      ? ({
          ...base,
          kind: 'answer',
          text: citations.map(({ quote, n }) => `«${quote}» [${n}]`).join('\n'),
          citations,
          disagreement: null,
        } as const)
      : ({
          ...base,
          kind: 'refusal',
          text: 'لا يوجد جواب عن هذا السؤال في الأرشيف.',
          reason: 'nothing-found',
          missing: words.slice(0, 3),
          archive: null,
          nearest: articles
            .slice(0, 1)
            .map((one) => citation(one, { start: 0, end: one.text.length }, [])),
        } as const)
  return { verdict, timings: { totalMs: 1.25 }, generation: 7, reading: nothingRead }
}

function leaning({ question, conversation }: AskRequest): string | null {
  return conversation === undefined ? null : `${String(question)} ${conversation.previousQuestion}`
}

function sentencesOf({ text }: Article): readonly { start: number; end: number }[] {
  return [...text.matchAll(/[^.؟!\n]+[.؟!]?/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function citation(
  from: Article,
  span: { start: number; end: number },
  words: readonly string[],
): Citation {
  const quote = from.text.slice(span.start, span.end)
  const highlights = words
    .map((word) => ({ start: quote.toLowerCase().indexOf(word), end: 0 }))
    .map(({ start }, at) => ({ start, end: start + (words[at]?.length ?? 0) }))
    .filter(({ start }) => start >= 0)
    .toSorted((a, b) => a.start - b.start)
  const { id: articleId, title, source, url, publishedAt, language } = from
  const score = Math.min(1, highlights.length / Math.max(1, words.length))
  return {
    n: 1,
    quote,
    articleId,
    title,
    source,
    url,
    publishedAt,
    language,
    ...span,
    score,
    span: null,
    highlights,
  }
}
