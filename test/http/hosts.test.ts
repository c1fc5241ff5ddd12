import { once } from 'node:events'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { hostWarning } from '../../bot/http/allowed-hosts.ts'
import type { HttpAppOptions } from '../../bot/http/app.ts'
import { createShelf, makeArticle } from './shelf.ts'
import { serve, type Served } from './serve.ts'

const shelf = createShelf([
  makeArticle({ id: 'a', title: 'ميناء', text: 'أُغلق الميناء يوم الجمعة.' }),
])

let served: Served | null = null
afterEach(async () => {
  await served?.close(500)
  served = null
})

/** Listens on this machine alone, whatever the application is told of where it listens. */
async function serveAs(options: Partial<HttpAppOptions>): Promise<number> {
  const { host: _, ...rest } = options
  served = await serve(shelf, rest, options.host)
  return Number(new URL(served.address).port)
}

async function asked(
  port: number,
  host: string,
  path = '/v1/sources',
): Promise<{ status: number | undefined; body: string }> {
  const sent = request({ port, host: '127.0.0.1', path, headers: { Host: host } })
  sent.end()
  const [response] = (await once(sent, 'response')) as [
    NodeJS.ReadableStream & { statusCode?: number },
  ]
  return { status: response.statusCode, body: await text(response) }
}

describe('a request by another name', () => {
  it.each([
    'evil.example',
    'evil.example:8080',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.168.1.7',
    '[fd00::7]:80',
    '0.0.0.0',
  ])('is refused on this machine alone: %s', async (host) => {
    const port = await serveAs({})
    for (const path of [
      '/',
      '/v1/sources',
      '/v1/articles/a',
      '/metrics',
      '/openapi.json',
      '/none',
    ]) {
      const { status, body } = await asked(port, host, path)
      expect(status).toBe(421)
      const problem = JSON.parse(body) as { detail: string }
      expect(problem).toMatchObject({ status: 421, code: 'HOST_UNKNOWN' })
      expect(problem.detail).toContain(`"${host}"`)
      expect(problem.detail).toContain('ALLOWED_HOSTS')
    }
    expect(served!.logged().match(/ALLOWED_HOSTS/g)).toHaveLength(1)
  })

  it.each(['localhost', 'LOCALHOST:1', 'localhost.', '127.0.0.1:8080', '[::1]'])(
    'is none when the name is of this machine: %s',
    async (host) => {
      expect((await asked(await serveAs({}), host)).status).toBe(200)
    },
  )

  it('is none when the name is listed, in any case, with any port', async () => {
    const port = await serveAs({ allowedHosts: ['archive.example.org', 'xn--mgbaa5bfe.example'] })
    expect((await asked(port, 'Archive.Example.org:8443')).status).toBe(200)
    expect((await asked(port, 'xn--mgbaa5bfe.example')).status).toBe(200)
    expect((await asked(port, 'localhost')).status).toBe(200)
    expect((await asked(port, 'www.archive.example.org')).status).toBe(421)
  })

  it('is none when it is where the server listens', async () => {
    const port = await serveAs({ host: 'archive.lan' })
    expect((await asked(port, 'archive.lan:8080')).status).toBe(200)
    expect((await asked(port, 'other.lan')).status).toBe(421)
    expect((await asked(port, '10.0.0.9')).status).toBe(421)
  })

  it.each(['0.0.0.0', '::'])('is none by address where all listen: %s', async (host) => {
    const port = await serveAs({ host })
    for (const address of ['192.168.1.7:8080', '[fd00::7]', '203.0.113.5'])
      expect((await asked(port, address)).status).toBe(200)
    expect((await asked(port, 'evil.example')).status).toBe(421)
  })

  it('is let through where any name will do', async () => {
    expect((await asked(await serveAs({ allowedHosts: ['*'] }), 'evil.example')).status).toBe(200)
  })

  it.each(['/healthz', '/readyz'])('may be by an address, for probes of %s', async (path) => {
    const port = await serveAs({ host: 'archive.lan' })
    expect((await asked(port, '10.1.2.3:8080', path)).status).toBe(200)
    expect((await asked(port, 'evil.example', path)).status).toBe(421)
  })
})

describe('what is said at the start', () => {
  it.each([
    ['127.0.0.1', [], 0],
    ['localhost', [], 0],
    ['0.0.0.0', ['archive.example.org'], 1],
  ])('is nothing at %s with %j behind %i proxies', (host, allowedHosts, trustedProxies) => {
    expect(hostWarning({ host, allowedHosts, trustedProxies })).toBeNull()
  })

  it.each([
    ['0.0.0.0', 0],
    ['10.0.0.5', 0],
    ['127.0.0.1', 1],
  ])('names the setting and what a proxy must pass at %s', (host, trustedProxies) => {
    const said = hostWarning({ host, allowedHosts: [], trustedProxies })
    expect(said).toContain('ALLOWED_HOSTS=')
    expect(said).toContain('proxy in front must pass Host')
  })

  it('names the danger of any name', () => {
    expect(hostWarning({ host: '0.0.0.0', allowedHosts: ['*'], trustedProxies: 0 })).toContain(
      'any',
    )
  })
})

describe('what is for those who run the server', () => {
  const token = 'Zm9v-73_secret'
  const bearer = { Authorization: `Bearer ${token}` }
  const open: readonly Partial<HttpAppOptions>[] = [
    { host: '0.0.0.0' },
    { host: '10.0.0.5' },
    { trustedProxies: 1 },
    { allowedHosts: ['archive.example.org'] },
  ]

  it('is open on this machine alone', async () => {
    await serveAs({})
    expect((await fetch(`${served!.address}/metrics`)).status).toBe(200)
    expect(await (await fetch(`${served!.address}/readyz`)).json()).toMatchObject({ generation: 7 })
  })

  it.each(open)('is closed without a token where the world can ask: %j', async (options) => {
    await serveAs(options)
    const metrics = await fetch(`${served!.address}/metrics`, { headers: bearer })
    expect(metrics.status).toBe(401)
    expect(metrics.headers.get('www-authenticate')).toBe('Bearer')
    expect(await metrics.json()).toMatchObject({ code: 'TOKEN_WANTED' })
    const ready = await fetch(`${served!.address}/readyz`)
    expect({ status: ready.status, body: await ready.json() }).toEqual({
      status: 200,
      body: { ready: true },
    })
    expect(await (await fetch(`${served!.address}/healthz`)).json()).toEqual({ alive: true })
  })

  it.each([{}, ...open])('is for the token alone where there is one: %j', async (options) => {
    await serveAs({ ...options, metricsToken: token })
    const statusOf = async (headers: Record<string, string>): Promise<number> =>
      (await fetch(`${served!.address}/metrics`, { headers })).status
    expect(await statusOf(bearer)).toBe(200)
    expect(await statusOf({ authorization: `bearer ${token}` })).toBe(200)
    for (const wrong of [
      '',
      token,
      'Bearer',
      `Bearer ${token}x`,
      `Bearer ${token.slice(1)}`,
      'Basic Zm9v',
    ])
      expect(await statusOf({ Authorization: wrong })).toBe(401)
    const told = await fetch(`${served!.address}/readyz`, { headers: bearer })
    expect(await told.json()).toMatchObject({ ready: true, generation: 7, articles: 1 })
    const hidden = await fetch(`${served!.address}/readyz`)
    expect(await hidden.json()).toEqual({ ready: true })
  })
})
