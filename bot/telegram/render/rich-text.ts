/**
 * RichText is a text with the Telegram entities that mark it up, built by code and never by a parse mode.
 *
 * Offsets are UTF-16 code units, as Telegram counts them. Leaves are made well-formed and free of control
 * characters without changing their length, so that offsets into a quote stay offsets into its leaf.
 */
import type { MessageEntity } from 'grammy/types'

export interface RichText {
  readonly text: string
  readonly entities: readonly MessageEntity[]
}

export type Part = string | RichText

export const emptyText: RichText = { text: '', entities: [] }

/** Joins parts into one text; strings are taken as they are, never as markup. */
export function rich(...parts: readonly Part[]): RichText {
  let text = ''
  const entities: MessageEntity[] = []
  for (const part of parts) {
    const piece = typeof part === 'string' ? { text: clean(part), entities: [] } : part
    for (const entity of piece.entities) {
      entities.push({ ...entity, offset: entity.offset + text.length })
    }
    text += piece.text
  }
  return { text, entities }
}

export function join(parts: readonly Part[], separator: string): RichText {
  return rich(...parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])))
}

export function bold(part: Part): RichText {
  return wrap(part, (range) => ({ type: 'bold', ...range }))
}

export function italic(part: Part): RichText {
  return wrap(part, (range) => ({ type: 'italic', ...range }))
}

/** Folded away until tapped. Telegram lets no quote lie within a quote. */
export function expandableQuote(part: Part): RichText {
  return wrap(part, (range) => ({ type: 'expandable_blockquote', ...range }))
}

/** Plain text when the address is none that a reader may safely be sent to. */
export function link(part: Part, url: string | null): RichText {
  const href = url === null ? null : safeHref(url)
  return href === null
    ? rich(part)
    : wrap(part, (range) => ({ type: 'text_link', ...range, url: href }))
}

/** The part [start, end) with the entities that reach into it, cut to size. */
export function slice(source: RichText, start: number, end: number): RichText {
  const text = source.text.slice(start, end)
  const entities = source.entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start)
    const to = Math.min(entity.offset + entity.length, start + text.length)
    return from < to ? [{ ...entity, offset: from - start, length: to - from }] : []
  })
  return { text, entities }
}

export function lines(source: RichText): readonly RichText[] {
  const found: RichText[] = []
  let start = 0
  for (const line of source.text.split('\n')) {
    found.push(slice(source, start, start + line.length))
    start += line.length + 1
  }
  return found
}

const longestHref = 2_000

function safeHref(url: string): string | null {
  const parsed = URL.parse(url)
  if (parsed === null || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) return null
  return parsed.href.length > longestHref ? null : parsed.href
}

function wrap(
  part: Part,
  entityOf: (range: { readonly offset: number; readonly length: number }) => MessageEntity,
): RichText {
  const inner = rich(part)
  if (inner.text.trim() === '') return inner
  const outer = entityOf({ offset: 0, length: inner.text.length })
  return { text: inner.text, entities: [outer, ...inner.entities] }
}

/** Telegram turns control characters into spaces; doing so here keeps what is checked and what is sent alike. */
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replace(/[\u0000-\u0009\u000b-\u001f]/g, ' ')
}
