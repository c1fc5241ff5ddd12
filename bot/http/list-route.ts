/** GET /v1/articles: what stands in the archive, newest first, a page at a time. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Archive } from '../../core/archive.ts'
import type { ArticleEntry, ListPlace } from '../../core/lookup.ts'
import { listExample } from './examples.ts'
import { listDocument } from './lookup-schemas.ts'
import { problemResponses } from './problem-responses.ts'
import { filterQuery, filtersFrom, wholeNumber } from './query.ts'
import { sameWhileGeneration } from './same-while-generation.ts'

export function addListRoute(app: OpenAPIHono, archive: Archive): void {
  app.openapi(route, async (c) => {
    const query = c.req.valid('query')
    const { after, limit } = query
    const request = { limit, filters: filtersFrom(query), ...(after !== undefined && { after }) }
    return sameWhileGeneration(c, archive, request, async () => {
      const { generation } = await archive.status()
      const { articles, total, hasMore } = await archive.articles(request)
      const last = articles.at(-1)
      const next = hasMore && last !== undefined ? markOf(last) : null
      return { document: { articles, total, next }, generation }
    })
  })
}

/** Where a page ended, to be handed back as it is. */
function markOf({ publishedAt, id }: ArticleEntry): string {
  return Buffer.from(JSON.stringify([publishedAt, id])).toString('base64url')
}

const place = z.tuple([z.string().nullable(), z.string()])

function placeOf(mark: string): ListPlace | null {
  try {
    const [publishedAt, id] = place.parse(
      JSON.parse(Buffer.from(mark, 'base64url').toString('utf8')),
    )
    return { publishedAt, id }
  } catch {
    return null
  }
}

const after = z
  .string()
  .max(2000)
  .transform((mark, context) => {
    const found = placeOf(mark)
    if (found !== null) return found
    context.addIssue('expected what `next` of a page before gave')
    return z.NEVER
  })
  .optional()
  .openapi({ type: 'string', description: '`next` of the page before' })

const route = createRoute({
  method: 'get',
  path: '/v1/articles',
  operationId: 'listArticles',
  tags: ['archive'],
  summary: 'The articles in the archive, newest first',
  request: { query: z.strictObject({ ...filterQuery, limit: wholeNumber(100, 20), after }) },
  responses: {
    200: {
      description: 'A page of them, those without a day last',
      content: { 'application/json': { schema: listDocument, example: listExample } },
    },
    304: { description: 'The page is as it was' },
    ...problemResponses(400, 421, 503),
  },
})
