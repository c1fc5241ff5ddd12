/** A client that has gone: what becomes of its request is no failure, and nobody sees its status but the metrics. */
import type { Context, MiddlewareHandler } from 'hono'

const clientLeft = 499

export function hasLeft(c: Context): boolean {
  return c.req.raw.signal.aborted
}

export function responseToNobody(): Response {
  return new Response(null, { status: clientLeft })
}

/** The reason of an abort is a mere string, which no handler of errors is given. */
export const toleratingDepartures: MiddlewareHandler = async (c, next) => {
  try {
    await next()
  } catch (error) {
    if (!hasLeft(c)) throw error
  }
  if (hasLeft(c)) c.res = responseToNobody()
}
