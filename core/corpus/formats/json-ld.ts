/**
 * Reads what a page says of its article in JSON-LD, the most exact of all places.
 *
 * Source: https://schema.org/NewsArticle and its parents.
 */
import type { Draft, Found } from '../draft.ts'
import { emptyDraft } from '../draft.ts'
import { draftOfFields } from './json-record.ts'

const maxNodes = 2000
const articleType = /(?:Article|BlogPosting|Report)$/u

/** @param scripts - Contents of the `application/ld+json` scripts of a page. @returns null when none tells of an article. */
export function draftFromJsonLd(scripts: readonly string[]): Draft | null {
  for (const script of scripts) {
    for (const node of nodesOf(parsed(script))) {
      if (!isArticle(node)) continue
      const draft = draftOfFields(node)
      if (draft === null || 'kind' in draft) continue
      return {
        ...emptyDraft,
        title: byJsonLd(draft.title),
        source: byJsonLd(draft.source),
        url: byJsonLd(draft.url),
        publishedAt: byJsonLd(draft.publishedAt),
        language: byJsonLd(draft.language),
        text: draft.text,
        links: draft.links,
      }
    }
  }
  return null
}

function byJsonLd(found: Found | null): Found | null {
  return found && { value: found.value, by: 'json-ld' }
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script)
  } catch {
    // A page with a broken script still has its text and its other marks.
    return null
  }
}

/** The value itself, the members of a list, and those of an `@graph`, breadth first and bounded. */
function* nodesOf(value: unknown): Generator<object> {
  const queue: unknown[] = [value]
  for (let at = 0; at < queue.length && at < maxNodes; at += 1) {
    const node = queue[at]
    if (Array.isArray(node)) queue.push(...node.slice(0, maxNodes))
    else if (typeof node === 'object' && node !== null) {
      yield node
      if ('@graph' in node) queue.push(node['@graph'])
      if ('mainEntity' in node) queue.push(node.mainEntity)
    }
  }
}

function isArticle(node: object): boolean {
  const type: unknown = '@type' in node ? node['@type'] : null
  const types: unknown[] = Array.isArray(type) ? type : [type]
  return types.some((name) => typeof name === 'string' && articleType.test(name))
}
