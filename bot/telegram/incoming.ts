/**
 * Incoming: what a message wants of the bot, if anything.
 *
 * In a private chat every message is meant for the bot. In a group only a command, a mention or a reply to the
 * bot is; a command that names another bot never is. Captions count as text. A mention or an /ask without words
 * of its own asks what the message it replies to says.
 */
import type { Message, MessageEntity, UserFromGetMe } from 'grammy/types'

export type Incoming =
  | { readonly kind: 'command'; readonly name: string; readonly argument: string }
  | { readonly kind: 'question'; readonly text: string }
  /** Meant for the bot, but without text: a photo, a voice message, a sticker. */
  | { readonly kind: 'wordless' }
  | { readonly kind: 'ignored' }

export function readIncoming(message: Message, me: UserFromGetMe): Incoming {
  if (message.is_automatic_forward === true || isFromBot(message)) return ignored
  const text = message.text ?? message.caption
  const isPrivate = message.chat.type === 'private'
  if (text === undefined) return isPrivate && hasContent(message) ? { kind: 'wordless' } : ignored
  const entities = message.entities ?? message.caption_entities ?? []
  const command = readCommand(text, entities)
  if (command !== null) {
    const isOurs = command.bot === null || sameName(command.bot, me.username)
    if (!isOurs) return ignored
    const argument = command.argument === '' ? repliedText(message, me) : command.argument
    return { kind: 'command', name: command.name, argument }
  }
  const mentions = entities.filter((entity) => isMention(entity, text, me))
  const isAddressed = isPrivate || mentions.length > 0 || repliesToMe(message, me)
  if (!isAddressed) return ignored
  const words = withoutRanges(text, mentions).trim()
  return { kind: 'question', text: words === '' ? repliedText(message, me) : words }
}

const ignored = { kind: 'ignored' } as const

/** Anonymous admins and channels write under a service bot's name, with `sender_chat` set. */
function isFromBot({ from, sender_chat: senderChat, via_bot: viaBot }: Message): boolean {
  return viaBot !== undefined || (from?.is_bot === true && senderChat === undefined)
}

/** Service messages (a joined member, a pinned message) bring no content of their own. */
function hasContent(message: Message): boolean {
  return wordlessKinds.some((kind) => message[kind] !== undefined)
}

const wordlessKinds = [
  'animation',
  'audio',
  'contact',
  'dice',
  'document',
  'location',
  'photo',
  'poll',
  'sticker',
  'story',
  'video',
  'video_note',
  'voice',
] as const satisfies readonly (keyof Message)[]

interface Command {
  readonly name: string
  readonly bot: string | null
  readonly argument: string
}

function readCommand(text: string, entities: readonly MessageEntity[]): Command | null {
  const entity = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  if (entity === undefined) return null
  const [name = '', bot = null] = text.slice(1, entity.length).split('@')
  return { name: name.toLowerCase(), bot, argument: text.slice(entity.length).trim() }
}

function isMention(entity: MessageEntity, text: string, me: UserFromGetMe): boolean {
  if (entity.type === 'text_mention') return entity.user.id === me.id
  if (entity.type !== 'mention') return false
  return sameName(text.slice(entity.offset + 1, entity.offset + entity.length), me.username)
}

function sameName(name: string, username: string): boolean {
  return name.toLowerCase() === username.toLowerCase()
}

/** In a forum every message "replies" to the one that opened its topic. */
function repliesToMe({ reply_to_message: replied }: Message, me: UserFromGetMe): boolean {
  return replied?.from?.id === me.id && replied.forum_topic_created === undefined
}

function repliedText({ reply_to_message: replied, quote }: Message, me: UserFromGetMe): string {
  if (replied === undefined || replied.from?.id === me.id) return ''
  return (quote?.text ?? replied.text ?? replied.caption ?? '').trim()
}

function withoutRanges(text: string, entities: readonly MessageEntity[]): string {
  let at = 0
  let kept = ''
  for (const { offset, length } of entities.toSorted((a, b) => a.offset - b.offset)) {
    kept += `${text.slice(at, offset)} `
    at = Math.max(at, offset + length)
  }
  return kept + text.slice(at)
}
