/** Tells a reader, once, that a question cannot be written down yet: it stays with Telegram, and is answered later. */
import type { Update } from 'grammy/types'
import type { Arrival } from '../../../core/store/inbox.ts'
import { BoundedMemory } from '../bounded-memory.ts'
import type { TelegramBot } from '../create-telegram-bot.ts'
import { localeFor } from '../locale.ts'
import { framed } from '../render/direction.ts'

export type TellUntaken = (arrivals: readonly Arrival<Update>[]) => void

export function untakenNotes(bot: TelegramBot, clock: () => number): TellUntaken {
  const told = new BoundedMemory<number, true>({
    maxEntries: 10_000,
    lifetimeMs: 24 * 60 * 60_000,
    clock,
  })
  return (arrivals) => {
    for (const { chat, person, update } of arrivals) {
      if (told.get(person) === true) continue
      told.set(person, true)
      const messages = bot.allMessages[localeFor(update.message?.from?.language_code)]
      const note = framed(messages.text('not-taken'), messages.locale)
      const thread = update.message?.message_thread_id
      const topic =
        update.message?.is_topic_message === true && thread !== undefined
          ? { message_thread_id: thread }
          : {}
      // A note that does not arrive is passed over: the answer itself will come.
      bot.api.sendMessage(chat, note.text, topic).catch(() => undefined)
    }
  }
}
