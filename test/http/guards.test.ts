import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { listen } from '../../bot/http/listen.ts'
import { problems } from '../../bot/http/problems.ts'
import type { Archive, AskOptions } from '../../core/archive.ts'
import { actorOf, RawiError, type ErrorCode } from '../../core/errors.ts'
import { createShelf, makeArticle } from './shelf.ts'
import { serve, type Served } from './serve.ts'

const shelf = createShelf([
  makeArticle({ id: 'a', title: 'ميناء', text: 'أُغلق الميناء يوم الجمعة.' }),
])
const question = { question: 'متى أُغلق الميناء؟' }

let served: Served | null = null
afterEach(async () => {
  await served?.close(500)
  served = null
})

describe('rate limit', () => {
  it('answers so many questions and tells when to come again', async () => {
    served = await serve(shelf, { rateLimit: { questions: 2, windowMs: 60_000 } })
    expect((await served.ask(question)).status).toBe(200)
    expect((await served.ask(question)).headers.get('ratelimit')).toMatch(
      /^limit=2, remaining=0, reset=\d+$/,
    )
    const third = await served.ask(question)
    expect(third.status).toBe(429)
    expect(third.headers.get('content-type')).toBe('application/problem+json')
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await fetch(`${served.address}/healthz`)).status).toBe(200)
  })

  it('is not escaped by a forged X-Forwarded-For', async () => {
    served = await serve(shelf, { rateLimit: { questions: 2, windowMs: 60_000 } })
    const statuses: number[] = []
    for (const forged of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) {
      statuses.push((await served.ask(question, { 'X-Forwarded-For': forged })).status)
    }
    expect(statuses).toEqual([200, 200, 429])
  })

  it('warns once of a proxy that nobody told of', async () => {
    served = await serve(shelf)
    await served.ask(question)
    expect(served.logged()).not.toContain('TRUST_PROXY')
    for (const reader of ['203.0.113.1', '203.0.113.2', '203.0.113.3'])
      await served.ask(question, { 'X-Forwarded-For': reader })
    expect(served.logged().split('TRUST_PROXY is 0')).toHaveLength(2)
    expect(served.logged()).not.toContain('203.0.113')
  })

  it('says nothing of one that is known', async () => {
    served = await serve(shelf, { trustedProxies: 1 })
    await served.ask(question, { 'X-Forwarded-For': '203.0.113.1' })
    expect(served.logged()).not.toContain('TRUST_PROXY is 0')
  })

  it('counts the readers behind a trusted proxy one by one', async () => {
    served = await serve(shelf, {
      rateLimit: { questions: 1, windowMs: 60_000 },
      trustedProxies: 1,
    })
    const statuses: number[] = []
    for (const chain of ['9.9.9.9, 203.0.113.1', '203.0.113.2', '8.8.8.8, 203.0.113.1']) {
      statuses.push((await served.ask(question, { 'X-Forwarded-For': chain })).status)
    }
    expect(statuses).toEqual([200, 200, 429])
  })

  it.each([
    ['forward', 86_400_000],
    ['back', -86_400_000],
  ])('does not heed a clock that is set %s by a day', async (_, stepMs) => {
    served = await serve(shelf, { rateLimit: { questions: 1, windowMs: 3_000 } })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    try {
      const begun = performance.now()
      expect((await served.ask(question)).status).toBe(200)
      vi.setSystemTime(Date.now() + stepMs)
      const refused = await served.ask(question)
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(3)
      await pause(3_100 - (performance.now() - begun))
      expect((await served.ask(question)).status).toBe(200)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('a question that would begin too late', () => {
  it('is refused with the time to come again', async () => {
    const busy = new RawiError('OVERLOADED', '80 questions come before this one.', {
      retryAfterMs: 3_200,
    })
    served = await serve({ ...shelf, ask: () => Promise.reject(busy) })
    const response = await served.ask(question)
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('4')
    expect(await response.json()).toMatchObject({ code: 'OVERLOADED' })
    expect(served.logged()).not.toContain('80 questions')
  })
})

describe('a client that leaves', () => {
  it('aborts its question, and is no failure of the server', async () => {
    const asked = Promise.withResolvers<AskOptions>()
    const left = Promise.withResolvers<unknown>()
    served = await serve({
      ...shelf,
      ask: (_, options = {}) => {
        asked.resolve(options)
        return new Promise((_resolve, reject) => {
          options.signal?.addEventListener('abort', () => {
            left.resolve(null)
            reject(options.signal?.reason as Error)
          })
        })
      },
    })
    const leaving = new AbortController()
    const response = fetch(`${served.address}/v1/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(question),
      signal: leaving.signal,
    })
    expect(await asked.promise).toMatchObject({ caller: 'http 127.0.0.1', patienceMs: 2_000 })
    leaving.abort()
    await expect(response).rejects.toThrow('aborted')
    await left.promise
    const metrics = await (await fetch(`${served.address}/metrics`)).text()
    expect(metrics).toContain('route="/v1/ask",status="499"')
    expect(served.logged()).not.toContain('a request failed')
  })
})

describe('origins', () => {
  it('may read when they are on the list, and no other', async () => {
    served = await serve(shelf, { allowedOrigins: ['https://news.example.org'] })
    const listed = await served.ask(question, { Origin: 'https://news.example.org' })
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://news.example.org')
    const other = await served.ask(question, { Origin: 'https://elsewhere.example' })
    expect(other.headers.get('access-control-allow-origin')).toBeNull()
    expect(other.headers.get('vary')).toContain('Origin')
  })

  it('are told so before a browser sends a question', async () => {
    served = await serve(shelf, { allowedOrigins: ['https://news.example.org'] })
    const preflight = await fetch(`${served.address}/v1/ask`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://news.example.org',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
  })
})

describe('problems', () => {
  const codes = Object.keys(actorOf) as ErrorCode[]
  it.each(codes)('has a status for %s and keeps what operators read to itself', async (code) => {
    const failing: Archive = {
      ...shelf,
      ask: () => Promise.reject(new RawiError(code, 'File /srv/archive/index.db is torn.')),
    }
    served = await serve(failing)
    const response = await served.ask(question)
    expect(response.status).toBe(problems[code].status)
    const body = await response.text()
    expect(JSON.parse(body)).toMatchObject({ code, title: problems[code].title })
    if (actorOf[code] === 'caller') return
    expect(body).not.toContain('/srv/archive')
    expect(served.logged()).toContain('/srv/archive/index.db is torn')
  })

  it('knows an error that came from a worker thread without its class', async () => {
    const bare = Object.assign(new Error('The question is blank.'), {
      name: 'RawiError',
      code: 'QUESTION_INVALID',
    })
    served = await serve({ ...shelf, ask: () => Promise.reject(bare) })
    expect((await served.ask(question)).status).toBe(400)
  })

  it('tells nothing of a bug but logs it', async () => {
    served = await serve({ ...shelf, ask: () => Promise.reject(new TypeError('secret of /srv')) })
    const response = await served.ask(question)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('/srv')
    expect(served.logged()).toContain('secret of /srv')
  })
})

describe('listen', () => {
  it('says which port is in use and what to do', async () => {
    served = await serve(shelf)
    const port = Number(new URL(served.address).port)
    const app = { fetch: () => new Response('') }
    await expect(listen(app, { host: '127.0.0.1', port })).rejects.toThrow(
      `Cannot listen at 127.0.0.1:${port}: the port is in use. Stop what uses it, or set PORT`,
    )
  })

  it('closes connections that dribble their headers, while others are answered', async () => {
    served = await serve(shelf, { headersTimeoutMs: 400 })
    const slow = Array.from({ length: 50 }, () =>
      connect(Number(new URL(served!.address).port), '127.0.0.1'),
    )
    const closed = Promise.all(slow.map((socket) => once(socket, 'close')))
    for (const socket of slow) {
      socket.on('error', () => {})
      socket.resume()
      socket.write('POST /v1/ask HTTP/1.1\r\nHost: x\r\nX-Slow: ')
    }
    expect((await served.ask(question)).status).toBe(200)
    expect(await closed).toHaveLength(50)
  })

  it('closes connections that never send the body they promised', async () => {
    served = await serve(shelf, { headersTimeoutMs: 300 })
    const socket = connect(Number(new URL(served.address).port), '127.0.0.1')
    const closed = once(socket, 'close')
    socket.on('error', () => {})
    socket.resume()
    socket.write(
      'POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{',
    )
    expect(await closed).toBeDefined()
  })

  it('lets an answer under way end before it closes', async () => {
    const gate = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const own = await serve({
      ...shelf,
      ask: async (request) => {
        asked.resolve()
        await gate.promise
        return shelf.ask(request)
      },
    })
    const answer = own.ask(question)
    await asked.promise
    const closing = own.close(5000)
    gate.resolve()
    expect((await answer).status).toBe(200)
    await closing
    await expect(own.ask(question)).rejects.toThrow('fetch failed')
  })

  it('cuts off what does not end within the grace', async () => {
    const asked = Promise.withResolvers<void>()
    const own = await serve({
      ...shelf,
      ask: () => {
        asked.resolve()
        return new Promise(() => {})
      },
    })
    const answer = own.ask(question).then(
      () => 'answered',
      () => 'cut',
    )
    await asked.promise
    await own.close(200)
    expect(await answer).toBe('cut')
  })
})
