import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { IndexingProgress } from '../../bot/readiness.ts'
import type { Archive } from '../../core/archive.ts'
import { RawiError } from '../../core/errors.ts'
import { createShelf, makeArticle } from './shelf.ts'
import { serve, type Served } from './serve.ts'

const shelf = createShelf([
  makeArticle({ id: 'a', title: 'ميناء', text: 'أُغلق الميناء يوم الجمعة.' }),
])

let served: Served
beforeAll(async () => {
  served = await serve(shelf)
})
afterAll(() => served.close(500))

describe('GET /healthz', () => {
  it('fails while the archive ends again and again, so that a supervisor starts all anew', async () => {
    let isAlive = true
    const own = await serve(shelf, { isAlive: () => isAlive })
    expect((await fetch(`${own.address}/healthz`)).status).toBe(200)
    isAlive = false
    const response = await fetch(`${own.address}/healthz`)
    expect(response.status).toBe(503)
    expect(await response.json()).toEqual({ alive: false })
    await own.close(500)
  })
})

describe('GET /readyz', () => {
  it('tells what is served, in which mode and why', async () => {
    const response = await fetch(`${served.address}/readyz`)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      ready: true,
      generation: 7,
      mode: 'keyword-only',
      modeReason: 'EMBEDDING_MODEL is none',
    })
  })

  it('tells how far the indexing is until there is an index', async () => {
    let hasIndex = false
    let indexing: IndexingProgress | null = { done: 12, total: 34 }
    const missing = new RawiError('INDEX_MISSING', 'There is no index. Run `npm run reindex`.')
    const growing: Archive = {
      ...shelf,
      ask: async (request) => (hasIndex ? shelf.ask(request) : Promise.reject(missing)),
      status: async () => (hasIndex ? shelf.status() : Promise.reject(missing)),
    }
    const own = await serve(growing, { indexing: () => indexing })
    const state = async (): Promise<object> => {
      const response = await fetch(`${own.address}/readyz`)
      return { status: response.status, ...((await response.json()) as object) }
    }
    expect(await state()).toMatchObject({
      status: 503,
      state: 'indexing',
      progress: { done: 12, total: 34 },
    })
    expect((await own.ask({ question: 'متى أُغلق الميناء؟' })).status).toBe(503)
    expect((await fetch(`${own.address}/healthz`)).status).toBe(200)
    expect((await fetch(own.address)).status).toBe(200)
    indexing = null
    expect(await state()).toMatchObject({
      status: 503,
      state: 'failed',
      reason: missing.message,
    })
    hasIndex = true
    expect(await state()).toMatchObject({ status: 200, ready: true })
    await own.close(500)
  })

  it('says so when an index takes its time to open', async () => {
    const opening = await serve({ ...shelf, status: () => new Promise(() => {}) })
    const response = await fetch(`${opening.address}/readyz`)
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ ready: false, state: 'opening' })
    await opening.close(500)
  })

  it('tells what is wrong with an index that cannot be opened', async () => {
    const torn = new RawiError(
      'INDEX_CORRUPT',
      'The index is torn. Run `npm run reindex -- --full`.',
    )
    const own = await serve({ ...shelf, status: () => Promise.reject(torn) })
    const response = await fetch(`${own.address}/readyz`)
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ state: 'failed', reason: torn.message })
    await own.close(500)
  })
})

describe('GET /metrics', () => {
  it('counts by route, never by what a reader wrote', async () => {
    await served.ask({ question: 'متى أُغلق الميناء يوم الجمعة؟' })
    await fetch(`${served.address}/v1/articles/very-private-name`)
    const metrics = await (await fetch(`${served.address}/metrics`)).text()
    expect(metrics).toContain(
      'rawi_http_requests_total{method="POST",route="/v1/ask",status="200"} 1',
    )
    expect(metrics).toContain(
      'rawi_answers_total{verdict="answer",reason="",mode="keyword-only"} 1',
    )
    expect(metrics).toContain('rawi_articles 1')
    expect(metrics).toMatch(/nodejs_eventloop_lag_p99_seconds \d/)
    expect(metrics).not.toContain('very-private-name')
  })
})

describe('GET /openapi.json', () => {
  interface OpenApi {
    readonly paths: Record<
      string,
      Record<
        string,
        { responses: Record<string, { content?: Record<string, { schema: object }> }> }
      >
    >
    readonly components: { readonly schemas: Record<string, object> }
  }

  /** The published schema of a response, with its references resolved, as something that can check. */
  async function published(
    path: string,
    method: string,
    status: number,
    type: string,
  ): Promise<z.ZodType> {
    const document = (await (await fetch(`${served.address}/openapi.json`)).json()) as OpenApi
    const schema = document.paths[path]?.[method]?.responses[status]?.content?.[type]?.schema
    if (schema === undefined)
      throw new Error(`${method} ${path} ${status} ${type} is not published`)
    const text = JSON.stringify({ ...schema, $defs: document.components.schemas })
    return z.fromJSONSchema(
      JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')) as Parameters<
        typeof z.fromJSONSchema
      >[0],
    )
  }

  it.each([
    ['an answer', '/v1/ask', 'post', 200, { question: 'متى أُغلق الميناء يوم الجمعة؟' }],
    ['a refusal', '/v1/ask', 'post', 200, { question: 'Brazil?' }],
    ['a problem', '/v1/ask', 'post', 400, { question: '' }],
  ])('holds for %s', async (_name, path, method, status, body) => {
    const response = await served.ask(body)
    expect(response.status).toBe(status)
    const type = status === 200 ? 'application/json' : 'application/problem+json'
    const schema = await published(path, method, status, type)
    expect(schema.safeParse(await response.json())).toMatchObject({ success: true })
    expect(schema.safeParse({ verdict: 'perhaps' }).success).toBe(false)
  })

  it.each([
    ['/v1/articles/{id}', '/v1/articles/a', 200],
    ['/v1/articles/{id}', '/v1/articles/b', 404],
    ['/v1/sources', '/v1/sources', 200],
    ['/v1/status', '/v1/status', 200],
    ['/v1/articles', '/v1/articles', 200],
    ['/v1/articles', '/v1/articles?limit=0', 400],
    ['/v1/articles/{id}/passages/{n}', '/v1/articles/a/passages/0', 200],
    ['/v1/articles/{id}/passages/{n}', '/v1/articles/a/passages/1', 404],
    ['/v1/search', '/v1/search?q=الميناء', 200],
    ['/v1/ask', '/v1/ask?q=متى أُغلق الميناء؟', 200],
    ['/v1/ask', '/v1/ask', 400],
    ['/healthz', '/healthz', 200],
    ['/readyz', '/readyz', 200],
  ])('holds for %s as %s answers', async (route, path, status) => {
    const response = await fetch(`${served.address}${path}`)
    expect(response.status).toBe(status)
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    const schema = await published(route, 'get', status, type)
    expect(schema.safeParse(await response.json())).toMatchObject({ success: true })
  })

  it('names every route of the endpoint', async () => {
    const document = (await (await fetch(`${served.address}/openapi.json`)).json()) as OpenApi
    expect(Object.keys(document.paths).toSorted()).toEqual(
      [
        '/healthz',
        '/readyz',
        '/v1/articles',
        '/v1/articles/{id}',
        '/v1/articles/{id}/passages/{n}',
        '/v1/ask',
        '/v1/search',
        '/v1/sources',
        '/v1/status',
        '/v1/verify',
      ].toSorted(),
    )
  })
})
