/** So many questions a client in a window; the rest are told when to come again. */
import type { MiddlewareHandler } from 'hono'
import { rateLimiter } from 'hono-rate-limiter'
import type { Config } from '../config.ts'
import { clientOf, connectionOf } from './client-address.ts'
import { problem } from './problems.ts'

type RateLimitOptions = Pick<Config['http'], 'rateLimit' | 'trustedProxies'>

export function limitQuestions({ rateLimit, trustedProxies }: RateLimitOptions): MiddlewareHandler {
  if (rateLimit === null) return (_c, next) => next()
  return rateLimiter({
    limit: rateLimit.questions,
    windowMs: rateLimit.windowMs,
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
