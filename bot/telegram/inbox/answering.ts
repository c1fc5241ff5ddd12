/**
 * Answering: works off the inbox, one update of a chat after the other and chats beside each other.
 *
 * A chat that has had its turn goes to the end of the line, and one that must wait leaves it until its time has come.
 * An update ends once the last message of its answer was accepted; where that cannot be written it is written later,
 * and not answered again.
 */
import { BotError, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { isRawiError } from '../../../core/errors.ts'
import type { Inbox, Letter } from '../../../core/store/inbox.ts'
import type { TelegramBot } from '../create-telegram-bot.ts'
import { reportOf } from '../redaction.ts'
import { movedTo } from './arrivals.ts'
import { fateOf, type Fate } from './fate.ts'

export interface AnsweringDeps {
  readonly bot: TelegramBot
  readonly inbox: Inbox<Update>
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Wait after a first failure in a chat; it doubles with each further one, up to a minute. */
  readonly retryMs: number
}

/** Chats that are answered at a time. */
const mostAtOnce = 100
const longestRetryMs = 60_000
/** How long what fails is tried: Telegram keeps an update no longer either. */
const longestLifeMs = 24 * 60 * 60_000
const longestTimerMs = 2 ** 31 - 1
const storageRetryMs = 1_000

export class Answering {
  readonly #deps: AnsweringDeps
  /** Chats in the order of their turns. */
  readonly #ready = new Set<number>()
  readonly #inWork = new Map<number, Promise<void>>()
  readonly #asleep = new Map<number, NodeJS.Timeout>()
  readonly #failures = new Map<number, number>()
  /** Known, but not written yet. */
  readonly #fates = new Map<number, Fate>()
  #state: 'running' | 'stopping' | 'ended' = 'running'

  constructor(deps: AnsweringDeps) {
    this.#deps = deps
  }

  get inWork(): number {
    return this.#inWork.size
  }

  /** Something may wait in these chats. */
  wake(chats: readonly number[]): void {
    for (const chat of chats)
      if (!this.#inWork.has(chat) && !this.#asleep.has(chat)) this.#ready.add(chat)
    this.#begin()
  }

  /** Begins nothing more. @returns Once what is in work has ended. */
  async stop(): Promise<void> {
    this.#state = 'stopping'
    this.#asleep.forEach((timer) => clearTimeout(timer))
    await Promise.all(this.#inWork.values())
  }

  /** What is still in work then stays in the inbox. */
  abandon(): void {
    this.#state = 'ended'
  }

  #begin(): void {
    for (const chat of this.#ready) {
      if (this.#state !== 'running' || this.#inWork.size >= mostAtOnce) return
      this.#ready.delete(chat)
      this.#inWork.set(chat, this.#take(chat))
    }
  }

  async #take(chat: number): Promise<void> {
    // Not before it stands among those in work.
    await Promise.resolve()
    const waitMs = await this.#serve(chat)
    this.#inWork.delete(chat)
    if (waitMs === 0) this.#ready.add(chat)
    else if (waitMs !== null) this.#sleep(chat, waitMs)
    this.#begin()
  }

  #sleep(chat: number, ms: number): void {
    if (this.#state !== 'running') return
    const wakeUp = (): void => {
      this.#asleep.delete(chat)
      this.wake([chat])
    }
    this.#asleep.set(chat, setTimeout(wakeUp, Math.min(ms, longestTimerMs)))
  }

  /** @returns After how long the chat is to be looked at again; null when nothing waits in it. */
  async #serve(chat: number): Promise<number | null> {
    const { inbox, clock, bot } = this.#deps
    try {
      const letter = inbox.next(chat)
      if (letter === null) return null
      const now = clock()
      const isTooOld = letter.notBefore > 0 && now - letter.receivedAt > longestLifeMs
      if (letter.notBefore > now && !isTooOld) return letter.notBefore - now
      const fate =
        this.#fates.get(letter.updateId) ??
        (isTooOld
          ? ({ kind: 'dead', reason: 'It could not be answered for a day' } as const)
          : await this.#answer(letter))
      if (this.#state === 'ended') return null
      this.#fates.set(letter.updateId, fate)
      const waitMs = this.#settle(chat, letter, fate)
      this.#fates.delete(letter.updateId)
      if (fate.kind === 'moved') this.wake([fate.chat])
      return waitMs
    } catch (error) {
      if (!isRawiError(error))
        bot.logger.error({ err: reportOf(error, bot.redact) }, 'Inbox failed')
      else bot.logger.warn({ code: error.code }, `The inbox waits. ${error.message}`)
      return storageRetryMs
    }
  }

  async #answer(letter: Letter<Update>): Promise<Fate> {
    const { bot, inbox } = this.#deps
    bot.letters.set(letter.update, {
      isSurplus: letter.isSurplus,
      sent: letter.sent,
      noteSent(sent) {
        try {
          inbox.noteSent(letter.updateId, sent)
        } catch (error) {
          // At worst this message is said again after a restart.
          bot.logger.warn(
            { err: reportOf(error, bot.redact) },
            'The inbox was not told of a message',
          )
        }
      },
    })
    try {
      await bot.handleUpdate(letter.update)
      return { kind: 'answered' }
    } catch (caught) {
      const error = caught instanceof BotError ? caught.error : caught
      const fate = fateOf(error)
      if (this.#state !== 'ended') this.#report(fate, error)
      return fate
    }
  }

  #report(fate: Fate, error: unknown): void {
    const { logger, redact } = this.#deps.bot
    const report = reportOf(error, redact)
    const { code, message, cause } = report
    const why = { code, why: cause === undefined ? message : `${message} ${cause.message}` }
    if (fate.kind === 'later')
      logger.warn(why, 'A reply could not be delivered yet; it is tried again')
    else if (fate.kind === 'moved')
      logger.info('A group became a supergroup; its answers follow it')
    else if (code === 403) logger.info(why, 'A reader has blocked the bot or left')
    else if (error instanceof GrammyError)
      logger.warn(why, 'A reply could not be delivered and is given up')
    else logger.error({ err: report }, 'An update could not be answered and is given up')
  }

  /** Writes down what became of it. */
  #settle(chat: number, { updateId }: Letter<Update>, fate: Fate): number {
    const { inbox, clock, retryMs } = this.#deps
    if (fate.kind === 'later') {
      const failures = this.#failures.get(chat) ?? 0
      const doubled = Math.min(longestRetryMs, retryMs * 2 ** Math.min(failures, 16))
      const waitMs = Math.max(1, doubled, fate.waitMs)
      inbox.postpone(updateId, clock() + waitMs)
      this.#failures.set(chat, failures + 1)
      return waitMs
    }
    if (fate.kind === 'moved') inbox.move(chat, fate.chat, movedTo(fate.chat))
    else inbox.end(updateId, fate.kind === 'dead' ? fate.reason : null)
    this.#failures.delete(chat)
    return 0
  }
}
