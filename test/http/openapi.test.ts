import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import openapiTypes, { type OpenAPI3 } from 'openapi-typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createShelf, makeArticle } from './shelf.ts'
import { serve, type Served } from './serve.ts'

interface Media {
  readonly schema: object
  readonly example?: unknown
}

interface Operation {
  readonly operationId?: string
  readonly summary?: string
  readonly requestBody?: { readonly content: Record<string, Media> }
  readonly responses: Record<string, { readonly content?: Record<string, Media> }>
}

interface Document {
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly schemas: Record<string, object> }
}

const port = makeArticle({
  id: 'أخبار/ميناء',
  title: 'ميناء',
  text: 'أُغلق الميناء يوم الجمعة.',
})

/** What somebody who generates a client from the document would write: it must compile, and do what it says. */
const client = `
import createClient from 'openapi-fetch'
import type { components, paths } from './api.d.ts'

const api = createClient<paths>({ baseUrl: process.argv[2]! })
const { data } = await api.POST('/v1/ask', { body: { question: 'متى أُغلق الميناء يوم الجمعة؟' } })
const answer: components['schemas']['Answer'] = data!
const verdict: 'answer' | 'refusal' = answer.verdict
const [citation] = answer.citations
const quote: string = citation!.quote
const { data: article } = await api.GET('/v1/articles/{id}', {
  params: { path: { id: citation!.articleId } },
})
const { error } = await api.POST('/v1/ask', { body: { question: ' ' } })
const code: string = error!.code
const list = await api.GET('/v1/articles', { params: { query: { outlet: ['x', 'y'], limit: 3 } } })
const next: string | null = list.data!.next
const found = await api.GET('/v1/search', { params: { query: { q: 'الميناء' } } })
const passage: string = found.data!.passages[0]!.text
const checked = await api.POST('/v1/verify', { body: { quotes: [{ quote: passage }] } })
const checkedAs: 'exact' | 'stitched' | 'misattributed' | 'absent' = checked.data!.quotes[0]!.verdict
// @ts-expect-error -- A field that no body has.
void (() => api.POST('/v1/ask', { body: { query: 'متى؟' } }))
// @ts-expect-error -- A verdict is no number.
const wrong: number = answer.verdict
void wrong
console.log(JSON.stringify({ verdict, isExact: article!.text.slice(citation!.start, citation!.end) === quote, code, next, checkedAs }))
`

let served: Served
let document: Document
let folder: string
beforeAll(async () => {
  served = await serve(createShelf([port]))
  document = (await (await fetch(`${served.address}/openapi.json`)).json()) as Document
  // Within the project, whose packages the client is compiled with.
  mkdirSync('data/var', { recursive: true })
  folder = mkdtempSync('data/var/client-')
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await served.close(500)
})

function operations(): readonly (Operation & { readonly name: string })[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      name: `${method} ${path}`,
    })),
  )
}

describe('GET /openapi.json', () => {
  it('is what a generated client compiles against, and what the server does', async () => {
    const run = promisify(execFile)
    writeFileSync(join(folder, 'api.d.ts'), await openapiTypes(document as unknown as OpenAPI3))
    writeFileSync(join(folder, 'client.ts'), client)
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../../../tsconfig.json', include: ['*.ts'] }),
    )
    const compiled = await run('node_modules/.bin/tsc', ['--project', folder]).then(
      () => '',
      ({ stdout }: { stdout: string }) => stdout,
    )
    expect(compiled).toBe('')
    const { stdout } = await run(process.execPath, [join(folder, 'client.ts'), served.address])
    expect(JSON.parse(stdout)).toEqual({
      verdict: 'answer',
      isExact: true,
      code: 'QUESTION_INVALID',
      next: null,
      checkedAs: 'exact',
    })
  })

  it('gives every operation a name of its own and a summary', () => {
    const names = operations().map(({ operationId }) => operationId)
    expect(new Set(names).size).toBe(names.length)
    for (const { operationId, summary } of operations()) {
      expect(operationId).toMatch(/^[a-z][A-Za-z]+$/)
      expect(summary).toBeTypeOf('string')
    }
  })

  it('names the server beside it, under whatever path that stands', () => {
    const [server] = document.servers
    expect(new URL(server!.url, 'https://news.example.org/archive/openapi.json').href).toBe(
      'https://news.example.org/archive/',
    )
  })

  it('gives examples that keep to their schemas, one an operation at least', () => {
    const named = JSON.stringify(document.components.schemas)
    const faults = operations().flatMap(({ name, requestBody, responses }) => {
      const examples = [requestBody, ...Object.values(responses)]
        .flatMap((one) => Object.values(one?.content ?? {}))
        .filter(({ example }) => example !== undefined)
      if (examples.length === 0) return [`${name} has none`]
      return examples.flatMap(({ schema, example }) => {
        const whole = `${JSON.stringify(schema).slice(0, -1)},"$defs":${named}}`
        const check = z.fromJSONSchema(
          JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')) as Parameters<
            typeof z.fromJSONSchema
          >[0],
        )
        const { error } = check.safeParse(example)
        return error === undefined ? [] : [`${name}: ${error.message}`]
      })
    })
    expect(faults).toEqual([])
  })
})
