/** What stands in the archive: a stored article and its passages, so that anyone can check a quote, and the outlets. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Archive } from '../../core/archive.ts'
import type { Article } from '../../core/article.ts'
import { contentHashOf } from '../../core/content-hash.ts'
import { articleExample, passageExample, sourcesExample, statusExample } from './examples.ts'
import { isKnown, tagOf, versionHeaders } from './freshness.ts'
import { inSlices } from './in-slices.ts'
import { passageDocument, statusDocument } from './lookup-schemas.ts'
import { problem } from './problems.ts'
import { problemResponses } from './problem-responses.ts'
import { articleDocument, sourcesDocument } from './schemas.ts'

export function addArchiveRoutes(app: OpenAPIHono, archive: Archive): void {
  app.openAPIRegistry.registerPath(articleRoute)
  app.openAPIRegistry.registerPath(passageRoute)
  // One for both: an id may hold slashes, and only what is written plainly at the end of the address is no part of it.
  app.get('/v1/articles/:id{.+}', async (c) => {
    const id = c.req.param('id')
    const [ending, n] = /\/passages\/(\d+)$/.exec(c.req.path) ?? []
    if (ending !== undefined) {
      const found = await archive.passage(id.slice(0, -ending.length), Number(n))
      if (found !== null) return c.json(found, 200, revalidated)
    }
    const article = await archive.article(id)
    if (article !== null) return articleResponse(c, article, (await archive.status()).publishedAt)
    const what = ending === undefined ? 'article of this id' : 'such passage of an article'
    return problem(c, 'ARTICLE_UNKNOWN', `No ${what} is in the archive.`)
  })
  app.openapi(sourcesRoute, async (c) => {
    const sources = await archive.sources()
    return c.json({ sources } as z.infer<typeof sourcesDocument>, 200)
  })
  app.openapi(statusRoute, async (c) => {
    const { generation, publishedAt, articles, passages, newestArticle, mode } =
      await archive.status()
    const told = { generation, publishedAt, articles, passages, newestArticle, mode }
    return c.json(told, 200, revalidated)
  })
}

/** Whoever keeps it asks before each use: an article may be withdrawn. */
const revalidated = { 'Cache-Control': 'no-cache' } as const

/** @param modified - It is no younger than the generation that holds it. */
function articleResponse(c: Context, article: Article, modified: string): Response {
  const version = { tag: tagOf(article.id, contentHashOf(article)), modified }
  const headers = { ...revalidated, ...versionHeaders(version) }
  if (isKnown(c, version)) return c.body(null, 304, headers)
  return c.body(inSlices(jsonOf(article)), 200, { 'Content-Type': 'application/json', ...headers })
}

/** The article as JSON in pieces: a text of millions of characters is not written in one go. */
async function* jsonOf({ text, ...rest }: Article): AsyncGenerator<string, void, undefined> {
  yield `${JSON.stringify(rest).slice(0, -1)},"text":"`
  for (let at = 0; at < text.length; at += pieceLength)
    yield JSON.stringify(text.slice(at, at + pieceLength)).slice(1, -1)
  yield '"}'
}

const pieceLength = 16 * 1024

const id = z.string().openapi({ example: 'assad-moscow-2015-ar' })

const articleRoute = createRoute({
  method: 'get',
  path: '/v1/articles/{id}',
  operationId: 'getArticle',
  tags: ['archive'],
  summary: 'A stored article',
  description:
    'Every quote is `text.slice(start, end)` of this text. An id may hold slashes and any letters.',
  request: { params: z.object({ id }) },
  responses: {
    200: {
      description: 'The article',
      content: { 'application/json': { schema: articleDocument, example: articleExample } },
    },
    304: { description: 'The article is as it was' },
    ...problemResponses(404, 410, 421, 503),
  },
})

const passageRoute = createRoute({
  method: 'get',
  path: '/v1/articles/{id}/passages/{n}',
  operationId: 'getPassage',
  tags: ['archive'],
  summary: 'A passage of a stored article',
  request: { params: z.object({ id, n: z.int().min(0).openapi({ example: 0 }) }) },
  responses: {
    200: {
      description: 'The passage',
      content: { 'application/json': { schema: passageDocument, example: passageExample } },
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

const statusRoute = createRoute({
  method: 'get',
  path: '/v1/status',
  operationId: 'getStatus',
  tags: ['archive'],
  summary: 'How much the archive holds, and since when',
  responses: {
    200: {
      description: 'What is served',
      content: { 'application/json': { schema: statusDocument, example: statusExample } },
    },
    ...problemResponses(421, 503),
  },
})
