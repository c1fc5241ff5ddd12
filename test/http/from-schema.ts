/** Requests as /openapi.json describes them, and such as it does not: values that keep to a schema and values that break it. */
import fc from 'fast-check'

export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
  readonly example?: unknown
}

export interface Operation {
  readonly parameters?: readonly {
    readonly name: string
    readonly in: 'path' | 'query'
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

export interface Sent {
  readonly path: string
  readonly body: string | null
}

const words = [
  'كم عدد القتلى في فيضانات درنة؟',
  'مریم میرزاخانی',
  'What happened in Derna?',
  'derna-flood-2023-ar',
  'أخبار/../درنة',
  '%00%ff%2e%2e%2f',
  '\u0000\u202e\ud800',
  '__proto__',
  '<script>alert(1)</script>',
  "'; drop table articles; --",
  'س'.repeat(2001),
]

const anyText = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

const anything: fc.Arbitrary<unknown> = fc.oneof(anyText, fc.jsonValue({ maxDepth: 3 }))

function keeping(schema: Schema, document: Document): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    const named = document.components.schemas[schema.$ref.split('/').at(-1)!]
    return keeping(named!, document)
  }
  const type = [schema.type].flat()[0]
  if (type === 'object') {
    const fields = Object.entries(schema.properties ?? {})
    return fc.record(
      Object.fromEntries(fields.map(([name, field]) => [name, valueOf(field, document)])),
      { requiredKeys: fields.slice(0, 1).map(([name]) => name) },
    )
  }
  if (type === 'array') {
    const maxLength = Math.min(schema.maxItems ?? 5, 5)
    return fc.array(valueOf(schema.items ?? {}, document), { maxLength })
  }
  if (type === 'integer')
    return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1_000_000 })
  if (type === 'boolean') return fc.boolean()
  if (schema.format === 'date')
    return fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern))
  return schema.example === undefined ? anyText : fc.oneof(anyText, fc.constant(schema.example))
}

function valueOf(schema: Schema, document: Document): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: keeping(schema, document) },
    { weight: 1, arbitrary: anything },
  )
}

export function requestsOf(
  route: string,
  { parameters = [], requestBody }: Operation,
  document: Document,
): fc.Arbitrary<Sent> {
  const given = fc.record(
    Object.fromEntries(parameters.map(({ name, schema }) => [name, valueOf(schema, document)])),
    { requiredKeys: parameters.filter((one) => one.in === 'path').map(({ name }) => name) },
  )
  const path = given.map((values) => {
    const query = new URLSearchParams()
    let address = route
    for (const one of parameters) {
      if (!Object.hasOwn(values, one.name)) continue
      for (const value of [values[one.name]].flat()) {
        const text = textOf(value)
        if (one.in === 'query') query.append(one.name, text)
        else address = address.replace(`{${one.name}}`, () => encodeURIComponent(text) || '-')
      }
    }
    return `${address}?${query.toString()}`
  })
  const schema = requestBody?.content['application/json']?.schema
  const body =
    schema === undefined
      ? fc.constant(null)
      : fc.oneof(
          { weight: 8, arbitrary: valueOf(schema, document).map((value) => JSON.stringify(value)) },
          { weight: 1, arbitrary: anyText },
        )
  // A longer address is refused (431) before any route sees it.
  return fc.record({ path: path.filter(({ length }) => length < 14_000), body })
}

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return (text ?? '').toWellFormed()
}
