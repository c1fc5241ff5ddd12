import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnswerDocument } from '../../core/answer/document.ts'
import type { Article } from '../../core/article.ts'
import { createShelf, makeArticle } from './shelf.ts'
import { serve } from './serve.ts'
import { serveSample, type ServedSample } from './serve-sample.ts'

let served: ServedSample
beforeAll(async () => {
  served = await serveSample()
}, 120_000)
afterAll(() => served.close(1000))

type Query = Record<string, string | readonly string[]>

async function get(path: string, query: Query = {}, headers: Record<string, string> = {}) {
  const url = new URL(served.address + path)
  for (const [name, values] of Object.entries(query))
    for (const value of [values].flat()) url.searchParams.append(name, value)
  return fetch(url, { headers })
}

async function json<T>(response: Response | Promise<Response>): Promise<T> {
  return (await (await response).json()) as T
}

async function verify(quotes: unknown): Promise<Response> {
  return fetch(`${served.address}/v1/verify`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ quotes }),
  })
}

async function articleOf(id: string): Promise<Article> {
  return json<Article>(get(`/v1/articles/${encodeURIComponent(id)}`))
}

describe('GET /v1/ask', () => {
  const question = { q: 'كم عدد القتلى في فيضانات درنة؟' }

  it('answers as POST does, and may be kept for a minute', async () => {
    const response = await get('/v1/ask', question)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('public, max-age=60')
    const { timings: _took, ...kept } = await json<AnswerDocument>(response)
    const posted = served.ask({ question: question.q })
    const { timings: _too, ...asked } = await json<AnswerDocument>(posted)
    expect(kept).toEqual(asked)
    expect(kept.verdict).toBe('answer')
  })

  it('is confirmed by its ETag without being answered anew', async () => {
    const response = await get('/v1/ask', question)
    const tag = response.headers.get('etag')!
    const again = await get('/v1/ask', question, { 'If-None-Match': tag })
    expect(again.status).toBe(304)
    expect(again.headers.get('etag')).toBe(tag)
    expect(await again.text()).toBe('')
    const metrics = await (await get('/metrics')).text()
    const answers = /rawi_answers_total\{verdict="answer".*\} (\d+)/.exec(metrics)?.[1]
    const asked = { ...question, q: `${question.q} درنة` }
    expect((await get('/v1/ask', asked, { 'If-None-Match': tag })).status).toBe(200)
    await get('/v1/ask', question, { 'If-None-Match': tag })
    const after = await (await get('/metrics')).text()
    expect(Number(/rawi_answers_total\{verdict="answer".*\} (\d+)/.exec(after)?.[1])).toBe(
      Number(answers) + 1,
    )
  })

  it('keeps to outlets, languages and days', async () => {
    const response = await get('/v1/ask', {
      q: 'How many people died in the Derna flood?',
      outlet: ['The Meridian Ledger', 'منارة الضحى'],
      language: 'ar',
      from: '2023-09-01',
      to: '2023-09-30',
    })
    const { citations, nearest } = await json<AnswerDocument>(response)
    expect([...citations, ...nearest].length).toBeGreaterThan(0)
    for (const one of [...citations, ...nearest])
      expect(one).toMatchObject({ source: 'منارة الضحى', language: 'ar' })
  })

  it.each([
    [{}, 'QUESTION_INVALID'],
    [{ q: ' ' }, 'QUESTION_INVALID'],
    [{ q: 'س'.repeat(2001) }, 'QUESTION_INVALID'],
    [{ q: ['درنة', 'سرت'] }, 'QUESTION_INVALID'],
    [{ q: 'درنة', lang: 'Arabic' }, 'REQUEST_INVALID'],
    [{ q: 'درنة', from: '2023-02-31' }, 'REQUEST_INVALID'],
    [{ q: 'درنة', outlets: 'misspelt' }, 'REQUEST_INVALID'],
    [{ q: 'درنة', language: Array.from({ length: 21 }, () => 'ar') }, 'REQUEST_INVALID'],
  ])('refuses %j', async (query: Query, code) => {
    const response = await get('/v1/ask', query)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('GET /v1/search', () => {
  interface Found {
    readonly passages: readonly {
      readonly articleId: string
      readonly n: number
      readonly start: number
      readonly end: number
      readonly text: string
      readonly score: number
    }[]
  }

  it('finds passages that stand in their articles, each at its own address', async () => {
    const found = await json<Found>(get('/v1/search', { q: 'فيضانات درنة', limit: '4' }))
    expect(found.passages).toHaveLength(4)
    for (const { score: _score, ...passage } of found.passages) {
      const { text } = await articleOf(passage.articleId)
      expect(text.slice(passage.start, passage.end)).toBe(passage.text)
      const path = `/v1/articles/${passage.articleId}/passages/${passage.n}`
      expect(await json(get(path))).toMatchObject({ passage })
    }
  })

  it.each([[{ q: 'درنة', limit: '0' }], [{ q: 'درنة', limit: '41' }], [{ q: 'درنة', limit: 'x' }]])(
    'refuses %j',
    async (query: Query) => {
      expect((await get('/v1/search', query)).status).toBe(400)
    },
  )
})

describe('POST /v1/verify', () => {
  it('tells exact, stitched, misattributed and absent apart', async () => {
    const { text } = await articleOf('derna-flood-2023-en')
    const exact = text.slice(150, 281)
    const response = await verify([
      { quote: exact, articleId: 'derna-flood-2023-en' },
      { quote: `${text.slice(0, 60)} … ${text.slice(150, 210)}` },
      { quote: `“${exact}”`, articleId: 'chandrayaan-2023-en' },
      { quote: 'The lander sank in the harbour of Alexandria.' },
    ])
    expect(response.status).toBe(200)
    const { quotes } = await json<{ quotes: readonly { verdict: string }[] }>(response)
    expect(quotes.map(({ verdict }) => verdict)).toEqual([
      'exact',
      'stitched',
      'misattributed',
      'absent',
    ])
    const origin = { articleId: 'derna-flood-2023-en', source: 'The Meridian Ledger' }
    expect(quotes[0]).toMatchObject({ ...origin, start: 150, end: 281 })
    expect(quotes[1]).toMatchObject({ ...origin, start: null, end: null })
    expect(quotes[2]).toMatchObject({ ...origin, start: 150, end: 281 })
    expect(quotes[3]).toMatchObject({ articleId: null, start: null, pieces: [], title: null })
  })

  it('confirms every quote of an answer', async () => {
    const asked = served.ask({ question: 'When did Putin visit Syria?' })
    const { citations } = await json<AnswerDocument>(asked)
    expect(citations.length).toBeGreaterThan(0)
    const response = await verify(citations.map(({ quote, articleId }) => ({ quote, articleId })))
    const { quotes } = await json<{ quotes: readonly object[] }>(response)
    expect(quotes).toMatchObject(
      citations.map(({ articleId, start, end }) => ({ verdict: 'exact', articleId, start, end })),
    )
  })

  it.each([
    ['no list', 'درنة', 400],
    ['none', [], 400],
    ['21', Array.from({ length: 21 }, () => ({ quote: 'درنة' })), 400],
    ['an empty one', [{ quote: '' }], 400],
    ['one of 2,001 characters', [{ quote: 'س'.repeat(2001) }], 400],
    ['a misspelt field', [{ quote: 'درنة', article: 'x' }], 400],
    ['more than 64 KiB', Array.from({ length: 20 }, () => ({ quote: 'س'.repeat(1900) })), 413],
  ])('refuses %s', async (_name, quotes, status) => {
    const response = await verify(quotes)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })
})

describe('GET /v1/articles', () => {
  interface List {
    readonly articles: readonly { readonly id: string; readonly source: string }[]
    readonly total: number
    readonly next: string | null
  }

  it('gives all of an outlet page by page, and what it names can be read', async () => {
    const query = { outlet: 'The Meridian Ledger', limit: '3' }
    const seen: string[] = []
    let next: string | null = null
    let total = 0
    do {
      const page: List = await json<List>(
        get('/v1/articles', { ...query, ...(next !== null && { after: next }) }),
      )
      expect(page.articles.length).toBeLessThanOrEqual(3)
      for (const { source } of page.articles) expect(source).toBe('The Meridian Ledger')
      seen.push(...page.articles.map(({ id }) => id))
      ;({ next, total } = page)
    } while (next !== null && seen.length < 50)
    expect(seen).toHaveLength(total)
    expect(new Set(seen).size).toBe(total)
    expect(await articleOf(seen.at(-1)!)).toMatchObject({ id: seen.at(-1) })
  })

  it('is confirmed while the same generation is served', async () => {
    const tag = (await get('/v1/articles')).headers.get('etag')!
    expect((await get('/v1/articles', {}, { 'If-None-Match': tag })).status).toBe(304)
    expect((await get('/v1/articles', { language: 'fa' }, { 'If-None-Match': tag })).status).toBe(
      200,
    )
  })

  it.each(['x', 'bnVsbA', 'W10', 'WzEsMl0'])(
    'takes no mark that it did not give: %s',
    async (after) => {
      const response = await get('/v1/articles', { after })
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ code: 'REQUEST_INVALID' })
    },
  )
})

describe('GET /v1/articles/:id', () => {
  const path = '/v1/articles/derna-flood-2023-ar'

  it('is not sent again to who has it, by tag or by day', async () => {
    const first = await get(path)
    const tag = first.headers.get('etag')!
    const modified = first.headers.get('last-modified')!
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect(Date.parse(modified)).toBe(Date.parse('2026-11-22T20:00:00Z'))
    expect((await get(path, {}, { 'If-None-Match': `"other", ${tag}` })).status).toBe(304)
    expect((await get(path, {}, { 'If-Modified-Since': modified })).status).toBe(304)
    expect((await get(path, {}, { 'If-None-Match': '"other"' })).status).toBe(200)
    const other = new Date(Date.parse(modified) + 86_400_000).toUTCString()
    expect((await get(path, {}, { 'If-Modified-Since': other })).status).toBe(200)
  })

  it('is compressed where that is asked for, and is the same', async () => {
    const plain = await get(path, {}, { 'Accept-Encoding': 'identity' })
    expect(plain.headers.get('content-encoding')).toBeNull()
    const small = await get(path, {}, { 'Accept-Encoding': 'gzip' })
    expect(small.headers.get('content-encoding')).toBe('gzip')
    expect(small.headers.get('vary')).toContain('Accept-Encoding')
    expect(await small.text()).toBe(await plain.text())
  })
})

describe('GET /v1/articles/:id/passages/:n', () => {
  it.each([
    ['/v1/articles/derna-flood-2023-ar/passages/999'],
    ['/v1/articles/nothing/passages/0'],
    ['/v1/articles/derna-flood-2023-ar/passages/-1'],
    [`/v1/articles/derna-flood-2023-ar/passages/${'9'.repeat(400)}`],
  ])('knows none at %s', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'ARTICLE_UNKNOWN' })
  })
})

