/** What search engines may list: pages unless that is refused, and no document of the endpoint. */
import type { MiddlewareHandler } from 'hono'

export function robots(isListed: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (!isListed || c.req.path.startsWith('/v1/')) c.header('X-Robots-Tag', 'noindex')
  }
}
