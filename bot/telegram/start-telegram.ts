/**
 * Long polling, for as long as the process lives: it outlasts network failures and other pollers, and stops cleanly.
 *
 * What is still unanswered when the time to stop runs out stays in the inbox, and is answered at the next start.
 */
import { GrammyError, type Transformer } from 'grammy'
import type { Update } from 'grammy/types'
import { isRawiError } from '../../core/errors.ts'
import type { Inbox } from '../../core/store/inbox.ts'
import type { TelegramBot } from './create-telegram-bot.ts'
import { pause } from './delivery/retries.ts'
import { eitherSignal, telegramSignal } from './delivery/signals.ts'
import { Answering } from './inbox/answering.ts'
import { Polling } from './inbox/polling.ts'
import { untakenNotes } from './inbox/untaken.ts'
import { leaveWebhook, offerCommands } from './introduction.ts'
import { reportOf } from './redaction.ts'

export interface PollingOptions {
  /** How long `stop` lets answers in the making finish. @default 7000 */
  readonly drainMs?: number
  /** How long Telegram holds a poll open. @default 30 */
  readonly pollSeconds?: number
  /** Wait after a first failed poll or answer; it doubles with each further one, up to a minute. @default 1000 */
  readonly retryMs?: number
  /** Milliseconds since 1970. @default Date.now */
  readonly clock?: () => number
}

export interface TelegramService {
  /** Resolves within `drainMs` and two seconds; calling it again waits for the same end. */
  stop(): Promise<void>
}

/** @param inbox - Stays the caller's, to be closed once this has stopped. */
export function startTelegram(
  bot: TelegramBot,
  inbox: Inbox<Update>,
  { drainMs = 7_000, pollSeconds = 30, retryMs = 1_000, clock = Date.now }: PollingOptions = {},
): TelegramService {
  const stopping = new AbortController()
  const outOfTime = new AbortController()
  const answering = new Answering({ bot, inbox, clock, retryMs })
  const tellUntaken = untakenNotes(bot, clock)
  const polling = new Polling({ bot, inbox, answering, tellUntaken, pollSeconds })
  bot.api.config.use(abortedBy(outOfTime.signal))
  const polled = keepPolling({ bot, inbox, answering, polling, retryMs }, stopping.signal)

  async function drain(): Promise<void> {
    stopping.abort()
    await Promise.race([Promise.all([polled, answering.stop()]), pause(drainMs)])
    const unanswered = answering.inWork
    answering.abandon()
    outOfTime.abort()
    if (unanswered > 0) {
      bot.logger.warn(
        { unanswered },
        'Stopped before every update was answered; the rest is answered at the next start',
      )
    }
    await polling.acknowledge(1_500).catch((error: unknown) => {
      bot.logger.warn(
        { err: reportOf(error, bot.redact) },
        'Telegram was not told which updates are kept; it sends them again, and they are passed over',
      )
    })
  }
  let stopped: Promise<void> | undefined
  return { stop: () => (stopped ??= drain()) }
}

interface PollingRun {
  readonly bot: TelegramBot
  readonly inbox: Inbox<Update>
  readonly answering: Answering
  readonly polling: Polling
  readonly retryMs: number
}

async function keepPolling(
  { bot, inbox, answering, polling, retryMs }: PollingRun,
  stopping: AbortSignal,
): Promise<void> {
  let menus: Promise<void> | undefined
  while (!stopping.aborted) {
    try {
      if (!bot.isInited()) bot.botInfo = await bot.api.getMe(telegramSignal(stopping))
      answering.wake(inbox.chats())
      await leaveWebhook(bot, stopping)
      menus ??= offerCommands(bot, stopping)
      bot.logger.info({ username: bot.botInfo.username }, 'Telegram is being polled')
      await polling.pollUntilFailure(stopping)
    } catch (error) {
      if (stopping.aborted) break
      const report = { err: reportOf(error, bot.redact) }
      if (isTokenRefused(error)) {
        bot.logger.error(report, 'Telegram refuses the token, no more polling: set the right one')
        break
      }
      if (isRawiError(error))
        bot.logger.error({ code: error.code }, `Updates stay with Telegram. ${error.message}`)
      else bot.logger.warn(report, adviceFor(error))
      await pause(waitMs(error, polling.failures, retryMs), stopping)
    }
  }
  await menus
}

/** Ends waits between retries when the time to stop has run out. */
function abortedBy(outOfTime: AbortSignal): Transformer {
  return (prev, method, payload, signal) =>
    prev(method, payload, method === 'getUpdates' ? signal : eitherSignal(signal, outOfTime))
}

/** Telegram answers 404 to a token of the wrong shape. */
function isTokenRefused(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)
}

function adviceFor(error: unknown): string {
  return error instanceof GrammyError && error.error_code === 409
    ? 'Another process polls with the same token: stop one of the two. Trying again'
    : 'Telegram cannot be polled. Trying again'
}

const longestWaitMs = 60_000

function waitMs(error: unknown, failures: number, retryMs: number): number {
  const demanded = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1_000 : 0
  const doubled = retryMs * 2 ** Math.min(10, Math.max(0, failures - 1))
  return Math.max(demanded, Math.min(longestWaitMs, doubled))
}
