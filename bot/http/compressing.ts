/** Bodies compressed for whoever takes them so; what a machine asks every few seconds is too short to gain by it. */
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'

const probes = ['/healthz', '/readyz']
const compressed = compress()

export const compressing: MiddlewareHandler = (c, next) =>
  probes.includes(c.req.path) ? next() : compressed(c, next)
