import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnswerDocument } from '../../core/answer/document.ts'
import { createShelf, makeArticle } from './shelf.ts'
import { serve, type Served } from './serve.ts'

const flood = makeArticle({
  id: 'أخبار/درنة 2023',
  title: 'فيضانات درنة',
  text: 'قال رئيس الهلال الأحمر إن عدد القتلى في درنة بلغ 11300 قتيل. ولا يزال البحث جارياً.',
  url: 'https://example.org/derna',
})
const plain = makeArticle({
  id: 'plain',
  title: 'A note',
  text: 'The harbour was closed on Friday.',
  language: 'en',
})
const odd = makeArticle({ id: 'a%2Fb', title: 'Odd id', text: 'Per cent signs stay as they are.' })

let served: Served
beforeAll(async () => {
  served = await serve(createShelf([flood, plain, odd]))
})
afterAll(() => served.close(1000))

async function problemOf(
  response: Response,
): Promise<{ status: number; code: string; detail?: string }> {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body = (await response.json()) as { status: number; code: string; detail?: string }
  expect(body.status).toBe(response.status)
  return body
}

describe('POST /v1/ask', () => {
  it('answers with quotes that stand in the stored article', async () => {
    const response = await served.ask({ question: 'كم عدد القتلى في درنة؟' })
    expect(response.status).toBe(200)
    const document = (await response.json()) as AnswerDocument
    expect(document.verdict).toBe('answer')
    const [citation] = document.citations
    const path = citation?.articleId.split('/').map(encodeURIComponent).join('/')
    const stored = (await (await fetch(`${served.address}/v1/articles/${path}`)).json()) as {
      text: string
    }
    expect(citation?.quote).toContain('11300')
    expect(stored.text.slice(citation?.start, citation?.end)).toBe(citation?.quote)
  })

  it('refuses as a value, with the nearest passages', async () => {
    const response = await served.ask({ question: 'What is the population of Brazil?' })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      verdict: 'refusal',
      citations: [],
      reason: 'nothing-found',
    })
  })

  it('takes the interface language from Accept-Language as a hint', async () => {
    const response = await served.ask(
      { question: 'درنة' },
      { 'Accept-Language': 'fa-IR,fa;q=0.9,en;q=0.5' },
    )
    expect(await response.json()).toMatchObject({ language: 'fa' })
  })

  it('streams each quote and the whole document last when events are asked for', async () => {
    const response = await served.ask(
      { question: 'كم عدد القتلى في درنة؟' },
      { Accept: 'text/event-stream' },
    )
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const events = (await response.text())
      .split('\n\n')
      .filter(Boolean)
      .map((block) => ({
        event: /^event: (.*)$/m.exec(block)?.[1],
        data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null') as unknown,
      }))
    expect(events.map(({ event }) => event)).toEqual(['citation', 'verdict'])
    expect(events[1]?.data).toMatchObject({ verdict: 'answer', citations: [events[0]?.data] })
  })

  it('tells a question it cannot read by status even when events are asked for', async () => {
    const response = await served.ask({ question: ' ' }, { Accept: 'text/event-stream' })
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'QUESTION_INVALID' })
  })

  const nested = `${'['.repeat(7000)}${']'.repeat(7000)}`
  it.each([
    ['no JSON', '{"question":', 400, 'REQUEST_INVALID'],
    ['an empty body', '', 400, 'REQUEST_INVALID'],
    ['JSON with NaN', '{"question": NaN}', 400, 'REQUEST_INVALID'],
    ['a list', '["درنة"]', 400, 'REQUEST_INVALID'],
    ['no question', '{}', 400, 'QUESTION_INVALID'],
    ['a number for a question', '{"question": 7}', 400, 'QUESTION_INVALID'],
    ['a list for a question', '{"question": ["درنة"]}', 400, 'QUESTION_INVALID'],
    ['null for a question', '{"question": null}', 400, 'QUESTION_INVALID'],
    ['a blank question', '{"question": " \\u200b\\n"}', 400, 'QUESTION_INVALID'],
    ['5,000 characters', JSON.stringify({ question: 'س'.repeat(5000) }), 400, 'QUESTION_INVALID'],
    ['a misspelt field', '{"question": "درنة", "lang": "ar"}', 400, 'REQUEST_INVALID'],
    ['a language that is none', '{"question": "درنة", "language": "../"}', 400, 'REQUEST_INVALID'],
    [
      'a date that is none',
      '{"question": "درنة", "filters": {"publishedFrom": "2023-02-31"}}',
      400,
      'REQUEST_INVALID',
    ],
    ['a deep list', `{"question": ${nested}}`, 400, 'QUESTION_INVALID'],
    ['a deep body', nested, 400, 'REQUEST_INVALID'],
    ['a body over 16 KiB', JSON.stringify({ question: 'س'.repeat(9000) }), 413, 'BODY_TOO_LARGE'],
  ])('refuses %s', async (_name, body, status, code) => {
    expect(await problemOf(await served.ask(body))).toMatchObject({ status, code })
  })

  it('leaves a prototype alone', async () => {
    const response = await served.ask(
      '{"question": "درنة", "__proto__": {"polluted": 1}, "constructor": 1}',
    )
    expect(response.status).toBe(400)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('reads 2,000 characters, each of them escaped', async () => {
    const body = `{"question": "${'\\u0633'.repeat(2000)}"}`
    expect((await served.ask(body)).status).toBe(200)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'refuses %s',
    async (type) => {
      const response = await served.ask('{"question": "درنة"}', { 'Content-Type': type })
      expect(await problemOf(response)).toMatchObject({
        status: 415,
        code: 'MEDIA_TYPE_UNSUPPORTED',
      })
    },
  )

  it('counts a body sent in pieces too', async () => {
    const pieces = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('"'.repeat(1024)))
      },
    })
    const response = await fetch(`${served.address}/v1/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: pieces,
      duplex: 'half',
    })
    expect(await problemOf(response)).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' })
  })

  it('goes on after a client that leaves in the middle', async () => {
    for (let at = 0; at < 20; at += 1) {
      const socket = connect(Number(new URL(served.address).port), '127.0.0.1')
      await once(socket, 'connect')
      socket.write(
        'POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{"quest',
      )
      socket.destroy()
    }
    const controller = new AbortController()
    const left = fetch(`${served.address}/v1/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"question": "درنة"}',
      signal: controller.signal,
    })
    controller.abort()
    await expect(left).rejects.toThrow('aborted')
    expect((await served.ask({ question: 'كم عدد القتلى في درنة؟' })).status).toBe(200)
    expect(served.logged()).not.toContain('a request failed')
  })
})

