/** Beside answers: the passages nearest to a question, and whether quotes stand where they are said to stand. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Archive } from '../../core/archive.ts'
import type { CheckedQuote, QuoteToCheck } from '../../core/lookup.ts'
import { askOptions } from './asker.ts'
import { searchExample, verifyBodyExample, verifyExample } from './examples.ts'
import { problemResponses } from './problem-responses.ts'
import { filterQuery, filtersFrom, questionQuery, wholeNumber } from './query.ts'
import { sameWhileGeneration } from './same-while-generation.ts'
import { searchDocument, verifyBody, verifyDocument } from './lookup-schemas.ts'
import type { checkedQuote } from './lookup-schemas.ts'

export interface SearchRouteDeps {
  readonly archive: Archive
  readonly trustedProxies: number
}

export function addSearchRoutes(
  app: OpenAPIHono,
  { archive, trustedProxies }: SearchRouteDeps,
): void {
  app.openapi(searchRoute, async (c) => {
    const query = c.req.valid('query')
    const { q: question, lang, limit } = query
    const request = {
      question,
      limit,
      filters: filtersFrom(query),
      ...(lang !== undefined && { language: lang }),
    }
    return sameWhileGeneration(c, archive, request, async () => {
      const document = await archive.search(request, askOptions(c, trustedProxies))
      return { document, generation: document.generation }
    })
  })

  app.openapi(verifyRoute, async (c) => {
    const { quotes } = c.req.valid('json')
    const checked = await archive.verify(
      quotes.map(({ quote, articleId }): QuoteToCheck => ({
        quote,
        ...(articleId !== undefined && { articleId }),
      })),
      askOptions(c, trustedProxies),
    )
    return c.json({ quotes: checked.map(documentOf) }, 200, { 'Cache-Control': 'no-store' })
  })
}

function documentOf({ verdict, origin, pieces }: CheckedQuote): z.infer<typeof checkedQuote> {
  const only = pieces.length === 1 ? pieces[0] : undefined
  return {
    verdict,
    articleId: origin?.articleId ?? null,
    start: only?.start ?? null,
    end: only?.end ?? null,
    pieces: [...pieces],
    title: origin?.title ?? null,
    source: origin?.source ?? null,
    url: origin?.url ?? null,
    publishedAt: origin?.publishedAt ?? null,
    language: origin?.language ?? null,
  }
}

const searchRoute = createRoute({
  method: 'get',
  path: '/v1/search',
  operationId: 'search',
  tags: ['questions'],
  summary: 'The passages nearest to a question, with no verdict on them',
  description:
    'Best first. A score means something within one search only: whether a passage answers, POST /v1/ask tells.',
  request: {
    query: z.strictObject({ ...questionQuery, ...filterQuery, limit: wholeNumber(40, 10) }),
  },
  responses: {
    200: {
      description: 'Passages, none where nothing is near',
      content: { 'application/json': { schema: searchDocument, example: searchExample } },
    },
    304: { description: 'The passages are as they were' },
    ...problemResponses(400, 421, 429, 503),
  },
})

const verifyRoute = createRoute({
  method: 'post',
  path: '/v1/verify',
  operationId: 'verifyQuotes',
  tags: ['questions'],
  summary: 'Whether quotes stand in stored articles',
  description:
    'For each quote a verdict. `exact`: it is `text.slice(start, end)` of the article, apart from quotation marks, brackets, ellipses and white space around it. ' +
    '`stitched`: it is put together from `pieces` of one article, each of three words or more, with nothing but white space, marks and ellipses between them. ' +
    '`misattributed`: it stands, whole or in pieces, in another article than the one named. ' +
    '`absent`: not in the article named, nor in any that holds its rarest words.',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: verifyBody, example: verifyBodyExample } },
    },
  },
  responses: {
    200: {
      description: 'One for each quote, in order',
      content: { 'application/json': { schema: verifyDocument, example: verifyExample } },
    },
    ...problemResponses(400, 413, 415, 421, 429, 503),
  },
})
