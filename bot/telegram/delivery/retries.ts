/**
 * How calls to Telegram survive limits, failures and silence of a few seconds; what lasts longer waits in the inbox.
 *
 * Telegram's own "wait n seconds" goes to auto-retry. A call without any answer (reset, timeout, a proxy's HTML page)
 * or with a 5xx is made again too, for an answer shown twice is better than none.
 */
import { autoRetry } from '@grammyjs/auto-retry'
import { HttpError, type Transformer } from 'grammy'
import { eitherSignal, type TelegramSignal } from './signals.ts'

export interface RetryOptions {
  /** How long a call may stay without an answer. @default 20000 */
  readonly callTimeoutMs?: number
  /** Waits before each further attempt of a call that failed or got no answer. @default [500, 2000, 5000] */
  readonly networkWaitsMs?: readonly number[]
}

/** Installed in this order: each wraps the ones before it. */
export function retryTransformers({
  callTimeoutMs = 20_000,
  networkWaitsMs = [500, 2_000, 5_000],
}: RetryOptions = {}): readonly Transformer[] {
  return [
    only(isBounded, timeLimit(callTimeoutMs)),
    only(isDelivered, retryUnanswered(networkWaitsMs)),
    only(
      isDelivered,
      autoRetry({
        maxRetryAttempts: 3,
        maxDelaySeconds: longestWaitSeconds,
        rethrowHttpErrors: true,
        rethrowInternalServerErrors: true,
      }),
    ),
    abortedAsUnanswered,
  ]
}

const longestWaitSeconds = 5

/** A wait that is cut short fails as the network does. */
const abortedAsUnanswered: Transformer = async (prev, method, payload, signal) => {
  try {
    return await prev(method, payload, signal)
  } catch (error) {
    if (error instanceof HttpError || signal?.aborted !== true) throw error
    throw new HttpError(`'${method}' was given up`, error)
  }
}

/** Polling has its own rhythm and its own retries. */
function isBounded(method: string): boolean {
  return method !== 'getUpdates'
}

/** A typing action that comes late is worse than none. */
function isDelivered(method: string): boolean {
  return isBounded(method) && method !== 'sendChatAction'
}

function only(applies: (method: string) => boolean, transformer: Transformer): Transformer {
  return (prev, method, payload, signal) =>
    applies(method) ? transformer(prev, method, payload, signal) : prev(method, payload, signal)
}

function timeLimit(limitMs: number): Transformer {
  return (prev, method, payload, signal) =>
    prev(method, payload, eitherSignal(signal, AbortSignal.timeout(limitMs)))
}

function retryUnanswered(waitsMs: readonly number[]): Transformer {
  return async (prev, method, payload, signal) => {
    for (const waitMs of waitsMs) {
      try {
        const answer = await prev(method, payload, signal)
        if (answer.ok || answer.error_code < 500) return answer
      } catch (error) {
        if (!(error instanceof HttpError) || signal?.aborted === true) throw error
      }
      await pause(waitMs, signal)
    }
    return prev(method, payload, signal)
  }
}

/** Ends early when aborted; the next call then fails by the same signal. */
export function pause(ms: number, signal?: AbortSignal | TelegramSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve()
    const done = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', done)
  })
}