describe('GET /v1/articles/:id', () => {
  it.each([
    [
      'slashes, spaces and Arabic letters',
      `/${encodeURIComponent('أخبار')}/${encodeURIComponent('درنة 2023')}`,
      flood.id,
    ],
    ['an encoded slash', `/${encodeURIComponent('أخبار/درنة 2023')}`, flood.id],
    ['a per cent sign', `/${encodeURIComponent('a%2Fb')}`, odd.id],
  ])('finds an id with %s', async (_name, path, id) => {
    const response = await fetch(`${served.address}/v1/articles${path}`)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ id })
  })

  it.each([
    '/%00',
    '/%2e%2e%2fetc%2fpasswd',
    '/..%2f..%2fpackage.json',
    '/%ff%fe',
    '/__proto__',
    '/constructor',
    `/${'a'.repeat(4000)}`,
  ])('knows no article %s', async (path) => {
    const response = await fetch(`${served.address}/v1/articles${path}`)
    expect(await problemOf(response)).toMatchObject({ status: 404, code: 'ARTICLE_UNKNOWN' })
  })
})

describe('every other address', () => {
  it('is a 404 problem', async () => {
    const response = await fetch(`${served.address}/nothing/here`)
    expect(await problemOf(response)).toMatchObject({ status: 404, code: 'ROUTE_UNKNOWN' })
  })

  it.each([
    ['PUT', '/v1/ask', 'POST, GET, HEAD'],
    ['GET', '/v1/verify', 'POST'],
    ['DELETE', '/v1/articles/plain', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
  ])('answers %s %s with the methods there are', async (method, path, allowed) => {
    const response = await fetch(`${served.address}${path}`, { method })
    expect(response.headers.get('allow')).toBe(allowed)
    expect(await problemOf(response)).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' })
  })

  it('carries a request id, and the same one in the problem', async () => {
    const response = await fetch(`${served.address}/nothing`, {
      headers: { 'X-Request-Id': 'abc-1' },
    })
    expect(response.headers.get('x-request-id')).toBe('abc-1')
    expect(await response.json()).toMatchObject({ requestId: 'abc-1' })
  })

  it('makes an id of its own where the given one could forge a log line', async () => {
    const response = await fetch(`${served.address}/healthz`, {
      headers: { 'X-Request-Id': 'a b "c"' },
    })
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})
