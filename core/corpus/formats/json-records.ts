/**
 * Finds the records in what a JSON file holds: a list, the list inside an answer of an interface, a feed, a chat's
 * messages, or records by their ids.
 *
 * Cost: O(records); looks a few levels deep and no further.
 */
import type { Found } from '../draft.ts'
import { textOfValue } from './field-text.ts'
import { hasText } from './json-record.ts'

export interface FoundRecord {
  readonly record: unknown
  /** What it is known by as a part of the whole; goes before its own id. */
  readonly id: string | null
  /** The outlet that the list as a whole is of. */
  readonly source: Found | null
}

const lists =
  'articles items item posts news results result data docs documents records rows entries entry messages hits stories channel rss feed response list payload value nodes edges chats pages db d'.split(
    ' ',
  )
const maxDepth = 5

/** @returns null when the value is a record itself, or nothing that holds records. */
export function recordsIn(value: unknown): FoundRecord[] | null {
  const records = recordsOf(value, null, 0)
  return records === null ? null : [...records]
}

function recordsOf(value: unknown, source: Found | null, depth: number): FoundRecord[] | null {
  if (depth > maxDepth || typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) {
    return value.flatMap((record: unknown): FoundRecord[] => {
      const inner = hasText(record) ? null : recordsOf(record, source, depth + 1)
      return inner ?? [{ record, id: null, source }]
    })
  }
  if (hasText(value)) return null
  const object = value as Readonly<Record<string, unknown>>
  const outlet = outletOf(object) ?? source
  for (const name of lists) {
    const inner = Object.hasOwn(object, name) ? object[name] : null
    if (typeof inner !== 'object' || inner === null) continue
    if (Array.isArray(inner) && !inner.some(isObject)) continue
    const entries: unknown =
      name === 'messages' && Array.isArray(inner) ? inner.filter(hasText) : inner
    const records = Array.isArray(entries)
      ? recordsOf(entries, outlet, depth + 1)
      : recordsInside(entries, outlet, depth)
    if (records !== null && name === 'messages')
      return records.map((found) => ofChat(found, object))
    if (records !== null) return records
  }
  return byId(object)
}

/** A level that only wraps the list. */
function recordsInside(value: unknown, source: Found | null, depth: number): FoundRecord[] | null {
  if (hasText(value)) return [{ record: value, id: null, source }]
  return recordsOf(value, source, depth + 1)
}

/** Every chat counts its messages from one. */
function ofChat(found: FoundRecord, { id }: Readonly<Record<string, unknown>>): FoundRecord {
  const own =
    isObject(found.record) && 'id' in found.record ? textOfValue(found.record.id)?.text : undefined
  const chat = textOfValue(id)?.text
  return own === undefined || chat === undefined ? found : { ...found, id: `${chat}/${own}` }
}

/** Name of a feed, a channel, or the outlet that is stated beside the list. */
function outletOf(object: Readonly<Record<string, unknown>>): Found | null {
  const isFeed =
    Array.isArray(object['items']) ||
    Array.isArray(object['item']) ||
    Array.isArray(object['entry'])
  const isChat = Array.isArray(object['messages'])
  const names = [
    ...(isChat ? ['name'] : []),
    ...(isFeed ? ['title'] : []),
    'source',
    'outlet',
    'publisher',
    'site_name',
  ]
  for (const name of names) {
    const text = Object.hasOwn(object, name) ? textOfValue(object[name])?.text : undefined
    if (text !== undefined && !/^https?:/iu.test(text)) return { value: text, by: 'field' }
  }
  return null
}

function byId(object: Readonly<Record<string, unknown>>): FoundRecord[] | null {
  const entries = Object.entries(object)
  if (entries.length === 0 || !entries.every(([, record]) => isObject(record))) return null
  const texts = entries.filter(([, record]) => hasText(record)).length
  if (texts * 2 < entries.length) return null
  return entries.map(([id, record]) => ({ record, id, source: null }))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
