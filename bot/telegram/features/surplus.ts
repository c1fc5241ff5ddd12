/** One question too many of one person: a polite note, and no answer. */
import { Composer } from 'grammy'
import type { RawiContext } from '../context.ts'
import { reply } from '../delivery/reply.ts'
import { framed } from '../render/direction.ts'

/** Questions of one person that wait at a time. */
export const mostWaiting = 5

export function surplusFeature(): Composer<RawiContext> {
  const feature = new Composer<RawiContext>()
  feature
    .filter(({ progress }) => progress.isSurplus)
    .use(async (ctx) => {
      const text = ctx.messages.text('too-many-waiting', { max: mostWaiting })
      await reply(ctx, framed(text, ctx.messages.locale))
    })
  return feature
}
