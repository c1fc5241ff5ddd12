/** /help: what the bot does and how to ask it. */
import { Composer } from 'grammy'
import { isCommand, type RawiContext } from '../context.ts'
import { reply } from '../delivery/reply.ts'
import { directionOf, framed, label } from '../render/direction.ts'

export function helpFeature(): Composer<RawiContext> {
  const feature = new Composer<RawiContext>()
  feature.filter(isCommand('help'), replyHelp)
  return feature
}

export async function replyHelp(ctx: RawiContext): Promise<void> {
  await reply(ctx, framed(helpText(ctx), ctx.messages.locale))
}

export function helpText({ messages, me }: RawiContext): string {
  const name = label(`@${me.username}`, directionOf(messages.locale))
  return messages.text('help', { name: name.text })
}
