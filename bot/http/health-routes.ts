/** For those who run it: alive, ready, metrics. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ArchiveStatus } from '../../core/archive.ts'
import type { Readiness } from '../readiness.ts'
import type { Metrics } from './metrics.ts'
import { problem } from './problems.ts'
import { notReadyDocument, readyDocument } from './schemas.ts'

export interface HealthDeps {
  readonly readiness: () => Promise<Readiness>
  readonly metrics: Metrics
  readonly isAlive: () => boolean
  /** Whether the request may be told more than that all is well, or not. */
  readonly isOperator: (c: Context) => boolean
}

export function addHealthRoutes(
  app: OpenAPIHono,
  { readiness, metrics, isAlive, isOperator }: HealthDeps,
): void {
  app.openapi(healthRoute, (c) =>
    isAlive()
      ? c.json({ alive: true as const }, 200, noStore)
      : c.json({ alive: false as const }, 503, noStore),
  )
  app.openapi(readyRoute, async (c) => {
    const now = await readiness()
    if (now.ready) {
      const status = isOperator(c) ? tellable(now.status) : {}
      return c.json({ ready: true as const, ...status }, 200, noStore)
    }
    const reason = isOperator(c) ? now.reason : null
    return c.json({ ...now, reason }, 503, { ...noStore, 'Retry-After': '2' })
  })
  app.get('/metrics', async (c) => {
    if (!isOperator(c)) {
      return problem(
        c,
        'TOKEN_WANTED',
        'Set METRICS_TOKEN, and send Authorization: Bearer with it.',
        {
          'WWW-Authenticate': 'Bearer',
        },
      )
    }
    return c.body(await metrics.render(), 200, { ...noStore, 'Content-Type': metrics.contentType })
  })
}

/** Where files lie, the log tells. */
function tellable(status: ArchiveStatus): ArchiveStatus {
  const hasPath = /[\\/]/.test(status.modeReason ?? '')
  return hasPath ? { ...status, modeReason: 'The model cannot be used; the log says why.' } : status
}

const noStore = { 'Cache-Control': 'no-store' } as const

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'isAlive',
  tags: ['operation'],
  summary: 'Alive',
  responses: {
    200: {
      description: 'The process answers',
      content: {
        'application/json': {
          schema: z.object({ alive: z.literal(true) }),
          example: { alive: true },
        },
      },
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
  operationId: 'isReady',
  tags: ['operation'],
  summary: 'Ready to be asked',
  responses: {
    200: {
      description:
        'Questions can be asked; for those who run the server, `mode` tells whether an embedding model is at work',
      content: { 'application/json': { schema: readyDocument, example: { ready: true } } },
    },
    503: {
      description: 'No index is open yet',
      content: { 'application/json': { schema: notReadyDocument } },
    },
  },
})
