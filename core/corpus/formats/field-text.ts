/**
 * The text of a value as exports write one: a string, a list of paragraphs, an object that holds it under a name of its
 * own (`rendered`, `#text`, `name`), or the blocks of an editor.
 *
 * Cost: bounded depth and number of parts.
 */

export interface ValueText {
  readonly text: string
  /** Paragraphs that the export marks as links. */
  readonly links: readonly string[]
}

/** Where an object keeps its own text, and where its parts. */
const ownNames = [
  'rendered',
  'text',
  '#text',
  '_text',
  '__cdata',
  '$t',
  'value',
  'insert',
  'html',
  'plain',
  'raw',
  'name',
  'main',
  '$date',
  '$oid',
  '$numberLong',
  '_',
]
const partNames = [
  'blocks',
  'ops',
  'root',
  'content',
  'children',
  'paragraphs',
  'items',
  'data',
  'p',
  '$value',
]
/** Parts of a line, as chats and editors cut it at every change of style. */
const inlineTypes = new Set(
  'text plain bold italic underline code link text_link mention mention_name hashtag cashtag email phone spoiler custom_emoji bot_command strikethrough strike del'.split(
    ' ',
  ),
)
const struckTypes = new Set(['strikethrough', 'strike', 'del'])
const maxDepth = 16
const maxParts = 20_000

/** @returns null when the value holds no text. */
export function textOfValue(value: unknown): ValueText | null {
  const links: string[] = []
  const text = read(value, 0, { left: maxParts, links })
  return text === null || text.trim() === '' ? null : { text, links }
}

interface Reading {
  left: number
  readonly links: string[]
}

function read(value: unknown, depth: number, reading: Reading): string | null {
  reading.left -= 1
  if (depth > maxDepth || reading.left < 0) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return readList(value, depth, reading)
  return typeof value === 'object' && value !== null ? readObject(value, depth, reading) : null
}

function readList(list: readonly unknown[], depth: number, reading: Reading): string | null {
  const parts: string[] = []
  for (const part of list) {
    if (reading.left < 0) break
    if (typeof part === 'number') continue
    const text = read(part, depth + 1, reading)
    if (text !== null && (text.trim() !== '' || isLine(list))) parts.push(text)
  }
  return parts.length === 0 ? null : parts.join(isLine(list) ? '' : '\n')
}

/** Strings between objects, or objects that are all of an inline kind: one run of text. */
function isLine(list: readonly unknown[]): boolean {
  const objects = list.filter((part) => typeof part === 'object' && part !== null)
  if (objects.length === 0) return false
  if (objects.length < list.length) return true
  return objects.every((part) => {
    const type = own(part, 'type') ?? own(part, 'nodeType')
    if (own(part, 'insert') !== undefined) return true
    return typeof type === 'string'
      ? inlineTypes.has(type)
      : own(part, 'text') !== undefined && own(part, 'bold') !== undefined
  })
}

function readObject(object: object, depth: number, reading: Reading): string | null {
  if (isStruck(object)) return null
  for (const name of ownNames) {
    const value = own(object, name)
    if (typeof value !== 'string' && typeof value !== 'number') continue
    const text = String(value)
    const ref = own(object, 'ref') ?? own(object, 'href')
    if (typeof ref === 'string' && ref !== '') reading.links.push(text)
    return text
  }
  for (const name of partNames) {
    const value = own(object, name)
    if (typeof value !== 'object' || value === null) continue
    const text = read(value, depth + 1, reading)
    if (text !== null) return text
  }
  return null
}

function isStruck(object: object): boolean {
  const type = own(object, 'type')
  if (typeof type === 'string' && struckTypes.has(type)) return true
  if (own(object, 'strikethrough') === true || own(object, 'strike') === true) return true
  const style = own(object, 'attributes')
  if (typeof style === 'object' && style !== null && own(style, 'strike') === true) return true
  const marks = own(object, 'marks')
  return (
    Array.isArray(marks) &&
    marks.some((mark: unknown) => {
      const kind = typeof mark === 'object' && mark !== null ? own(mark, 'type') : null
      return typeof kind === 'string' && struckTypes.has(kind)
    })
  )
}

function own(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined
}
