import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Archive } from '../../core/archive.ts'
import { createShelf, makeArticle } from './shelf.ts'
import { serve, type Served } from './serve.ts'

const shelf = createShelf([
  makeArticle({ id: 'a', title: 'ميناء', text: 'أُغلق الميناء يوم الجمعة.' }),
])
const json = 'Content-Type: application/json\r\n'
const whole = JSON.stringify({ question: 'متى أُغلق الميناء؟' })

let served: Served | null = null
afterEach(async () => {
  await served?.close(500)
  served = null
})

/** Sends a request, and destroys its socket once `left` is settled. */
async function leaveAfter(request: string, left: Promise<unknown>): Promise<void> {
  const socket = connect(Number(new URL(served!.address).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(request)
  await left
  socket.destroy()
}

/** What was counted of a route, once something was. */
async function countedOf(route: string): Promise<readonly string[]> {
  for (let tries = 0; ; tries += 1) {
    const text = await (await fetch(`${served!.address}/metrics`)).text()
    const found = text.split('\n').filter((line) => line.includes(`total{`) && line.includes(route))
    if (found.length > 0 || tries === 40) return found
    await pause(25)
  }
}

/** An archive whose calls end only after their client is gone: well, or in a failure. */
function slowArchive(outcome: 'value' | 'failure'): { archive: Archive; called: Promise<void> } {
  const called = Promise.withResolvers<void>()
  const slow = async <T>(work: () => Promise<T>): Promise<T> => {
    called.resolve()
    await pause(150)
    if (outcome === 'failure') throw new TypeError('The pipe is closed')
    return work()
  }
  return {
    archive: {
      ...shelf,
      ask: async (request) => slow(async () => shelf.ask(request)),
      article: async (id) => slow(async () => shelf.article(id)),
      sources: async () => slow(async () => shelf.sources()),
    },
    called: called.promise,
  }
}

describe('a client that leaves', () => {
  const requests: readonly (readonly [string, string, string])[] = [
    [
      '/v1/ask',
      `POST /v1/ask HTTP/1.1\r\n`,
      `${json}Content-Length: ${Buffer.byteLength(whole)}\r\n\r\n${whole}`,
    ],
    ['/v1/articles/', 'GET /v1/articles/a HTTP/1.1\r\n', '\r\n'],
    ['/articles/', 'GET /articles/a HTTP/1.1\r\n', '\r\n'],
    ['/v1/sources', 'GET /v1/sources HTTP/1.1\r\n', '\r\n'],
  ]
  const outcomes = ['value', 'failure'] as const
  it.each(outcomes.flatMap((outcome) => requests.map((request) => [outcome, ...request] as const)))(
    'while the archive works, to end in a %s, is counted as gone at %s',
    async (outcome, route, start, rest) => {
      const { archive, called } = slowArchive(outcome)
      served = await serve(archive)
      await leaveAfter(`${start}Host: 127.0.0.1\r\n${rest}`, called)
      const counted = await countedOf(route)
      expect(counted).toHaveLength(1)
      expect(counted[0]).toContain('status="499"')
      expect(served.logged()).not.toMatch(/"level":"(?:error|warn)"/)
    },
  )

  it.each([
    ['of a length that is told', `Content-Length: 400\r\n\r\n{"quest`],
    ['in pieces', `Transfer-Encoding: chunked\r\n\r\n7\r\n{"quest\r\n`],
    ['before its first byte', `Content-Length: 400\r\n\r\n`],
  ])('in the middle of a body %s is counted as gone', async (_, rest) => {
    served = await serve(shelf)
    await leaveAfter(`POST /v1/ask HTTP/1.1\r\nHost: 127.0.0.1\r\n${json}${rest}`, pause(100))
    const counted = await countedOf('/v1/ask')
    expect(counted).toHaveLength(1)
    expect(counted[0]).toContain('status="499"')
    expect(served.logged()).not.toMatch(/"level":"(?:error|warn)"/)
  })

  it('does not hide a failure that came while it was there', async () => {
    served = await serve({ ...shelf, sources: () => Promise.reject(new TypeError('torn')) })
    expect((await fetch(`${served.address}/v1/sources`)).status).toBe(500)
    expect((await countedOf('/v1/sources'))[0]).toContain('status="500"')
    expect(served.logged()).toContain('a request failed')
  })
})
