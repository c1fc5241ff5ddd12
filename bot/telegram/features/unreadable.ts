/** What no other feature took: in private, a polite word about photos, voices and unknown commands. */
import { Composer } from 'grammy'
import type { RawiContext } from '../context.ts'
import { reply } from '../delivery/reply.ts'
import { framed } from '../render/direction.ts'

export function unreadableFeature(): Composer<RawiContext> {
  const feature = new Composer<RawiContext>()
  feature.chatType('private', async (ctx) => {
    const key = ctx.incoming.kind === 'wordless' ? 'text-only' : 'unknown-command'
    await reply(ctx, framed(ctx.messages.text(key), ctx.messages.locale))
  })
  return feature
}
