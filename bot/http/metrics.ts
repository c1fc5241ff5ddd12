/** Counters and clocks for Prometheus; paths are counted as routes, so that no reader's words become labels. */
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { AnswerDocument } from '../../core/answer/document.ts'
import type { Readiness } from '../readiness.ts'

export interface Metrics {
  readonly contentType: string
  readonly render: () => Promise<string>
  readonly countRequests: MiddlewareHandler
  readonly countAnswer: (document: AnswerDocument) => void
}

export function createMetrics(readiness: () => Promise<Readiness>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const requests = new Counter({
    name: 'rawi_http_requests_total',
    help: 'Requests answered, by route and status',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'rawi_http_request_seconds',
    help: 'Time from request to response',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const answers = new Counter({
    name: 'rawi_answers_total',
    help: 'Questions answered over HTTP, by verdict, reason of a refusal and mode of search',
    labelNames: ['verdict', 'reason', 'mode'],
    registers,
  })
  const ready = gauge('rawi_ready', '1 when questions can be asked')
  const generation = gauge('rawi_generation', 'Number of the served generation')
  const published = gauge('rawi_generation_published_timestamp_seconds', 'When it was published')
  const articles = gauge('rawi_articles', 'Articles served')
  const passages = gauge('rawi_passages', 'Passages served')
  const damaged = gauge('rawi_damaged_articles', 'Articles found damaged and not served')
  const newest = gauge('rawi_newest_article_timestamp_seconds', 'Date of the newest article')

  function gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers })
  }

  async function refresh(): Promise<void> {
    const now = await readiness()
    ready.set(now.ready ? 1 : 0)
    if (!now.ready) return
    const { status } = now
    generation.set(status.generation)
    published.set(Date.parse(status.publishedAt) / 1000)
    articles.set(status.articles)
    passages.set(status.passages)
    damaged.set(status.damaged)
    if (status.newestArticle !== null) newest.set(Date.parse(status.newestArticle) / 1000)
  }

  return {
    contentType: registry.contentType,
    render: async () => {
      await refresh()
      return registry.metrics()
    },
    countRequests: async (c, next) => {
      const stop = seconds.startTimer()
      await next()
      const route = routePath(c, -1)
      stop({ route })
      requests.inc({ method: c.req.method, route, status: c.res.status })
    },
    countAnswer: ({ verdict, reason, mode }) => {
      answers.inc({ verdict, reason: reason ?? '', mode })
    },
  }
}
