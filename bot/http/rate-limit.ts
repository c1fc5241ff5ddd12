/** So many questions a client in a window; the rest are told when to come again. */
import type { MiddlewareHandler } from 'hono'
import { rateLimiter, type ClientRateLimitInfo, type Store } from 'hono-rate-limiter'
import type { Config } from '../config.ts'
import { clientOf, connectionOf } from './client-address.ts'
import { problem } from './problems.ts'

type RateLimitOptions = Pick<Config['http'], 'rateLimit' | 'trustedProxies'>

export function limitQuestions({ rateLimit, trustedProxies }: RateLimitOptions): MiddlewareHandler {
  if (rateLimit === null) return (_c, next) => next()
  return rateLimiter({
    limit: rateLimit.questions,
    windowMs: rateLimit.windowMs,
    store: createCounts(rateLimit.windowMs),
    standardHeaders: 'draft-7',
    keyGenerator: (c) => clientOf(connectionOf(c, trustedProxies)),
    handler: (c) =>
      problem(
        c,
        'RATE_LIMITED',
        `At most ${rateLimit.questions} questions are answered in ${rateLimit.windowMs / 1000} seconds.`,
      ),
  })
}

/** Windows of a clock that nobody sets: a step of the time of day neither frees a client nor shuts it out. */
function createCounts(windowMs: number): Store {
  /** In order of their ends. */
  const windows = new Map<string, { questions: number; readonly endsAt: number }>()

  function windowOf(key: string, now: number): { questions: number; readonly endsAt: number } {
    for (const [ended, { endsAt }] of windows) {
      if (endsAt > now) break
      windows.delete(ended)
    }
    const known = windows.get(key)
    if (known !== undefined) return known
    const begun = { questions: 0, endsAt: now + windowMs }
    windows.set(key, begun)
    return begun
  }

  return {
    increment(key): ClientRateLimitInfo {
      const now = performance.now()
      const window = windowOf(key, now)
      window.questions += 1
      return {
        totalHits: window.questions,
        resetTime: new Date(Date.now() + window.endsAt - now),
      }
    },
    decrement(key) {
      const window = windows.get(key)
      if (window !== undefined) window.questions -= 1
    },
    resetKey(key) {
      windows.delete(key)
    },
  }
}
