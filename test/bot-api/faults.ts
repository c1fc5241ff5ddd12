/** What may go wrong between a bot and Telegram, to be ordered up for the next calls of a method. */
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export type Fault =
  | { readonly kind: 'too-many-requests'; readonly retryAfter: number }
  | { readonly kind: 'refused'; readonly code: number; readonly description: string }
  /** The group is a supergroup by now. */
  | { readonly kind: 'migrated'; readonly to: number }
  /** A proxy's page instead of JSON. */
  | { readonly kind: 'html'; readonly code: number }
  | { readonly kind: 'reset' }
  /** No answer until `ms` have passed; then the connection is cut. */
  | { readonly kind: 'hang'; readonly ms: number }

/** Answers a call with the fault in place of a result. */
export async function commit(fault: Fault, response: ServerResponse): Promise<void> {
  switch (fault.kind) {
    case 'too-many-requests':
      return sendJson(response, 429, {
        ok: false,
        error_code: 429,
        description: `Too Many Requests: retry after ${fault.retryAfter}`,
        parameters: { retry_after: fault.retryAfter },
      })
    case 'refused':
      return sendJson(response, fault.code, {
        ok: false,
        error_code: fault.code,
        description: fault.description,
      })
    case 'migrated':
      return sendJson(response, 400, {
        ok: false,
        error_code: 400,
        description: 'Bad Request: group chat was upgraded to a supergroup chat',
        parameters: { migrate_to_chat_id: fault.to },
      })
    case 'html':
      response.writeHead(fault.code, { 'content-type': 'text/html' })
      response.end('<html><body><h1>Bad Gateway</h1></body></html>')
      return
    case 'reset':
      response.socket?.resetAndDestroy()
      return
    case 'hang':
      await sleep(fault.ms, undefined, { ref: false })
      response.socket?.destroy()
      return
    default:
      return fault satisfies never
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
