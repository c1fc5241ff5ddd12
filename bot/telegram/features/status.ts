/** /status tells how fresh the archive is, how large, and how it is searched. */
import { Composer } from 'grammy'
import { isCommand, type FeatureDeps, type RawiContext } from '../context.ts'
import { reply } from '../delivery/reply.ts'
import { renderStatus } from '../render/status.ts'

export function statusFeature({ archive }: FeatureDeps): Composer<RawiContext> {
  const feature = new Composer<RawiContext>()
  feature.filter(isCommand('status'), async (ctx) => {
    await reply(ctx, ...renderStatus(await archive.status(), ctx.messages))
  })
  return feature
}
