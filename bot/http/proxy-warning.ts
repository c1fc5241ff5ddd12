/** A proxy in front that nobody told of: all its readers would be taken for one. */
import type { MiddlewareHandler } from 'hono'
import type { Logger } from '../logger.ts'

/** Told once: whoever likes can send such a header. */
export function warnOfProxy(trustedProxies: number, logger: Logger): MiddlewareHandler {
  let hasTold = trustedProxies > 0
  return (c, next) => {
    if (!hasTold && c.req.header('x-forwarded-for') !== undefined) {
      hasTold = true
      logger.warn(
        'A request came with X-Forwarded-For, and TRUST_PROXY is 0. If a proxy of yours stands in front, all its readers share one limit of questions: set TRUST_PROXY to the number of proxies. If none does, a client made the header up, and nothing is to be done.',
      )
    }
    return next()
  }
}
