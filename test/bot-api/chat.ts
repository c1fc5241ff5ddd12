/** People who write to a bot through the server, and read what it answers. */
import { once } from 'node:events'
import type { Message, MessageEntity, Update, User } from 'grammy/types'
import type { BotApiServer } from './server.ts'

export interface Person {
  readonly id: number
  readonly first_name: string
  /** The language of the app. */
  readonly language_code?: string
}

export type Extra = Readonly<Record<string, unknown>>

/** A private chat when its id is a person's, else a group. */
export class Chat {
  readonly chat: Message['chat']
  readonly #api: BotApiServer
  readonly #received: Message[] = []
  #read = 0

  constructor(api: BotApiServer, chat: Message['chat']) {
    this.chat = chat
    this.#api = api
    api.chats.set(chat.id, chat)
    api.onMessage((message) => {
      if (message.chat.id === chat.id) this.#received.push(message)
    })
  }

  /** What the bot has sent here so far. */
  get received(): readonly Message[] {
    return this.#received
  }

  say(person: Person, text: string, extra: Extra = {}): Message {
    return this.post(person, { text, entities: entitiesIn(text), ...extra })
  }

  reply(person: Person, to: Message, text: string, extra: Extra = {}): Message {
    return this.say(person, text, { reply_to_message: to, ...extra })
  }

  /** Any message, with whatever content it is given. */
  post(person: Person, content: Extra): Message {
    const from: User = { is_bot: false, ...person }
    const message = {
      message_id: this.#api.nextMessageId(),
      date: Math.floor(Date.now() / 1_000),
      chat: this.chat,
      from,
      ...content,
    } as unknown as Message & Update.NonChannel
    this.#api.queue.push({ message })
    return message
  }

  /** The bot's next messages here, in order; fails when they do not come in time. */
  async next(count = 1, timeoutMs = 10_000): Promise<readonly Message[]> {
    const limit = AbortSignal.timeout(timeoutMs)
    while (this.#received.length < this.#read + count) {
      const arrived = new EventTarget()
      const forget = this.#api.onMessage(() => arrived.dispatchEvent(new Event('message')))
      try {
        await once(arrived, 'message', { signal: limit })
      } catch {
        throw new Error(
          `Waited for ${count} messages in chat ${this.chat.id}, got ${this.#received.length - this.#read}.`,
        )
      } finally {
        forget()
      }
    }
    const messages = this.#received.slice(this.#read, this.#read + count)
    this.#read += count
    return messages
  }

  /** The bot's next message here. */
  async answer(timeoutMs?: number): Promise<Message> {
    const [message] = await this.next(1, timeoutMs)
    if (message === undefined) throw new Error('No message came.')
    return message
  }
}

export function privateChat(api: BotApiServer, person: Person): Chat {
  return new Chat(api, { id: person.id, type: 'private', first_name: person.first_name })
}

export function groupChat(api: BotApiServer, id: number, title: string): Chat {
  return new Chat(api, { id, type: 'supergroup', title })
}

/** As Telegram's apps find them in what a person types. */
export function entitiesIn(text: string): readonly MessageEntity[] {
  const found = text.matchAll(/(?<=^|\s)(?:\/[a-z0-9_]+(?:@\w+)?|@\w{3,})/gi)
  return [...found].map((match) => ({
    type: match[0].startsWith('/') ? 'bot_command' : 'mention',
    offset: match.index,
    length: match[0].length,
  }))
}
