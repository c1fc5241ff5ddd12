/** Sends rendered messages where the question stands: same chat, same topic, as a reply in groups. */
import { GrammyError } from 'grammy'
import type { RawiContext } from '../context.ts'
import type { RichText } from '../render/rich-text.ts'

/** What was accepted at an earlier try is left out. */
export async function reply(ctx: RawiContext, ...messages: readonly RichText[]): Promise<void> {
  const { sent, noteSent } = ctx.progress
  for (const [index, { text, entities }] of messages.entries()) {
    if (index < sent) continue
    const options = {
      link_preview_options: { is_disabled: true },
      ...(index === 0 ? replyParameters(ctx) : {}),
    }
    try {
      await ctx.reply(text, { ...options, entities: [...entities] })
    } catch (error) {
      if (!isMarkupRefused(error) || entities.length === 0) throw error
      await ctx.reply(text, options)
    }
    if (index + 1 < messages.length) noteSent(index + 1)
  }
}

function replyParameters({ chat, message }: RawiContext): object {
  if (chat?.type === 'private' || message === undefined) return {}
  // A supergroup counts its messages anew: the number would name another one.
  if (message.migrate_from_chat_id !== undefined) return {}
  return {
    reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true },
  }
}

/** "can't parse entities", ENTITY_BOUNDS_INVALID, ENTITIES_TOO_LONG and their kin. */
function isMarkupRefused(error: unknown): boolean {
  return (
    error instanceof GrammyError && error.error_code === 400 && /entit/i.test(error.description)
  )
}
