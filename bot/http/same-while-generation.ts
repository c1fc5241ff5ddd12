/** Documents that stay the same while a generation is served: made once a minute, confirmed after that. */
import type { Context, TypedResponse } from 'hono'
import { randomUUID } from 'node:crypto'
import type { Archive } from '../../core/archive.ts'
import { isKnown, tagOf, versionHeaders } from './freshness.ts'

/** Whoever is started anew may be another version, with other answers. */
const run = randomUUID()

const cacheable = { 'Cache-Control': 'public, max-age=60' } as const

export interface Made<T> {
  readonly document: T
  /** What it was made from. */
  readonly generation: number
  readonly headers?: Record<string, string>
}

/** @param key - All that was asked. A question may speak of today: a new day makes a new document. */
export async function sameWhileGeneration<T extends object>(
  c: Context,
  archive: Archive,
  key: object,
  make: () => Promise<Made<T>>,
): Promise<Response & TypedResponse<never, 200, 'json'>> {
  const { generation, mode } = await archive.status()
  const versionOf = (made: number) => ({
    tag: tagOf(run, made, mode, new Date().toISOString().slice(0, 10), c.req.path, key),
  })
  const now = versionOf(generation)
  if (isKnown(c, now)) return c.body(null, 304, { ...cacheable, ...versionHeaders(now) }) as never
  const made = await make()
  return c.body(JSON.stringify(made.document), 200, {
    'Content-Type': 'application/json',
    ...cacheable,
    ...versionHeaders(versionOf(made.generation)),
    ...made.headers,
  }) as never
}
