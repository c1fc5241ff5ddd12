/** /v1/ask: a question in, the answer document out; by POST as JSON or as a stream of events, by GET to be kept. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { streamSSE } from 'hono/streaming'
import { documentFromResult, type AnswerDocument } from '../../core/answer/document.ts'
import type { Archive, AskRequest } from '../../core/archive.ts'
import { askOptions } from './asker.ts'
import type { Metrics } from './metrics.ts'
import { answerExample } from './examples.ts'
import { problemResponses } from './problem-responses.ts'
import { filterQuery, filtersFrom, questionQuery } from './query.ts'
import { sameWhileGeneration } from './same-while-generation.ts'
import { answerDocument, askBody } from './schemas.ts'

export interface AskRouteDeps {
  readonly archive: Archive
  readonly metrics: Metrics
  readonly trustedProxies: number
}

export function addAskRoutes(
  app: OpenAPIHono,
  { archive, metrics, trustedProxies }: AskRouteDeps,
): void {
  async function answerTo(c: Context, request: AskRequest): Promise<AnswerDocument> {
    const document = documentFromResult(await archive.ask(request, askOptions(c, trustedProxies)))
    metrics.countAnswer(document)
    return document
  }

  app.openapi(postRoute, async (c) => {
    const document = await answerTo(c, requestFrom(c.req.valid('json'), c))
    // Published is the JSON alone.
    if (wantsEvents(c)) return streamed(c, document) as never
    return c.json(document as z.infer<typeof answerDocument>, 200, {
      'Cache-Control': 'no-store',
      ...timing(document),
    })
  })

  app.openapi(getRoute, async (c) => {
    const query = c.req.valid('query')
    const { q: question, lang } = query
    const request = {
      question,
      filters: filtersFrom(query),
      ...(lang !== undefined && { language: lang }),
    }
    return sameWhileGeneration(c, archive, request, async () => {
      const document = await answerTo(c, request)
      return { document, generation: document.generation, headers: timing(document) }
    })
  })
}

function timing({ timings }: AnswerDocument): Record<string, string> {
  return { 'Server-Timing': `answer;dur=${timings.totalMs}` }
}

const postRoute = createRoute({
  method: 'post',
  path: '/v1/ask',
  operationId: 'ask',
  tags: ['questions'],
  summary: 'Ask the archive',
  description:
    'Answers with quotes that are exact slices of stored articles, or refuses and offers the nearest passages. ' +
    'With `Accept: text/event-stream` each quote comes as an event `citation` (or `nearest`), and the whole document last as `verdict`.',
  request: { body: { required: true, content: { 'application/json': { schema: askBody } } } },
  responses: {
    200: {
      description: 'An answer or a refusal',
      content: {
        // Of the stream the description alone tells: beside it a generated client could not know what it is given.
        'application/json': { schema: answerDocument, example: answerExample },
      },
    },
    ...problemResponses(400, 413, 415, 421, 429, 503),
  },
})

const getRoute = createRoute({
  method: 'get',
  path: '/v1/ask',
  operationId: 'askByAddress',
  tags: ['questions'],
  summary: 'Ask the archive by an address, which can be kept and shared',
  description:
    'The same answer as by POST, of the address alone: whatever keeps it may give it for a minute, and ask again with its ETag.',
  request: { query: z.strictObject({ ...questionQuery, ...filterQuery }) },
  responses: {
    200: {
      description: 'An answer or a refusal',
      content: { 'application/json': { schema: answerDocument, example: answerExample } },
    },
    304: { description: 'The answer is as it was' },
    ...problemResponses(400, 421, 429, 503),
  },
})

function requestFrom(body: z.infer<typeof askBody>, c: Context): AskRequest {
  const hint = /^\s*([a-z]{2,3})(?![a-z])/i.exec(c.req.header('accept-language') ?? '')?.[1]
  const { question, language, filters, conversation } = body
  return {
    question,
    ...(language === undefined ? {} : { language }),
    ...(hint === undefined ? {} : { hint: hint.toLowerCase() }),
    ...(filters === undefined ? {} : { filters: present(filters) }),
    ...(conversation === undefined ? {} : { conversation }),
  }
}

/** Without the keys whose value is undefined: `exactOptionalPropertyTypes` holds beyond the edge too. */
function present<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>
  }
}

function wantsEvents(c: Context): boolean {
  return (
    accepts(c, {
      header: 'Accept',
      supports: ['application/json', 'text/event-stream'],
      default: 'application/json',
    }) === 'text/event-stream'
  )
}

function streamed(c: Context, document: AnswerDocument): Response {
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    const send = (event: string, data: unknown): Promise<void> =>
      stream.writeSSE({ event, data: JSON.stringify(data) })
    for (const citation of document.citations) await send('citation', citation)
    for (const citation of document.nearest) await send('nearest', citation)
    await send('verdict', document)
  })
}
