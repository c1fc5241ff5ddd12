/** Telegram's rules for a message's text and entities; the first broken one is told as the server tells it. */
import type { MessageEntity } from 'grammy/types'

const kinds: ReadonlySet<string> = new Set(
  (
    'mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler ' +
    'blockquote expandable_blockquote code pre text_link text_mention custom_emoji'
  ).split(' '),
)

export function problemOfText(text: unknown): string | null {
  if (typeof text !== 'string') return 'message text is empty'
  if (!text.isWellFormed()) return 'strings must be encoded in UTF-8'
  if (/^[\s\p{Cf}\p{M}]*$/u.test(text)) return 'message text is empty'
  if (text.trim().length > 4096) return 'message is too long'
  return null
}

export function problemOfEntities(text: string, entities: unknown): string | null {
  if (entities === undefined) return null
  if (!Array.isArray(entities)) return "can't parse entities: expected an Array of MessageEntity"
  const list = entities as readonly MessageEntity[]
  if (list.length > 100) return "can't parse entities: ENTITIES_TOO_LONG"
  for (const entity of list) {
    const problem = problemOfEntity(text, entity)
    if (problem !== null) return `can't parse entities: ${problem}`
  }
  for (const [index, entity] of list.entries()) {
    for (const other of list.slice(index + 1)) {
      const problem = problemOfPair(entity, other)
      if (problem !== null) return `can't parse entities: ${problem}`
    }
  }
  return null
}

function problemOfEntity(text: string, entity: MessageEntity): string | null {
  const { type, offset, length } = entity
  if (!kinds.has(type)) return `unsupported entity type "${type}"`
  if (!Number.isInteger(offset) || !Number.isInteger(length) || offset < 0 || length <= 0) {
    return `ENTITY_BOUNDS_INVALID: ${type} at ${offset}, ${length} long`
  }
  const end = offset + length
  if (end > text.length) return `ENTITY_BOUNDS_INVALID: ${type} ends at ${end} of ${text.length}`
  if (splitsPair(text, offset) || splitsPair(text, end)) return `${type} splits a surrogate pair`
  if (entity.type === 'text_link' && !/^(?:https?|tg):\/\/[^\s]+$/i.test(entity.url ?? '')) {
    return 'text_link needs an URL'
  }
  return null
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

function problemOfPair(a: MessageEntity, b: MessageEntity): string | null {
  const aEnd = a.offset + a.length
  const bEnd = b.offset + b.length
  if (aEnd <= b.offset || bEnd <= a.offset) return null
  const isNested = (a.offset <= b.offset && bEnd <= aEnd) || (b.offset <= a.offset && aEnd <= bEnd)
  if (!isNested) return `${a.type} and ${b.type} overlap`
  if (a.type === b.type) return `${a.type} lies within ${b.type}`
  if (isQuote(a) && isQuote(b)) return 'a quote lies within a quote'
  if (isCode(a) || isCode(b)) return 'code holds another entity'
  return null
}

function isQuote({ type }: MessageEntity): boolean {
  return type === 'blockquote' || type === 'expandable_blockquote'
}

function isCode({ type }: MessageEntity): boolean {
  return type === 'code' || type === 'pre'
}
