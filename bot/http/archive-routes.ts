/** What stands in the archive: a stored article, so that anyone can check a quote, and the outlets. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Archive } from '../../core/archive.ts'
import type { Article } from '../../core/article.ts'
import { articleExample, sourcesExample } from './examples.ts'
import { inSlices } from './in-slices.ts'
import { problem } from './problems.ts'
import { problemResponses } from './problem-responses.ts'
import { articleDocument, sourcesDocument } from './schemas.ts'

export function addArchiveRoutes(app: OpenAPIHono, archive: Archive): void {
  app.openAPIRegistry.registerPath(articleRoute)
  app.get('/v1/articles/:id{.+}', async (c) => {
    const article = await archive.article(c.req.param('id'))
    return article === null
      ? problem(c, 'ARTICLE_UNKNOWN', 'No article of this id is in the archive.')
      : c.body(inSlices(jsonOf(article)), 200, { 'Content-Type': 'application/json' })
  })
  app.openapi(sourcesRoute, async (c) => {
    const sources = await archive.sources()
    return c.json({ sources } as z.infer<typeof sourcesDocument>, 200)
  })
}

/** The article as JSON in pieces: a text of millions of characters is not written in one go. */
async function* jsonOf({ text, ...rest }: Article): AsyncGenerator<string, void, undefined> {
  yield `${JSON.stringify(rest).slice(0, -1)},"text":"`
  for (let at = 0; at < text.length; at += pieceLength)
    yield JSON.stringify(text.slice(at, at + pieceLength)).slice(1, -1)
  yield '"}'
}

const pieceLength = 16 * 1024

const articleRoute = createRoute({
  method: 'get',
  path: '/v1/articles/{id}',
  operationId: 'getArticle',
  tags: ['archive'],
  summary: 'A stored article',
  description:
    'Every quote is `text.slice(start, end)` of this text. An id may hold slashes and any letters.',
  request: { params: z.object({ id: z.string().openapi({ example: 'assad-moscow-2015-ar' }) }) },
  responses: {
    200: {
      description: 'The article',
      content: { 'application/json': { schema: articleDocument, example: articleExample } },
    },
    ...problemResponses(404, 410, 421, 503),
  },
})

const sourcesRoute = createRoute({
  method: 'get',
  path: '/v1/sources',
  operationId: 'listSources',
  tags: ['archive'],
  summary: 'The outlets in the archive, most articles first',
  responses: {
    200: {
      description: 'Outlets',
      content: { 'application/json': { schema: sourcesDocument, example: sourcesExample } },
    },
    ...problemResponses(421, 503),
  },
})
