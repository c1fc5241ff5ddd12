/** The Telegram bot: its features over an archive. It answers one update when it is told to; the inbox tells it. */
import { Bot } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import type { Logger } from 'pino'
import type { Archive } from '../../core/archive.ts'
import { BoundedMemory } from './bounded-memory.ts'
import { readMessage, type AnswerProgress, type RawiContext } from './context.ts'
import { createConversations } from './conversations.ts'
import { retryTransformers, type RetryOptions } from './delivery/retries.ts'
import { askFeature } from './features/ask.ts'
import { helpFeature } from './features/help.ts'
import { sourcesFeature } from './features/sources.ts'
import { startFeature } from './features/start.ts'
import { statusFeature } from './features/status.ts'
import { surplusFeature } from './features/surplus.ts'
import { unreadableFeature } from './features/unreadable.ts'
import { loadMessages, type AllMessages } from './messages.ts'
import { tellProblems } from './problems.ts'
import { redactorFor, type Redact } from './redaction.ts'

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
  /** How far the answers to the updates in work have come. */
  readonly letters = new WeakMap<Update, AnswerProgress>()

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
  const { allMessages, letters, redact } = bot
  const deps = { archive, allMessages, conversations: createConversations({ clock }) }
  const recent = { maxEntries: 10_000, lifetimeMs: 24 * 60 * 60_000, clock }
  bot.api.config.use(...retryTransformers(options))
  bot.use(
    readMessage({ allMessages, letters, albums: new BoundedMemory<string, number>(recent) }),
    tellProblems(logger, redact),
    surplusFeature(),
    startFeature(),
    helpFeature(),
    askFeature(deps),
    sourcesFeature(deps),
    statusFeature(deps),
    unreadableFeature(),
  )
  return bot
}
