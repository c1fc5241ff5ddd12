/**
 * A Bot API server on a port of this machine: it takes the calls of a real bot over HTTP, hands out updates by
 * long polling, checks what is sent as Telegram does, fails on request and records every call.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Message, UserFromGetMe } from 'grammy/types'
import { commit, sendJson, type Fault } from './faults.ts'
import { methods, type Payload, type World } from './methods.ts'
import { UpdateQueue } from './update-queue.ts'

export interface RecordedCall {
  readonly method: string
  readonly payload: Payload
  /** Milliseconds of `performance.now()` when the call came in. */
  readonly at: number
  /** Filled in when the call is answered; 0 for a connection that was cut. */
  status: number
}

interface Order {
  readonly method: string
  readonly fault: Fault
  readonly chatId?: number
  readonly isLasting?: boolean
}

export class BotApiServer {
  readonly token = '7100200300:AAH-test_Token9xQw2ErTy4uIoPlKjHgFdSaZ'
  readonly me = {
    id: 7_100_200_300,
    is_bot: true,
    first_name: 'Rawi',
    username: 'rawi_test_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
  } as UserFromGetMe
  readonly calls: RecordedCall[] = []
  readonly queue = new UpdateQueue()
  readonly chats = new Map<number, Message['chat']>()
  readonly sent: Message[] = []
  #faults: readonly Order[] = []
  readonly #listeners = new Set<(message: Message) => void>()
  readonly #server: Server
  #lastMessageId = 0

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy())
    })
  }

  static async start(): Promise<BotApiServer> {
    const api = new BotApiServer()
    api.#server.listen(0, '127.0.0.1')
    await once(api.#server, 'listening')
    return api
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** The next calls of this method meet these faults, one each. */
  failNext(method: string, ...faults: readonly Fault[]): void {
    this.#faults = [...this.#faults, ...faults.map((fault) => ({ method, fault }))]
  }

  /** The same, for calls that name this chat alone. */
  failNextIn(chatId: number, method: string, ...faults: readonly Fault[]): void {
    this.#faults = [...this.#faults, ...faults.map((fault) => ({ method, fault, chatId }))]
  }

  /** Every call of this method meets the fault, until the returned function is called. */
  failAlways(method: string, fault: Fault): () => void {
    const order: Order = { method, fault, isLasting: true }
    this.#faults = [...this.#faults, order]
    return () => {
      this.#faults = this.#faults.filter((each) => each !== order)
    }
  }

  callsOf(method: string): readonly RecordedCall[] {
    return this.calls.filter((call) => call.method === method)
  }

  nextMessageId(): number {
    return ++this.#lastMessageId
  }

  onMessage(listener: (message: Message) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return
    this.queue.close()
    this.#server.close()
    this.#server.closeAllConnections()
    await once(this.#server, 'close')
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? []
    const body = await text(request)
    if (token !== this.token) return refuse(response, 401, 'Unauthorized')
    const payload = body === '' ? {} : (JSON.parse(body) as Payload)
    const call: RecordedCall = { method, payload, at: performance.now(), status: 0 }
    this.calls.push(call)
    response.on('finish', () => (call.status = response.statusCode))
    const fault = this.#faultFor(method, payload)
    if (fault !== undefined) return commit(fault, response)
    if (method === 'getUpdates') return this.#poll(payload, response)
    const respond = methods[method]
    if (respond === undefined) return refuse(response, 404, 'Not Found: method not found')
    const outcome = respond(payload, this.#world())
    if ('problem' in outcome) return refuse(response, 400, `Bad Request: ${outcome.problem}`)
    sendJson(response, 200, { ok: true, result: outcome.result })
  }

  async #poll(payload: Payload, response: ServerResponse): Promise<void> {
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const outcome = await this.queue.poll(payload, gone.signal)
    if ('updates' in outcome) sendJson(response, 200, { ok: true, result: outcome.updates })
    else refuse(response, 409, 'Conflict: terminated by other getUpdates request')
  }

  #faultFor(method: string, payload: Payload): Fault | undefined {
    const order = this.#faults.find(
      (each) =>
        each.method === method && (each.chatId === undefined || each.chatId === payload['chat_id']),
    )
    if (order?.isLasting !== true) this.#faults = this.#faults.filter((each) => each !== order)
    return order?.fault
  }

  #world(): World {
    return {
      me: this.me,
      chats: this.chats,
      sent: this.sent,
      nextMessageId: () => this.nextMessageId(),
      onSent: (message) => this.#listeners.forEach((listener) => listener(message)),
    }
  }
}

function refuse(response: ServerResponse, code: number, description: string): void {
  sendJson(response, code, { ok: false, error_code: code, description })
}
