/** /start, the greeting that Telegram sends a newcomer to. */
import { Composer } from 'grammy'
import { isCommand, type RawiContext } from '../context.ts'
import { reply } from '../delivery/reply.ts'
import { framed } from '../render/direction.ts'
import { helpText } from './help.ts'

export function startFeature(): Composer<RawiContext> {
  const feature = new Composer<RawiContext>()
  feature.filter(isCommand('start'), async (ctx) => {
    const greeting = [ctx.messages.text('start'), helpText(ctx)]
    await reply(ctx, framed(greeting.join('\n\n'), ctx.messages.locale))
  })
  return feature
}
