/** Conditional requests (RFC 9110): what a client has already is not sent again. */
import type { Context } from 'hono'
import { createHash } from 'node:crypto'

export interface Version {
  readonly tag: string
  /** ISO 8601; only where there is one. */
  readonly modified?: string
}

/** @param parts - All that the document depends on. */
export function tagOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
}

/** Weak: what is sent may be compressed. */
export function versionHeaders({ tag, modified }: Version): Record<string, string> {
  return {
    ETag: `W/"${tag}"`,
    ...(modified !== undefined && { 'Last-Modified': new Date(modified).toUTCString() }),
  }
}

/**
 * A day counts as known only if it is the very one that was sent: after a step back to an older generation an earlier
 * day is news too.
 */
export function isKnown(c: Context, version: Version): boolean {
  const tags = c.req.header('if-none-match')
  if (tags !== undefined) {
    return tags.trim() === '*' || (tags.match(/"[^"]*"/g)?.includes(`"${version.tag}"`) ?? false)
  }
  const since = c.req.header('if-modified-since')
  return since !== undefined && since === versionHeaders(version)['Last-Modified']
}
