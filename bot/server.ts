/** Everything that runs, put together: archive, endpoint and page, bot; started in order, stopped in order. */
// Not through the room's door, which would load engine and model into this process too.
import type { Update } from 'grammy/types'
import type { Archive } from '../core/archive.ts'
import { openArchiveProcess } from '../core/library/open-archive-process.ts'
import { isRawiError } from '../core/errors.ts'
import type { Inbox } from '../core/store/inbox.ts'
import { journalOf } from '../core/store/journal-path.ts'
import type { Config } from './config.ts'
import { hostWarning } from './http/allowed-hosts.ts'
import { createHttpApp } from './http/app.ts'
import { listen } from './http/listen.ts'
import { ensureIndex } from './indexing/ensure-index.ts'
import type { Logger } from './logger.ts'
import { createReadiness, type IndexingProgress } from './readiness.ts'
import {
  createTelegramBot,
  mostWaiting,
  startTelegram,
  type TelegramService,
} from './telegram/index.ts'

export interface Server {
  /** Ends once questions can be asked; fails when there is nothing to ask. */
  readonly ready: Promise<void>
  /** Lets answers under way end; at most nine seconds. */
  readonly stop: () => Promise<void>
}

/** Pages and health are served when this returns, questions once `ready`. */
export async function startServer(config: Config, logger: Logger): Promise<Server> {
  const { database, embedding, reading, telegram, archiveMemoryMB: memoryMB } = config
  let indexing: IndexingProgress | null = { done: 0, total: null }
  let polling: TelegramService | null = null
  let inbox: Inbox<Update> | null = null
  const stopping = new AbortController()

  const archive = await openArchiveProcess({
    database,
    embedding,
    reading,
    memoryMB,
    onProblem: (problem) => {
      const hasEnded = isRawiError(problem) && problem.code === 'ARCHIVE_ENDED'
      if (hasEnded) logger.error({ code: problem.code }, problem.message)
      else logger.error({ err: problem }, 'A newer index cannot be served')
    },
  })
  const readiness = createReadiness({
    archive,
    indexing: () => indexing,
    onFailure: ({ code, message }) => logger.error({ code }, message),
  })
  const app = createHttpApp(
    { archive, readiness, logger, isAlive: () => archive.isAlive() },
    config.http,
  )
  const listener = await listen(app, config.http)
  logger.debug(`Listening at ${listener.address}`)
  const warning = hostWarning(config.http)
  if (warning !== null) logger.warn(warning)

  async function becomeReady(): Promise<void> {
    await ensureIndex(config, {
      archive,
      logger,
      signal: stopping.signal,
      report: (progress) => {
        indexing = progress
      },
    })
    indexing = null
    if (stopping.signal.aborted) return
    const { articles, mode, modeReason, readerReason } = await archive.status()
    if (mode === 'keyword-only') logger.warn(`Keyword search only. ${modeReason ?? ''}`)
    if (readerReason !== null) logger.warn(`Passages are not read. ${readerReason}`)
    await warmUp(archive)
    if (stopping.signal.aborted) return
    if (telegram === null) {
      logger.info('No Telegram bot: set TELEGRAM_BOT_TOKEN to a token of @BotFather to run one')
    } else {
      const { openInbox } = await import('../core/store/inbox.ts')
      const options = { apiRoot: telegram.apiRoot }
      const bot = createTelegramBot(telegram.token, { archive, logger, options })
      inbox = openInbox<Update>(journalOf(database), { clock: Date.now, mostWaiting })
      polling = startTelegram(bot, inbox)
    }
    logger.info(`Rawi answers from ${articles} articles. Open ${listener.address}`)
  }

  return {
    // What was cut short by stopping is no failure.
    ready: becomeReady().catch((error: unknown) => {
      if (!stopping.signal.aborted) throw error
    }),
    stop: async () => {
      stopping.abort()
      await Promise.all([listener.close(graceMs), polling?.stop()])
      inbox?.close()
      await archive.close()
    },
  }
}

const graceMs = 7000

/** The first question loads lexicons and compiles code, some half a second: no reader need wait for that. */
async function warmUp(archive: Archive): Promise<void> {
  const questions = ['متى بدأت المحادثات؟', 'گفت‌وگوها کی آغاز شد؟', 'When did the talks begin?']
  for (const question of questions) await archive.ask({ question })
}
