/** Every failure of the endpoint as application/problem+json (RFC 9457). */
import type { Context } from 'hono'
import type { RequestIdVariables } from 'hono/request-id'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { actorOf, isRawiError, type ErrorCode, type RawiError } from '../../core/errors.ts'
import type { Logger } from '../logger.ts'
import { hasLeft, responseToNobody } from './client-left.ts'

type TransportCode =
  | 'REQUEST_INVALID'
  | 'ROUTE_UNKNOWN'
  | 'METHOD_NOT_ALLOWED'
  | 'BODY_TOO_LARGE'
  | 'MEDIA_TYPE_UNSUPPORTED'
  | 'RATE_LIMITED'
  | 'HOST_UNKNOWN'
  | 'TOKEN_WANTED'
  | 'INTERNAL'

export type ProblemCode = ErrorCode | TransportCode

interface ProblemRow {
  readonly status: ContentfulStatusCode
  readonly title: string
  /** Seconds after which another try makes sense. */
  readonly retryAfter?: number
}

const unavailable = {
  status: 503,
  title: 'The archive cannot be asked at present',
  retryAfter: 30,
} as const

export const problems = {
  ARCHIVE_ENDED: { ...unavailable, retryAfter: 3 },
  QUESTION_INVALID: { status: 400, title: 'The question cannot be read' },
  ARTICLE_UNKNOWN: { status: 404, title: 'No such article' },
  ARTICLE_WITHDRAWN: { status: 410, title: 'The article was withdrawn' },
  INDEX_MISSING: { status: 503, title: 'The articles are being indexed', retryAfter: 5 },
  INDEX_BUSY: unavailable,
  INDEX_CORRUPT: unavailable,
  INDEX_STALE: unavailable,
  INDEX_TOO_NEW: unavailable,
  STORAGE_FAILED: unavailable,
  EMBEDDER_UNAVAILABLE: unavailable,
  READER_UNAVAILABLE: unavailable,
  BACKUP_INVALID: { status: 500, title: 'Something went wrong here' },
  CONFIG_INVALID: { status: 500, title: 'Something went wrong here' },
  CORPUS_SHRUNK: { status: 500, title: 'Something went wrong here' },
  CORPUS_UNREADABLE: { status: 500, title: 'Something went wrong here' },
  DATASET_INVALID: { status: 500, title: 'Something went wrong here' },
  ROLLBACK_IMPOSSIBLE: { status: 500, title: 'Something went wrong here' },
  VERIFICATION_FAILED: { status: 500, title: 'Something went wrong here' },
  REQUEST_INVALID: { status: 400, title: 'The request cannot be read' },
  ROUTE_UNKNOWN: { status: 404, title: 'Nothing is at this address' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'The method is not allowed at this address' },
  BODY_TOO_LARGE: { status: 413, title: 'The request is too large' },
  MEDIA_TYPE_UNSUPPORTED: { status: 415, title: 'The request is not application/json' },
  RATE_LIMITED: { status: 429, title: 'Too many questions' },
  HOST_UNKNOWN: { status: 421, title: 'The request is for another server' },
  TOKEN_WANTED: { status: 401, title: 'A token is wanted here' },
  OVERLOADED: { status: 503, title: 'Too many questions at once', retryAfter: 2 },
  INTERNAL: { status: 500, title: 'Something went wrong here' },
} as const satisfies Record<ProblemCode, ProblemRow>

export function problem(
  c: Context,
  code: ProblemCode,
  detail?: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const row: ProblemRow = problems[code]
  const body = {
    type: `urn:rawi:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: row.title,
    status: row.status,
    code,
    ...(detail === undefined ? {} : { detail }),
    requestId: requestIdOf(c),
  }
  return c.body(JSON.stringify(body), row.status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...(row.retryAfter === undefined ? {} : { 'Retry-After': String(row.retryAfter) }),
    ...headers,
  })
}

/** Last boundary: says what a caller can mend, logs what an operator must. */
export function problemFromError(c: Context, error: unknown, logger: Logger): Response {
  if (hasLeft(c)) return responseToNobody()
  if (error instanceof HTTPException) {
    const code = codeOfStatus[error.status]
    if (code !== undefined) return problem(c, code, error.message)
  }
  if (isRawiError(error) && actorOf[error.code] === 'caller') {
    return problem(c, error.code, error.message, retryAfter(error))
  }
  const requestId = requestIdOf(c)
  if (isRawiError(error)) {
    const level = error.code === 'INDEX_MISSING' ? 'debug' : 'error'
    logger[level]({ code: error.code, requestId }, error.message)
    return problem(c, error.code, undefined, retryAfter(error))
  }
  logger.error({ err: error, requestId }, 'a request failed')
  return problem(c, 'INTERNAL')
}

function retryAfter({ retryAfterMs }: RawiError): Record<string, string> {
  if (retryAfterMs === null) return {}
  return { 'Retry-After': String(Math.max(1, Math.ceil(retryAfterMs / 1000))) }
}

const codeOfStatus: Readonly<Partial<Record<number, ProblemCode>>> = {
  400: 'REQUEST_INVALID',
  404: 'ROUTE_UNKNOWN',
  413: 'BODY_TOO_LARGE',
  415: 'MEDIA_TYPE_UNSUPPORTED',
}

function requestIdOf(c: Context<{ Variables: RequestIdVariables }>): string {
  return c.get('requestId')
}
