/**
 * Telegram's side of long polling: updates wait until an offset beyond them acknowledges them, and come again
 * until then. One poller at a time: a second one ends the first with 409.
 */
import type { Update } from 'grammy/types'

export interface PollRequest {
  readonly offset?: number
  readonly limit?: number
  /** Seconds. */
  readonly timeout?: number
}

export type PollOutcome = { readonly updates: readonly Update[] } | { readonly conflict: true }

export class UpdateQueue {
  #waiting: Update[] = []
  #nextId: number
  #poller: ((outcome: PollOutcome) => void) | null = null

  constructor(firstId = 1_000) {
    this.#nextId = firstId
  }

  get unacknowledged(): readonly Update[] {
    return this.#waiting
  }

  push(update: Omit<Update, 'update_id'>): Update {
    const full = { ...update, update_id: this.#nextId++ }
    this.deliver(full)
    return full
  }

  /** As it is, with an id of its own: for repeated and disordered updates. */
  deliver(update: Update): void {
    this.#waiting.push(update)
    this.#poller?.({ updates: this.#waiting.slice(0, 100) })
  }

  poll(
    { offset = 0, limit = 100, timeout = 0 }: PollRequest,
    gone: AbortSignal,
  ): Promise<PollOutcome> {
    this.#poller?.({ conflict: true })
    this.#waiting = this.#waiting.filter(({ update_id: id }) => id >= offset)
    const updates = this.#waiting.slice(0, limit)
    if (updates.length > 0 || timeout <= 0) return Promise.resolve({ updates })
    return new Promise((resolve) => {
      const settle = (outcome: PollOutcome): void => {
        clearTimeout(timer)
        if (this.#poller === settle) this.#poller = null
        resolve(outcome)
      }
      const timer = setTimeout(() => settle({ updates: [] }), timeout * 1_000)
      this.#poller = settle
      gone.addEventListener('abort', () => settle({ updates: [] }))
    })
  }

  close(): void {
    this.#poller?.({ updates: [] })
  }
}
