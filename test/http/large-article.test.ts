import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { inSlices } from '../../bot/http/in-slices.ts'
import { listen } from '../../bot/http/listen.ts'
import { createShelf, makeArticle } from './shelf.ts'
import { serve, type Served } from './serve.ts'

const lines = 900_000
const large = makeArticle({
  id: 'large',
  title: 'سجل المرفأ',
  text: Array.from({ length: lines }, (_, at) => (at % 2 === 0 ? 'رسا' : '<b>')).join('\n'),
})

let served: Served | null = null
afterEach(async () => {
  await served?.close(200)
  served = null
})

async function responseOf(path: string): Promise<IncomingMessage> {
  const [response] = (await once(get(`${served!.address}${path}`), 'response')) as [IncomingMessage]
  return response
}

async function bodyOf(path: string): Promise<string> {
  const response = await responseOf(path)
  expect(response.statusCode).toBe(200)
  let whole = ''
  response.setEncoding('utf8')
  for await (const chunk of response) whole += chunk as string
  return whole
}

/** Of this thread, in milliseconds: it does not depend on what else the machine is doing. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Milliseconds of this thread's processor time that the longest turn of the event loop took, until it is stopped. */
function watchTurns(): { readonly stop: () => { turns: number; longestMs: number } } {
  let last = cpuMs()
  let longestMs = 0
  let turns = 0
  let stopped = false
  const turn = (): void => {
    const now = cpuMs()
    longestMs = Math.max(longestMs, now - last)
    last = now
    turns += 1
    if (!stopped) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    stop: () => {
      stopped = true
      return { turns, longestMs }
    },
  }
}

describe('a very large article', { timeout: 120_000 }, () => {
  it('holds the event loop for a moment at a time while its page is made, and others are answered', async () => {
    served = await serve(createShelf([large]))
    const watch = watchTurns()
    const made = bodyOf('/articles/large')
    let answered = 0
    let whole: string | null = null
    while (whole === null) {
      const alive = bodyOf('/healthz')
      whole = await Promise.race([made, alive.then(() => null)])
      expect(await alive).toBe('{"alive":true}')
      answered += 1
    }
    const { turns, longestMs } = watch.stop()
    expect(answered).toBeGreaterThan(20)
    expect(whole.split('<p dir="rtl">رسا</p>')).toHaveLength(lines / 2 + 1)
    expect(whole).not.toContain('<b>')
    expect(longestMs).toBeLessThan(100)
    expect(turns).toBeGreaterThan(100)
  })

  it('holds it no longer while its document is made', async () => {
    served = await serve(createShelf([large]))
    const watch = watchTurns()
    const whole = await bodyOf('/v1/articles/large')
    const { turns, longestMs } = watch.stop()
    expect(JSON.parse(whole)).toEqual(large)
    expect(longestMs).toBeLessThan(100)
    expect(turns).toBeGreaterThan(50)
  })

  it('is whole where a letter of two code units lies over the border of a slice', async () => {
    const faces = makeArticle({ id: 'faces', title: 'وجوه', text: `a${'😀'.repeat(100_000)}` })
    served = await serve(createShelf([faces]))
    expect(JSON.parse(await bodyOf('/v1/articles/faces'))).toEqual(faces)
    const [head, story] = (await bodyOf('/articles/faces')).split('<article')
    expect(story?.match(/😀/gu)).toHaveLength(100_000)
    expect(head).toMatch(/content="a😀+…"/u)
  })

  it('holds it no longer for many readers at once', async () => {
    served = await serve(createShelf([large]))
    const responses = await Promise.all(
      Array.from({ length: 30 }, async () => responseOf('/articles/large')),
    )
    for (const response of responses) response.resume()
    const watch = watchTurns()
    for (let turn = 0; turn < 200; turn += 1) await new Promise(setImmediate)
    expect(watch.stop().longestMs).toBeLessThan(100)
    for (const response of responses) response.destroy()
  })
})

describe('a body in slices', () => {
  it('is made no further than its reader takes it, and ends when that one leaves', async () => {
    const ended = Promise.withResolvers<void>()
    let made = 0
    async function* endless(): AsyncGenerator<string, void, undefined> {
      try {
        for (;;) {
          made += 1
          yield 'ميناء'.repeat(200)
        }
      } finally {
        ended.resolve()
      }
    }
    const listener = await listen(
      { fetch: () => new Response(inSlices(endless())) },
      { host: '127.0.0.1', port: 0 },
    )
    const [response] = (await once(get(listener.address), 'response')) as [IncomingMessage]
    response.pause()
    let before = -1
    // What the sockets between them hold is made, and no more.
    while (made !== before) {
      before = made
      await pause(200)
    }
    response.destroy()
    await ended.promise
    expect(made - before).toBeLessThan(200)
    await listener.close(200)
  })
})
