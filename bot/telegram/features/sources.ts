/** /sources lists the outlets of the archive; /sources_2 shows its second page. */
import { Composer } from 'grammy'
import type { FeatureDeps, RawiContext } from '../context.ts'
import { reply } from '../delivery/reply.ts'
import { renderSources } from '../render/sources.ts'

export function sourcesFeature({ archive }: FeatureDeps): Composer<RawiContext> {
  const feature = new Composer<RawiContext>()
  feature.use(async (ctx, next) => {
    const page = pageOf(ctx)
    if (page === null) return next()
    await reply(ctx, ...renderSources(await archive.sources(), page, ctx.messages))
  })
  return feature
}

function pageOf({ incoming }: RawiContext): number | null {
  if (incoming.kind !== 'command') return null
  const [, page = '1'] = /^sources(?:_(\d{1,6}))?$/.exec(incoming.name) ?? [null, null]
  return page === null ? null : Number(page)
}
