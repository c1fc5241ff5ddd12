import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { requestsOf, type Document, type Schema } from './from-schema.ts'
import { serveSample, type ServedSample } from './serve-sample.ts'

let served: ServedSample
let document: Document
beforeAll(async () => {
  served = await serveSample()
  document = (await (await fetch(`${served.address}/openapi.json`)).json()) as Document
}, 120_000)
afterAll(() => served.close(1000))

const checks = new Map<Schema, z.ZodType>()

function checkOf(schema: Schema): z.ZodType {
  const known = checks.get(schema)
  if (known !== undefined) return known
  const whole = JSON.stringify({ ...schema, $defs: document.components.schemas })
  const check = z.fromJSONSchema(
    JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')) as Parameters<
      typeof z.fromJSONSchema
    >[0],
  )
  checks.set(schema, check)
  return check
}

describe('any request that the schema describes, or nearly', () => {
  it(
    'is answered as the schema says, and never by a failure of the server',
    { timeout: 120_000 },
    async () => {
      const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
      )
      expect(operations.length).toBeGreaterThan(9)
      const seen = new Set<string>()
      for (const { path, method, operation } of operations) {
        await fc.assert(
          fc.asyncProperty(requestsOf(path, operation, document), async (sent) => {
            const response = await fetch(served.address + sent.path, {
              method,
              ...(sent.body !== null && {
                body: sent.body,
                headers: { 'Content-Type': 'application/json' },
              }),
            })
            const text = await response.text()
            expect(response.status).toBeLessThan(500)
            const published = operation.responses[response.status]
            expect(published).toBeDefined()
            const type = response.headers.get('content-type')?.split(';')[0] ?? ''
            const schema = published?.content?.[type]?.schema
            expect(schema).toBeDefined()
            expect(checkOf(schema!).safeParse(JSON.parse(text))).toMatchObject({ success: true })
            seen.add(`${method} ${path} ${response.status}`)
          }),
          { numRuns: 60 },
        )
      }
      // Both worlds were met: what is answered and what is refused.
      expect([...seen]).toEqual(
        expect.arrayContaining(['get /v1/search 200', 'get /v1/search 400', 'post /v1/verify 200']),
      )
      expect(served.logged()).not.toContain('a request failed')
    },
  )
})
