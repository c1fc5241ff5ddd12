/** The Telegram bot: its features over an archive, with each chat in order and no update answered twice. */
import { sequentialize } from '@grammyjs/runner'
import { Bot, GrammyError, type MiddlewareFn } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { Logger } from 'pino'
import type { Archive } from '../../core/archive.ts'
import { BoundedMemory } from './bounded-memory.ts'
import { readMessage, type RawiContext } from './context.ts'
import { createConversations } from './conversations.ts'
import { retryTransformers, type RetryOptions } from './delivery/retries.ts'
import { askFeature } from './features/ask.ts'
import { helpFeature } from './features/help.ts'
import { sourcesFeature } from './features/sources.ts'
import { startFeature } from './features/start.ts'
import { statusFeature } from './features/status.ts'
import { unreadableFeature } from './features/unreadable.ts'
import { loadMessages, type AllMessages } from './messages.ts'
import { tellProblems } from './problems.ts'
import { redactorFor, reportOf, type Redact } from './redaction.ts'

export interface TelegramOptions extends RetryOptions {
  /** Address of the Bot API server, without a slash at its end. @default Telegram's own */
  readonly apiRoot?: string
  /** Spares the call that finds out who the bot is. */
  readonly botInfo?: UserFromGetMe
}

export interface TelegramDeps {
  readonly archive: Archive
  readonly logger: Logger
  /** Milliseconds; tells when a conversation has grown old. @default Date.now */
  readonly clock?: () => number
  readonly options?: TelegramOptions
}

/** Polls are held open for half of it; a connection that died without a word is given up then. */
const longestCallSeconds = 60

export class TelegramBot extends Bot<RawiContext> {
  readonly logger: Logger
  readonly redact: Redact
  readonly allMessages: AllMessages

  constructor(token: string, logger: Logger, { apiRoot, botInfo }: TelegramOptions) {
    super(token, {
      ...(botInfo === undefined ? {} : { botInfo }),
      client: { timeoutSeconds: longestCallSeconds, ...(apiRoot === undefined ? {} : { apiRoot }) },
    })
    this.logger = logger
    this.redact = redactorFor(token)
    this.allMessages = loadMessages()
  }
}

export function createTelegramBot(
  token: string,
  { archive, logger, clock = Date.now, options = {} }: TelegramDeps,
): TelegramBot {
  const bot = new TelegramBot(token, logger, options)
  const { allMessages, redact } = bot
  const deps = { archive, allMessages, conversations: createConversations({ clock }) }
  const recent = { maxEntries: 10_000, lifetimeMs: 24 * 60 * 60_000, clock }
  bot.api.config.use(...retryTransformers(options))
  bot.use(
    ignoreSeen(new BoundedMemory<number, true>(recent)),
    readMessage(allMessages, new BoundedMemory<string, true>(recent)),
    sequentialize((ctx) => String(ctx.chat?.id)),
    tellProblems(logger, redact),
    startFeature(),
    helpFeature(),
    askFeature(deps),
    sourcesFeature(deps),
    statusFeature(deps),
    unreadableFeature(),
  )
  bot.catch(({ error }) => {
    const isGone = error instanceof GrammyError && error.error_code === 403
    const report = { err: reportOf(error, redact) }
    if (isGone) logger.info(report, 'A reader has blocked the bot or left')
    else logger.error(report, 'A reply could not be delivered')
  })
  return bot
}

/** By the set of ids and not by the highest, for ids start anew after a quiet week. */
function ignoreSeen(seen: BoundedMemory<number, true>): MiddlewareFn<RawiContext> {
  return async ({ update }, next) => {
    if (seen.get(update.update_id) === true) return
    seen.set(update.update_id, true)
    await next()
  }
}
