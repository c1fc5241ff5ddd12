/** Answers a question: a private message, a mention, a reply to the bot, or /ask. */
import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import type { RawiContext, FeatureDeps } from '../context.ts'
import type { Conversations } from '../conversations.ts'
import { reply } from '../delivery/reply.ts'
import { whileTyping } from '../delivery/typing.ts'
import { localeFor, primarySubtag } from '../locale.ts'
import { framed } from '../render/direction.ts'
import { renderVerdict } from '../render/verdict.ts'
import { replyHelp } from './help.ts'

export interface AskDeps extends FeatureDeps {
  readonly conversations: Conversations
}

export function askFeature(deps: AskDeps): Composer<RawiContext> {
  const feature = new Composer<RawiContext>()
  feature.on('message', async (ctx, next) => {
    const { incoming } = ctx
    if (incoming.kind === 'question') {
      return incoming.text === '' ? replyHelp(ctx) : answer(ctx, ctx.message, incoming.text, deps)
    }
    if (incoming.kind !== 'command' || incoming.name !== 'ask') return next()
    if (incoming.argument !== '') return answer(ctx, ctx.message, incoming.argument, deps)
    return reply(ctx, framed(ctx.messages.text('ask-usage'), ctx.messages.locale))
  })
  return feature
}

async function answer(
  ctx: RawiContext,
  message: Message,
  question: string,
  { archive, allMessages, conversations }: AskDeps,
): Promise<void> {
  const conversation = conversations.of(message)
  const interfaceLanguage = primarySubtag(message.from?.language_code)
  const { verdict } = await whileTyping(ctx, () =>
    archive.ask(
      {
        question,
        ...(interfaceLanguage === undefined ? {} : { hint: interfaceLanguage }),
        ...(conversation === undefined ? {} : { conversation }),
      },
      // Without end to its patience: a chat's question waits.
      { caller: `telegram ${message.chat.id}` },
    ),
  )
  if (verdict.kind === 'refusal' && verdict.reason === 'empty-question') return replyHelp(ctx)
  conversations.remember(message, question, verdict)
  const messages = allMessages[localeFor(verdict.language, interfaceLanguage)]
  await reply(ctx, ...renderVerdict(verdict, messages))
}
