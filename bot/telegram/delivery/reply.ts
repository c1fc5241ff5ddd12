/** Sends rendered messages where the question stands: same chat, same topic, as a reply in groups. */
import { GrammyError, type Context } from 'grammy'
import type { RichText } from '../render/rich-text.ts'

export async function reply(ctx: Context, ...messages: readonly RichText[]): Promise<void> {
  let isFirst = true
  for (const { text, entities } of messages) {
    const options = {
      link_preview_options: { is_disabled: true },
      ...(isFirst ? replyParameters(ctx) : {}),
    }
    isFirst = false
    try {
      await ctx.reply(text, { ...options, entities: [...entities] })
    } catch (error) {
      if (!isMarkupRefused(error) || entities.length === 0) throw error
      await ctx.reply(text, options)
    }
  }
}

function replyParameters(ctx: Context): object {
  if (ctx.chat?.type === 'private' || ctx.message === undefined) return {}
  return {
    reply_parameters: { message_id: ctx.message.message_id, allow_sending_without_reply: true },
  }
}

/** "can't parse entities", ENTITY_BOUNDS_INVALID, ENTITIES_TOO_LONG and their kin. */
function isMarkupRefused(error: unknown): boolean {
  return (
    error instanceof GrammyError && error.error_code === 400 && /entit/i.test(error.description)
  )
}
