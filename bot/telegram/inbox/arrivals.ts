/** What of a batch of updates goes into the inbox: what is meant for the bot, with its chat and its person. */
import type { Message, Update, UserFromGetMe } from 'grammy/types'
import type { Arrival } from '../../../core/store/inbox.ts'
import { readIncoming } from '../incoming.ts'

/** What people say to each other in a group is not kept. */
export function arrivalsOf(updates: readonly Update[], me: UserFromGetMe): Arrival<Update>[] {
  return updates.flatMap((update) => {
    const { message, update_id: updateId } = update
    if (message === undefined || readIncoming(message, me).kind === 'ignored') return []
    return { updateId, chat: message.chat.id, person: personOf(message), update }
  })
}

/** Anonymous admins share one name and are told apart by the chat they speak for. */
function personOf({ chat, from, sender_chat: senderChat }: Message): number {
  return senderChat?.id ?? from?.id ?? chat.id
}

/** An update of a group as it would stand in the supergroup that the group became. */
export function movedTo(chatId: number): (update: Update) => Update {
  return ({ message, ...update }) => {
    if (message === undefined) return update
    const chat = { ...message.chat, id: chatId, type: 'supergroup' }
    return {
      ...update,
      message: { ...message, chat, migrate_from_chat_id: message.chat.id } as typeof message,
    }
  }
}
