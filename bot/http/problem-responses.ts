/** The failures of a route, as /openapi.json tells them. */
import { STATUS_CODES } from 'node:http'
import { problemDocument } from './schemas.ts'

interface ProblemResponse {
  readonly description: string
  readonly content: {
    readonly 'application/problem+json': { readonly schema: typeof problemDocument }
  }
}

export function problemResponses(...statuses: readonly number[]): Record<number, ProblemResponse> {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: STATUS_CODES[status] ?? 'Failure',
        content: { 'application/problem+json': { schema: problemDocument } },
      },
    ]),
  )
}
