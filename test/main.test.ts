import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AnswerDocument } from '../core/answer/document.ts'
import { BotApiServer, privateChat } from './bot-api/index.ts'
import { childrenOf } from '../scripts/torture/processes.ts'
import { freePort } from '../scripts/torture/free-port.ts'

interface Started {
  readonly child: ChildProcess
  readonly address: string
  readonly log: () => string
}

let folder: string
const running: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-main-'))
})
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  rmSync(folder, { recursive: true })
})

async function start(settings: Record<string, string> = {}): Promise<Started> {
  const port = settings['PORT'] ?? String(await freePort())
  const child = spawn(process.execPath, ['bot/main.ts'], {
    env: {
      PATH: process.env['PATH'],
      PORT: port,
      DATABASE: join(folder, 'rawi.db'),
      EMBEDDING_MODEL: 'none',
      TELEGRAM_BOT_TOKEN: '',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let log = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    log += `stdout: ${chunk.toString()}`
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    log += chunk.toString()
  })
  return { child, address: `http://127.0.0.1:${port}`, log: () => log }
}

async function exitCode({ child }: Started): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

async function until(
  condition: () => boolean | Promise<boolean>,
  { child, log }: Started,
): Promise<void> {
  while (!(await condition())) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${log()}`)
    await pause(100)
  }
}

const statusOf = (url: string): Promise<number> =>
  fetch(url).then(
    (response) => response.status,
    () => 0,
  )

describe('npm start', { timeout: 120_000 }, () => {
  it('serves the page at once, indexes the sample, answers, and ends with 0 on SIGTERM', async () => {
    const server = await start()
    await until(async () => (await statusOf(server.address)) === 200, server)
    expect([200, 503]).toContain(await statusOf(`${server.address}/readyz`))
    await until(async () => (await statusOf(`${server.address}/readyz`)) === 200, server)
    const response = await fetch(`${server.address}/v1/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ question: 'سخنگوی کاخ کرملین کیست؟' }),
    })
    const answer = (await response.json()) as AnswerDocument
    expect(answer.verdict).toBe('answer')
    await until(() => server.log().includes(`Open ${server.address}`), server)
    expect(server.log().match(/TELEGRAM_BOT_TOKEN/g)).toHaveLength(1)
    expect(server.log()).not.toContain('stdout:')

    const started = performance.now()
    server.child.kill('SIGTERM')
    expect(await exitCode(server)).toBe(0)
    expect(performance.now() - started).toBeLessThan(10_000)

    const again = await start()
    await until(() => again.log().includes('Open '), again)
    expect(again.log()).not.toContain('indexing')
    again.child.kill('SIGINT')
    expect(await exitCode(again)).toBe(0)
  })

  it('answers on Telegram when it has a token, and never writes it down', async () => {
    const api = await BotApiServer.start()
    const server = await start({
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.apiRoot,
      LOG_LEVEL: 'trace',
    })
    const reader = { id: 21, first_name: 'ليلى', language_code: 'ar' }
    const chat = privateChat(api, reader)
    chat.say(reader, 'كم عدد القتلى في فيضانات درنة؟')
    await until(() => chat.received.length > 0, server)
    expect(chat.received.at(-1)?.text).toContain('درنة')
    server.child.kill('SIGTERM')
    expect(await exitCode(server)).toBe(0)
    expect(server.log()).not.toContain('TELEGRAM_BOT_TOKEN')
    expect(server.log()).not.toContain(api.token.slice(11))
    await api.close()
  })

  it('answers again after its archive was killed, and ends in time with questions in work', async () => {
    const server = await start()
    await until(() => server.log().includes('Open '), server)
    const ask = (): Promise<Response> =>
      fetch(`${server.address}/v1/ask`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ question: 'سخنگوی کاخ کرملین کیست؟' }),
      })
    const [archive] = childrenOf(server.child.pid!)
    const asked = ask()
    process.kill(archive!, 'SIGKILL')
    expect((await asked).status).toBe(200)
    expect(await statusOf(`${server.address}/healthz`)).toBe(200)
    const inWork = Array.from({ length: 10 }, () =>
      ask().then(
        ({ status }) => status,
        // Not taken any more when it came.
        () => null,
      ),
    )
    await pause(20)
    const started = performance.now()
    server.child.kill('SIGTERM')
    expect(await exitCode(server)).toBe(0)
    // Nine seconds on an idle machine.
    expect(performance.now() - started).toBeLessThan(20_000)
    // What would have waited for more than two seconds was refused at once.
    for (const status of await Promise.all(inWork)) expect([200, 503, null]).toContain(status)
  })

  it('ends with 0 when it is told to in the middle of its first indexing', async () => {
    const server = await start()
    await until(() => server.log().includes('No index yet'), server)
    server.child.kill('SIGTERM')
    expect(await exitCode(server)).toBe(0)
  })

  it('says how names are allowed where it listens to all, and keeps to it', async () => {
    const server = await start({
      HOST: '0.0.0.0',
      METRICS_TOKEN: 'Zm9v-73_secret',
      LOG_LEVEL: 'trace',
    })
    await until(() => server.log().includes('Open '), server)
    expect(server.log()).toContain('ALLOWED_HOSTS=')
    expect(await statusOf(`${server.address}/v1/sources`)).toBe(200)
    expect(await statusOf(`${server.address}/metrics`)).toBe(401)
    const told = await fetch(`${server.address}/metrics`, {
      headers: { Authorization: 'Bearer Zm9v-73_secret' },
    })
    expect(told.status).toBe(200)
    expect(server.log()).not.toContain('Zm9v')
  })

  it('ends with 1 and says so when the port is in use', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const { port } = holder.address() as AddressInfo
    const server = await start({ PORT: String(port) })
    expect(await exitCode(server)).toBe(1)
    expect(server.log()).toContain(`Cannot listen at 127.0.0.1:${port}: the port is in use`)
    expect(server.log()).not.toContain('    at ')
    holder.close()
  })

  it('ends with 1 and names every wrong setting', async () => {
    const server = await start({ PORT: 'http', LOG_LEVEL: 'loud', TELEGRAM_BOT_TOKEN: '12:ab' })
    expect(await exitCode(server)).toBe(1)
    for (const name of ['PORT', 'LOG_LEVEL', 'TELEGRAM_BOT_TOKEN'])
      expect(server.log()).toContain(name)
  })

  it('says so where there is nothing to index, and serves on', async () => {
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    const server = await start({ ARTICLES: empty })
    await until(() => server.log().includes('Open '), server)
    expect(server.log()).toContain('No article was found in')
    expect(await statusOf(`${server.address}/readyz`)).toBe(200)
  })

  it('ends with 1 where the folder of articles is not there', async () => {
    const server = await start({ ARTICLES: join(folder, 'missing') })
    expect(await exitCode(server)).toBe(1)
    expect(server.log()).toContain('CORPUS_UNREADABLE')
  })
})
