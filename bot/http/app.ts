/** The HTTP application: endpoint, page and health behind one set of guards. */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { Archive } from '../../core/archive.ts'
import type { Config } from '../config.ts'
import type { Logger } from '../logger.ts'
import type { Readiness } from '../readiness.ts'
import { allowHosts } from './allowed-hosts.ts'
import { addArchiveRoutes } from './archive-routes.ts'
import { addAskRoutes } from './ask-route.ts'
import { toleratingDepartures } from './client-left.ts'
import { addHealthRoutes } from './health-routes.ts'
import { compressing } from './compressing.ts'
import { addListRoute } from './list-route.ts'
import { createMetrics } from './metrics.ts'
import { addOpenApi } from './openapi.ts'
import { operatorAccess } from './operator-access.ts'
import { addPageRoutes, unknownPageResponse, wantsPage } from './page-routes.ts'
import { problem, problemFromError } from './problems.ts'
import { warnOfProxy } from './proxy-warning.ts'
import { limitQuestions } from './rate-limit.ts'
import { robots } from './robots.ts'
import { addSearchRoutes } from './search-routes.ts'

export interface HttpAppDeps {
  readonly archive: Archive
  readonly readiness: () => Promise<Readiness>
  readonly logger: Logger
  /** False when the process should be started anew. @default always true */
  readonly isAlive?: () => boolean
}

/** Left out: as on this machine alone. */
type OpenToOthers = 'host' | 'allowedHosts' | 'metricsToken' | 'isListed'
export type HttpAppOptions = Omit<Config['http'], 'port' | OpenToOthers> &
  Partial<Pick<Config['http'], OpenToOthers>>

const maxBodyBytes = {
  /** Room for 2,000 characters in any script, also when each is escaped, and for a conversation. */
  '/v1/ask': 16 * 1024,
  /** Room for twenty quotes of a paragraph. */
  '/v1/verify': 64 * 1024,
} as const

export function createHttpApp(
  { archive, readiness, logger, isAlive = () => true }: HttpAppDeps,
  given: HttpAppOptions,
): OpenAPIHono {
  const options = {
    host: '127.0.0.1',
    allowedHosts: [],
    metricsToken: null,
    isListed: true,
    ...given,
  }
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const [issue] = result.error.issues
      const path = issue?.path.join('.') ?? ''
      const code = ['question', 'q'].includes(path) ? 'QUESTION_INVALID' : 'REQUEST_INVALID'
      return problem(c, code, `${path || 'body'}: ${issue?.message ?? 'not as expected'}`)
    },
  })
  const metrics = createMetrics(readiness)

  app.use(requestId())
  app.use(metrics.countRequests)
  app.use(compressing)
  app.use(toleratingDepartures)
  app.use(headers)
  app.use(robots(options.isListed))
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        problem(c, 'METHOD_NOT_ALLOWED', undefined, { Allow: methods.join(', ') }),
    }),
  )
  app.use(
    '/v1/*',
    cors({
      origin: (origin) => (options.allowedOrigins.includes(origin) ? origin : null),
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['Content-Type', 'Accept'],
      exposeHeaders: ['X-Request-Id', 'RateLimit', 'Retry-After', 'ETag'],
      maxAge: 600,
    }),
  )
  app.use(allowHosts(options, logger))
  app.use(warnOfProxy(options.trustedProxies, logger))
  const limited = limitQuestions(options)
  for (const path of ['/v1/ask', '/v1/search', '/v1/verify']) app.use(path, limited)
  for (const [path, maxSize] of Object.entries(maxBodyBytes)) app.use(path, atMost(maxSize))

  const { trustedProxies } = options
  addAskRoutes(app, { archive, metrics, trustedProxies })
  addSearchRoutes(app, { archive, trustedProxies })
  addListRoute(app, archive)
  addArchiveRoutes(app, archive)
  addHealthRoutes(app, { readiness, metrics, isAlive, isOperator: operatorAccess(options) })
  addPageRoutes(app, { archive, trustedProxies })
  addOpenApi(app)

  app.notFound((c) => (wantsPage(c) ? unknownPageResponse(c) : problem(c, 'ROUTE_UNKNOWN')))
  app.onError((error, c) => problemFromError(c, error, logger))
  return app
}

function atMost(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: (c) =>
      problem(c, 'BODY_TOO_LARGE', `At most ${maxSize} bytes are read.`, { Connection: 'close' }),
  })
}

/** No script but our own, no markup from strings, no frame around the page. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  // TLS belongs to the proxy in front, and so does the promise to keep it.
  strictTransportSecurity: false,
})
