/** The methods of the Bot API that the bot uses, with the checks that Telegram makes. */
import type { Message, MessageEntity, UserFromGetMe } from 'grammy/types'
import { problemOfEntities, problemOfText } from './entities.ts'

export type Payload = Readonly<Record<string, unknown>>

/** A method's answer: its result, or the description of a 400. */
export type Outcome = { readonly result: unknown } | { readonly problem: string }

export interface World {
  readonly me: UserFromGetMe
  readonly chats: ReadonlyMap<number, Message['chat']>
  readonly sent: Message[]
  nextMessageId(): number
  onSent(message: Message): void
}

export const methods: Readonly<Record<string, (payload: Payload, world: World) => Outcome>> = {
  getMe: (_, { me }) => ({ result: me }),
  deleteWebhook: () => ({ result: true }),
  getWebhookInfo: () => ({
    result: { url: '', has_custom_certificate: false, pending_update_count: 3 },
  }),
  answerCallbackQuery: ({ callback_query_id: id }) =>
    typeof id === 'string' ? { result: true } : { problem: 'query is too old or invalid' },
  setMyCommands: ({ commands }) => setMyCommands(commands),
  sendChatAction: (payload, { chats }) =>
    chats.has(Number(payload['chat_id'])) ? { result: true } : { problem: 'chat not found' },
  sendMessage,
  editMessageText,
}

function setMyCommands(commands: unknown): Outcome {
  const list = Array.isArray(commands) ? (commands as readonly Payload[]) : []
  const isSound = list.every(
    ({ command, description }) =>
      /^[a-z0-9_]{1,32}$/.test(String(command)) &&
      String(description).length >= 1 &&
      String(description).length <= 256,
  )
  return isSound && list.length > 0 ? { result: true } : { problem: 'BOT_COMMAND_INVALID' }
}

function sendMessage(payload: Payload, world: World): Outcome {
  const chat = world.chats.get(Number(payload['chat_id']))
  if (chat === undefined) return { problem: 'chat not found' }
  const checked = checkedText(payload)
  if ('problem' in checked) return checked
  const thread = payload['message_thread_id']
  const message = {
    message_id: world.nextMessageId(),
    date: Math.floor(Date.now() / 1_000),
    chat,
    from: world.me,
    ...checked,
    ...(typeof thread === 'number' ? { message_thread_id: thread, is_topic_message: true } : {}),
  } as unknown as Message
  world.sent.push(message)
  world.onSent(message)
  return { result: message }
}

function editMessageText(payload: Payload, world: World): Outcome {
  const at = world.sent.findIndex(
    ({ message_id: id, chat }) => id === payload['message_id'] && chat.id === payload['chat_id'],
  )
  const before = world.sent[at]
  if (before === undefined) return { problem: 'message to edit not found' }
  const checked = checkedText(payload)
  if ('problem' in checked) return checked
  const after = { ...before, ...checked } as Message
  world.sent[at] = after
  return { result: after }
}

type CheckedText = { readonly text: string; readonly entities?: readonly MessageEntity[] }

function checkedText({
  text,
  entities,
  parse_mode: mode,
}: Payload): CheckedText | { problem: string } {
  if (mode !== undefined) return { problem: 'this server takes entities only, no parse mode' }
  const problem = problemOfText(text) ?? problemOfEntities(String(text), entities)
  if (problem !== null) return { problem }
  const list = entities as readonly MessageEntity[] | undefined
  return { text: String(text), ...(list === undefined ? {} : { entities: list }) }
}
