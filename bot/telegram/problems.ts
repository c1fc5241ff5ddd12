/** Tells a reader when an answer could not be made; the details go to the log. Failed deliveries pass on. */
import { GrammyError, HttpError, type MiddlewareFn } from 'grammy'
import type { Logger } from 'pino'
import { actorOf, isRawiError } from '../../core/errors.ts'
import type { RawiContext } from './context.ts'
import { reply } from './delivery/reply.ts'
import { reportOf, type Redact } from './redaction.ts'
import { renderProblem } from './render/problem.ts'

export function tellProblems(logger: Logger, redact: Redact): MiddlewareFn<RawiContext> {
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      if (error instanceof GrammyError || error instanceof HttpError) throw error
      const isReaders = isRawiError(error) && actorOf[error.code] === 'caller'
      if (!isReaders) {
        logger.error({ err: reportOf(error, redact) }, 'An update could not be answered')
      }
      await reply(ctx, renderProblem(error, ctx.messages, questionOf(ctx)))
    }
  }
}

function questionOf({ incoming }: RawiContext): string {
  if (incoming.kind === 'question') return incoming.text
  return incoming.kind === 'command' ? incoming.argument : ''
}
