/**
 * The runner's view of a bot, which knows at any moment which updates are being worked on and how far it came.
 *
 * The runner itself ends as soon as it polls no more, whatever is still being answered.
 */
import type { Update } from 'grammy/types'
import type { TelegramBot } from './create-telegram-bot.ts'
import { telegramSignal, type TelegramSignal } from './delivery/signals.ts'

type PollArguments = NonNullable<Parameters<TelegramBot['api']['getUpdates']>[0]>

export class UpdatesInWork {
  readonly #bot: TelegramBot
  readonly #inWork = new Map<number, Promise<void>>()
  #next = 0
  /** Polls that failed since the last that did not. */
  failedPolls = 0

  constructor(bot: TelegramBot) {
    this.#bot = bot
  }

  readonly api = {
    /** A runner that starts anew knows no offset yet: we do. */
    getUpdates: async (args: PollArguments, signal: TelegramSignal): Promise<Update[]> => {
      const offset = args.offset === 0 ? this.#next : args.offset
      this.failedPolls += 1
      const updates = await this.#bot.api.getUpdates({ ...args, offset: offset ?? 0 }, signal)
      this.failedPolls = 0
      return updates
    },
  }

  readonly handleUpdate = (update: Update): Promise<void> => {
    const { update_id: id } = update
    const work = this.#bot.handleUpdate(update).finally(() => this.#inWork.delete(id))
    this.#inWork.set(id, work)
    this.#next = id + 1
    return work
  }

  readonly errorHandler = (error: Parameters<TelegramBot['errorHandler']>[0]): unknown =>
    this.#bot.errorHandler(error)

  get unanswered(): number {
    return this.#inWork.size
  }

  async finished(): Promise<void> {
    await Promise.allSettled(this.#inWork.values())
  }

  /** Tells Telegram how far we came; otherwise the last updates would be answered again at the next start. */
  async acknowledge(limitMs: number): Promise<void> {
    const offset = Math.min(this.#next, ...this.#inWork.keys())
    if (offset === 0) return
    const limit = telegramSignal(AbortSignal.timeout(limitMs))
    await this.#bot.api.getUpdates({ offset, limit: 1, timeout: 0 }, limit)
  }
}