describe('GET /v1/articles/:id of an id that ends as a passage does', () => {
  const part = makeArticle({
    id: 'تقرير/passages/0',
    title: 'تقرير',
    text: 'وصلت السفينة إلى الميناء.',
  })
  const whole = makeArticle({ id: 'تقرير', title: 'سفينة', text: 'غادرت السفينة الميناء.' })

  it.each([
    ['/v1/articles/تقرير/passages/0', [part, whole], { passage: { articleId: 'تقرير', n: 0 } }],
    ['/v1/articles/تقرير/passages/0', [part], { id: part.id }],
    ['/v1/articles/تقرير%2Fpassages%2F0', [part, whole], { id: part.id }],
  ])('is found at %s', async (path, articles, found) => {
    const own = await serve(createShelf(articles))
    expect(await json(fetch(own.address + path))).toMatchObject(found)
    await own.close(500)
  })
})

describe('GET /v1/status', () => {
  it('tells how much is served, and nothing of how', async () => {
    const status = await json<object>(get('/v1/status'))
    expect(status).toMatchObject({ generation: 1, articles: 34, mode: 'keyword-only' })
    expect(Object.keys(status)).not.toContain('modeReason')
    expect(Object.keys(status)).not.toContain('model')
  })
})

describe('the limit of questions', () => {
  it('is one for all that costs a search', async () => {
    const own = await serve(served.archive, { rateLimit: { questions: 3, windowMs: 60_000 } })
    const statuses = []
    for (const path of ['/v1/ask?q=درنة', '/v1/search?q=درنة', '/v1/ask?q=سرت', '/v1/search?q=سرت'])
      statuses.push((await fetch(own.address + path)).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    expect((await fetch(`${own.address}/v1/articles`)).status).toBe(200)
    await own.close(500)
  })
})
