/**
 * Reads one JSON value as an article's record, under the field names that exports use.
 *
 * Out: a draft; a refusal that names the fields where the text stands under a name that is not known; null for what is
 *      no record.
 */
import type { Draft, Found, RefusedDraft } from '../draft.ts'
import { emptyDraft, refusedDraft } from '../draft.ts'
import { bodyText } from './body-text.ts'
import { textOfValue } from './field-text.ts'
import { fieldsOf, textNames, type FieldName, type RecordFields } from './record-fields.ts'

/** Where an export wraps the record itself. */
const wrappers = [
  '_source',
  'attributes',
  'fields',
  'article',
  'node',
  'doc',
  'record',
  'post',
  'document',
  'item',
  'data',
]
const maxWrappers = 3

export function draftFromRecord(value: unknown): Draft | RefusedDraft | null {
  const draft = draftOfFields(value)
  if (draft === null || 'kind' in draft || draft.text.trim() !== '') return draft
  return withoutBody(fieldsOf(unwrapped(value as object)), draft.lead ?? '') ?? draft
}

/** The same for a record that need not have a text: a page's word on itself. */
export function draftOfFields(value: unknown): Draft | RefusedDraft | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const fields = fieldsOf(unwrapped(value))
  const stated = firstText(fields, 'text')
  const body = stated === null ? { text: '', links: [] } : bodyText(stated.text)
  if ('kind' in body) return body
  const lead = bodyText(firstText(fields, 'lead')?.text ?? '')
  return {
    ...emptyDraft,
    id: firstText(fields, 'id')?.text ?? null,
    title: found(firstText(fields, 'title')?.text),
    source: found(fields.first('source', nameOf)),
    url: found(urlOf(fields)),
    publishedAt: found(firstText(fields, 'publishedAt')?.text),
    language: found(firstText(fields, 'language')?.text),
    lead: 'kind' in lead || lead.text === '' ? null : lead.text,
    text: body.text,
    links: [...(stated?.links ?? []), ...body.links],
  }
}

/** Whether an article's text stands in the value, under a name that is known. */
export function hasText(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return firstText(fieldsOf(unwrapped(value)), 'text') !== null
}

/** The record inside its wrapper, with the wrapper's own fields where it has none. */
function unwrapped(value: object): object {
  let record = value
  for (let times = 0; times < maxWrappers; times += 1) {
    if (firstText(fieldsOf(record), 'text') !== null) return record
    const inner = wrappers
      .map((name) =>
        Object.hasOwn(record, name) ? (record as Record<string, unknown>)[name] : null,
      )
      .find((entry) => typeof entry === 'object' && entry !== null && !Array.isArray(entry))
    if (typeof inner !== 'object' || inner === null) return record
    record = { ...record, ...inner }
    for (const name of wrappers)
      if ((record as Record<string, unknown>)[name] === inner)
        delete (record as Record<string, unknown>)[name]
  }
  return record
}

function firstText(fields: RecordFields, field: FieldName): ReturnType<typeof textOfValue> {
  return fields.first(field, textOfValue)
}

function found(value: string | null | undefined): Found | null {
  return typeof value === 'string' ? { value, by: 'field' } : null
}

function urlOf(fields: RecordFields): string | null {
  const address = fields.first('url', addressOf) ?? fields.first('address', addressOf)
  return address ?? firstText(fields, 'url')?.text ?? null
}

function addressOf(value: unknown): string | null {
  const text = textOfValue(value)?.text.trim()
  return text !== undefined && isAddress(text) ? text : null
}

function nameOf(value: unknown): string | null {
  const text = textOfValue(value)?.text.trim()
  return text !== undefined && !isAddress(text) ? text : null
}

function isAddress(text: string): boolean {
  return /^(?:https?:)?\/\//iu.test(text.trim())
}

const fewestWords = 8
const maxNamed = 20

/** What may be the article's text stands under another name: its lead alone would pass for the whole. */
function withoutBody(fields: RecordFields, lead: string): RefusedDraft | null {
  const unread = fields.unknown().find(([, value]) => {
    const text = textOfValue(value)?.text ?? ''
    return words(text) >= fewestWords && text.length > lead.length
  })
  if (unread === undefined && (lead !== '' || firstText(fields, 'text') !== null)) return null
  if (unread === undefined && fields.hasEmptyText()) return null
  const names = fields.names.slice(0, maxNamed).map((name) => JSON.stringify(name.slice(0, 40)))
  const more = fields.names.length > maxNamed ? ` and ${fields.names.length - maxNamed} more` : ''
  const detail = `No text under a name that is known. Its fields: ${names.join(', ')}${more}. A text is read from: ${textNames.join(', ')}.`
  return refusedDraft('no-body', detail)
}

function words(text: string): number {
  return text.slice(0, 2000).match(/\p{L}{2,}/gu)?.length ?? 0
}
