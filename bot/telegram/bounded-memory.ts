/** A map that forgets: the oldest entry when full, any entry once it has expired. */
export interface BoundedMemoryOptions {
  /** Integer from 1 up. */
  readonly maxEntries: number
  readonly lifetimeMs: number
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number
}

export class BoundedMemory<Key, Value> {
  readonly #entries = new Map<Key, { readonly value: Value; readonly expiresAt: number }>()
  readonly #options: BoundedMemoryOptions

  constructor(options: BoundedMemoryOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: Key): Value | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    if (entry.expiresAt > this.#options.clock()) return entry.value
    this.#entries.delete(key)
    return undefined
  }

  /** Setting a known key anew renews it: it becomes the youngest. */
  set(key: Key, value: Value): void {
    const { clock, lifetimeMs, maxEntries } = this.#options
    this.#entries.delete(key)
    this.#entries.set(key, { value, expiresAt: clock() + lifetimeMs })
    for (const [oldest] of this.#entries) {
      if (this.#entries.size <= maxEntries) break
      this.#entries.delete(oldest)
    }
  }
}
