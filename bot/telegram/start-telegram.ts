/**
 * Long polling, for as long as the process lives: it outlasts network failures and other pollers, and stops cleanly.
 *
 * What is still unanswered when the time to stop runs out is lost, for polling on has acknowledged it to Telegram.
 */
import { run } from '@grammyjs/runner'
import { GrammyError, type Transformer } from 'grammy'
import type { TelegramBot } from './create-telegram-bot.ts'
import { pause } from './delivery/retries.ts'
import { eitherSignal, telegramSignal } from './delivery/signals.ts'
import { leaveWebhook, offerCommands } from './introduction.ts'
import { reportOf } from './redaction.ts'
import { UpdatesInWork } from './updates-in-work.ts'

export interface PollingOptions {
  /** How long `stop` lets answers in the making finish. @default 7000 */
  readonly drainMs?: number
  /** How long Telegram holds a poll open. @default 30 */
  readonly pollSeconds?: number
  /** Wait after a first failed poll; it doubles with each further one, up to a minute. @default 1000 */
  readonly retryMs?: number
}

export interface TelegramService {
  /** Resolves within `drainMs` and two seconds; calling it again waits for the same end. */
  stop(): Promise<void>
}

export function startTelegram(
  bot: TelegramBot,
  { drainMs = 7_000, pollSeconds = 30, retryMs = 1_000 }: PollingOptions = {},
): TelegramService {
  const stopping = new AbortController()
  const outOfTime = new AbortController()
  const updates = new UpdatesInWork(bot)
  bot.api.config.use(abortedBy(outOfTime.signal))
  const polling = keepPolling(bot, updates, { stopping: stopping.signal, pollSeconds, retryMs })

  async function drain(): Promise<void> {
    stopping.abort()
    const drained = polling.then(() => updates.finished())
    await Promise.race([drained, pause(drainMs)])
    outOfTime.abort()
    if (updates.unanswered > 0) {
      bot.logger.warn(
        { unanswered: updates.unanswered },
        'Stopped before every update was answered',
      )
    }
    await updates.acknowledge(1_500).catch((error: unknown) => {
      bot.logger.warn(
        { err: reportOf(error, bot.redact) },
        'Telegram was not told which updates are done; some may be answered again',
      )
    })
  }
  let stopped: Promise<void> | undefined
  return { stop: () => (stopped ??= drain()) }
}

interface PollingRun {
  readonly stopping: AbortSignal
  readonly pollSeconds: number
  readonly retryMs: number
}

async function keepPolling(
  bot: TelegramBot,
  updates: UpdatesInWork,
  { stopping, pollSeconds, retryMs }: PollingRun,
): Promise<void> {
  let menus: Promise<void> | undefined
  while (!stopping.aborted) {
    try {
      if (!bot.isInited()) bot.botInfo = await bot.api.getMe(telegramSignal(stopping))
      await leaveWebhook(bot, stopping)
      menus ??= offerCommands(bot, stopping)
      bot.logger.info({ username: bot.botInfo.username }, 'Telegram is being polled')
      await pollUntilFailure(updates, stopping, pollSeconds)
    } catch (error) {
      if (stopping.aborted) break
      const report = { err: reportOf(error, bot.redact) }
      if (isTokenRefused(error)) {
        bot.logger.error(report, 'Telegram refuses the token, no more polling: set the right one')
        break
      }
      bot.logger.warn(report, adviceFor(error))
      await pause(waitMs(error, updates.failedPolls, retryMs), stopping)
    }
  }
  await menus
}

async function pollUntilFailure(
  updates: UpdatesInWork,
  stopping: AbortSignal,
  timeout: number,
): Promise<void> {
  if (stopping.aborted) return
  const runner = run(updates, {
    // Without `silent` the runner prints errors as they are, token and all.
    runner: { fetch: { timeout, allowed_updates: ['message'] }, silent: true, maxRetryTime: 0 },
  })
  const stop = (): void => void runner.stop()
  stopping.addEventListener('abort', stop)
  try {
    await runner.task()
  } finally {
    stopping.removeEventListener('abort', stop)
  }
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
