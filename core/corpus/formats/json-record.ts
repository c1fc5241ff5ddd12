/**
 * Reads one JSON value as an article's record, under the field names that news exports and BEIR corpora use.
 *
 * Only a record's own fields are read, so `__proto__` and `constructor` are names like any other.
 */
import type { Draft, Found } from '../draft.ts'
import { emptyDraft } from '../draft.ts'

const fields = {
  id: ['id', '_id'],
  title: ['title', 'headline'],
  text: ['text', 'body', 'content', 'articleBody'],
  lead: ['lead', 'summary', 'description'],
  source: ['source', 'outlet', 'publisher'],
  url: ['url', 'link'],
  publishedAt: ['date', 'publishedAt', 'datePublished'],
  language: ['lang', 'language', 'inLanguage'],
} as const satisfies Record<string, readonly string[]>

/** @returns null when the value is no record. */
export function draftFromRecord(value: unknown): Draft | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const record = new Map<string, unknown>(Object.entries(value))
  const found = (field: keyof typeof fields): Found | null => {
    const text = firstText(record, fields[field])
    return text === null ? null : { value: text, by: 'field' }
  }
  return {
    ...emptyDraft,
    id: found('id')?.value ?? null,
    title: found('title'),
    source: found('source'),
    url: found('url'),
    publishedAt: found('publishedAt'),
    language: found('language'),
    lead: found('lead')?.value ?? null,
    text: firstText(record, fields.text) ?? '',
  }
}

function firstText(record: ReadonlyMap<string, unknown>, names: readonly string[]): string | null {
  for (const name of names) {
    const text = textOf(record.get(name))
    if (text !== null) return text
  }
  return null
}

/** Exports write a text as a string, as a list of paragraphs, or (an outlet) as an object with a name. */
function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value.trim() === '' ? null : value
  if (Array.isArray(value)) {
    const parts = value.filter((part) => typeof part === 'string' && part.trim() !== '')
    return parts.length === 0 ? null : parts.join('\n')
  }
  if (typeof value === 'object' && value !== null && 'name' in value)
    return typeof value.name === 'string' ? textOf(value.name) : null
  return null
}
