/**
 * Reads the YAML front matter of a Markdown file.
 *
 * Only plain values of known names are used. Custom tags are refused, aliases are bounded, and keys live in a Map,
 * so that no document can reach a prototype or grow out of bounds.
 */
import { createRequire } from 'node:module'
import type * as Yaml from 'yaml'

export interface FrontMatter {
  readonly fields: ReadonlyMap<string, string>
  /** What follows the front matter; the whole text when there is none. */
  readonly body: string
  readonly problem: string | null
}

const load = createRequire(import.meta.url)
/** Loaded with the first front matter: seventy modules, and most folders hold none. */
const parseDocument: typeof Yaml.parseDocument = (source, options) =>
  (load('yaml') as typeof Yaml).parseDocument(source, options)

const fence = /^\s*---[ \t]*\n(?<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)/u
const maxLength = 64 * 1024

/** @param text - With `\n` line ends. */
export function readFrontMatter(text: string): FrontMatter {
  const match = fence.exec(text.slice(0, maxLength))
  if (!match) return { fields: new Map(), body: text, problem: null }
  const yaml = match.groups?.['yaml'] ?? ''
  const body = text.slice(match[0].length)
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    prettyErrors: false,
    uniqueKeys: false,
  })
  if (document.errors.length > 0)
    return { fields: new Map(), body, problem: document.errors[0]!.message }
  try {
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 20 })
    if (value === null || value === '') return { fields: new Map(), body, problem: null }
    if (!(value instanceof Map))
      return { fields: new Map(), body, problem: 'not a list of names and values' }
    return { fields: plainFields(value), body, problem: null }
  } catch (error) {
    return {
      fields: new Map(),
      body,
      problem: error instanceof Error ? error.message : 'unreadable',
    }
  }
}

function plainFields(value: ReadonlyMap<unknown, unknown>): Map<string, string> {
  const fields = new Map<string, string>()
  for (const [name, entry] of value) {
    if (typeof name === 'string' && typeof entry === 'string') fields.set(name, entry)
  }
  return fields
}
