/**
 * Polling by the runner, with the inbox as its sink: the next poll, which acknowledges a batch, begins only once the
 * batch is written. Where it cannot be, the runner ends and the updates stay with Telegram.
 */
import { createRunner, createSource, createUpdateFetcher } from '@grammyjs/runner'
import type { Update } from 'grammy/types'
import type { Inbox } from '../../../core/store/inbox.ts'
import type { TelegramBot } from '../create-telegram-bot.ts'
import { telegramSignal, type TelegramSignal } from '../delivery/signals.ts'
import type { Answering } from './answering.ts'
import { arrivalsOf } from './arrivals.ts'
import type { TellUntaken } from './untaken.ts'

type PollArguments = NonNullable<Parameters<TelegramBot['api']['getUpdates']>[0]>

export interface PollingDeps {
  readonly bot: TelegramBot
  readonly inbox: Inbox<Update>
  readonly answering: Answering
  readonly tellUntaken: TellUntaken
  /** How long Telegram holds a poll open. */
  readonly pollSeconds: number
}

export class Polling {
  readonly #deps: PollingDeps
  #next = 0
  /** Polls that failed, or whose updates were not taken, since the last that was well. */
  failures = 0

  constructor(deps: PollingDeps) {
    this.#deps = deps
  }

  /** @throws {Error} What a poll failed by, or the inbox. */
  async pollUntilFailure(stopping: AbortSignal): Promise<void> {
    if (stopping.aborted) return
    const api = { getUpdates: this.#getUpdates }
    const fetcher = createUpdateFetcher<Update, unknown>(
      { api, handleUpdate: () => Promise.resolve(), errorHandler: () => undefined },
      // Without `silent` the runner prints errors as they are, token and all.
      {
        fetch: { timeout: this.#deps.pollSeconds, allowed_updates: ['message'] },
        silent: true,
        maxRetryTime: 0,
      },
    )
    const sink = { handle: this.#take, size: () => 0, snapshot: () => [] }
    const runner = createRunner(createSource<Update>({ supply: fetcher }), sink)
    const stop = (): void => void runner.stop()
    stopping.addEventListener('abort', stop)
    try {
      runner.start()
      await runner.task()
    } finally {
      stopping.removeEventListener('abort', stop)
    }
  }

  /** Tells Telegram what is in the inbox; otherwise it would come again at the next start. */
  async acknowledge(limitMs: number): Promise<void> {
    if (this.#next === 0) return
    const limit = telegramSignal(AbortSignal.timeout(limitMs))
    await this.#deps.bot.api.getUpdates({ offset: this.#next, limit: 1, timeout: 0 }, limit)
  }

  /** A runner that starts anew knows no offset yet: we do. */
  readonly #getUpdates = async (args: PollArguments, signal: TelegramSignal): Promise<Update[]> => {
    this.failures += 1
    const offset = args.offset === 0 ? this.#next : args.offset
    return this.#deps.bot.api.getUpdates({ ...args, offset: offset ?? 0 }, signal)
  }

  readonly #take = async (updates: Update[]): Promise<number> => {
    const { answering, bot, inbox, tellUntaken } = this.#deps
    const arrivals = arrivalsOf(updates, bot.botInfo)
    try {
      if (arrivals.length > 0) inbox.take(arrivals)
    } catch (error) {
      // A lock of a moment is not worth a word.
      if (this.failures > 1) tellUntaken(arrivals)
      throw error
    }
    this.failures = 0
    this.#next = Math.max(0, ...updates.map(({ update_id: id }) => id + 1)) || this.#next
    answering.wake(arrivals.map(({ chat }) => chat))
    return Infinity
  }
}
