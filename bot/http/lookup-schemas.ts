/** Documents of the routes beside questions: search, check of quotes, list, passage, status. */
import { z } from '@hono/zod-openapi'
import { articleDocument } from './schemas.ts'

const origin = {
  title: z.string(),
  source: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
  language: z.string(),
}

const offset = z.int().min(0)
const span = z.object({ start: offset, end: offset })

const passage = z.object({
  articleId: z.string(),
  n: offset.openapi({ description: 'Its place among the passages of the article, from 0' }),
  start: offset.openapi({ description: 'In UTF-16 code units' }),
  end: offset,
  text: z
    .string()
    .openapi({ description: "Exactly `text.slice(start, end)` of the article's text" }),
  ...origin,
})

export const searchDocument = z
  .object({
    language: z.string().openapi({ description: 'Of the question' }),
    mode: z.enum(['hybrid', 'keyword-only']),
    passages: z.array(passage.extend({ score: z.number().min(0).max(1) })),
    generation: z.int(),
  })
  .openapi('Passages')

export const passageDocument = z
  .object({
    passage,
    passages: z.int().min(1).openapi({ description: 'How many the article has' }),
  })
  .openapi('Passage')

export const verifyBody = z
  .strictObject({
    quotes: z
      .array(
        z.strictObject({
          quote: z.string().min(1).max(2000),
          articleId: z.string().min(1).max(500).optional().openapi({
            description: 'The article it is said to stand in; any when left out',
          }),
        }),
      )
      .min(1)
      .max(20),
  })
  .openapi('QuotesToVerify')

export const checkedQuote = z.object({
  verdict: z.enum(['exact', 'stitched', 'misattributed', 'absent']),
  articleId: z.string().nullable().openapi({ description: 'Where it stands; null when absent' }),
  start: offset
    .nullable()
    .openapi({ description: 'In UTF-16 code units; null unless in one piece' }),
  end: offset.nullable(),
  pieces: z.array(span).openapi({ description: 'In the order of the quote' }),
  title: z.string().nullable(),
  source: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
  language: z.string().nullable(),
})

export const verifyDocument = z.object({ quotes: z.array(checkedQuote) }).openapi('VerifiedQuotes')

export const listDocument = z
  .object({
    articles: z.array(articleDocument.omit({ text: true, foundBy: true })),
    total: z.int().min(0).openapi({ description: 'How many pass the filters' }),
    next: z.string().nullable().openapi({
      description: 'For `after` of the next page; null on the last one',
    }),
  })
  .openapi('Articles')

export const statusDocument = z
  .object({
    generation: z.int(),
    publishedAt: z.string().openapi({ description: 'When it was published' }),
    articles: z.int().min(0),
    passages: z.int().min(0),
    newestArticle: z.string().nullable(),
    mode: z.enum(['hybrid', 'keyword-only']),
  })
  .openapi('Status')
