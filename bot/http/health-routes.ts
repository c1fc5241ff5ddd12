/** For those who run it: alive, ready, metrics. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Readiness } from '../readiness.ts'
import type { Metrics } from './metrics.ts'
import { notReadyDocument, readyDocument } from './schemas.ts'

export interface HealthDeps {
  readonly readiness: () => Promise<Readiness>
  readonly metrics: Metrics
  readonly isAlive: () => boolean
}

export function addHealthRoutes(
  app: OpenAPIHono,
  { readiness, metrics, isAlive }: HealthDeps,
): void {
  app.openapi(healthRoute, (c) =>
    isAlive()
      ? c.json({ alive: true as const }, 200, noStore)
      : c.json({ alive: false as const }, 503, noStore),
  )
  app.openapi(readyRoute, async (c) => {
    const now = await readiness()
    return now.ready
      ? c.json({ ready: true as const, ...now.status }, 200, noStore)
      : c.json(now, 503, { ...noStore, 'Retry-After': '2' })
  })
  app.get('/metrics', async (c) =>
    c.body(await metrics.render(), 200, { ...noStore, 'Content-Type': metrics.contentType }),
  )
}

const noStore = { 'Cache-Control': 'no-store' } as const

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Alive',
  responses: {
    200: {
      description: 'The process answers',
      content: { 'application/json': { schema: z.object({ alive: z.literal(true) }) } },
    },
    503: {
      description: 'The archive ends again and again before it answers',
      content: { 'application/json': { schema: z.object({ alive: z.literal(false) }) } },
    },
  },
})

const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Ready to be asked',
  responses: {
    200: {
      description: 'Questions can be asked; `mode` tells whether an embedding model is at work',
      content: { 'application/json': { schema: readyDocument } },
    },
    503: {
      description: 'No index is open yet',
      content: { 'application/json': { schema: notReadyDocument } },
    },
  },
})
