/**
 * Recent map: a map that forgets what was not asked for lately, for what is cheap to make anew.
 *
 * In:   `capacity`: how many entries are kept at the least, of those used last; at most twice that many are.
 * Cost: a look-up or two. Forgetting is the dropping of a whole map, so no order is kept up.
 */
export class RecentMap<Key, Value extends object> {
  readonly #capacity: number
  #recent = new Map<Key, Value>()
  #older = new Map<Key, Value>()

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get(key: Key): Value | undefined {
    const recent = this.#recent.get(key)
    if (recent !== undefined) return recent
    const older = this.#older.get(key)
    if (older !== undefined) this.set(key, older)
    return older
  }

  set(key: Key, value: Value): void {
    if (this.#recent.size >= this.#capacity) {
      this.#older = this.#recent
      this.#recent = new Map()
    }
    this.#recent.set(key, value)
  }
}
