/**
 * Withdrawals: which articles a run keeps out, by their id or by the address they bear.
 *
 * An address is found in an article that is read, or in its row; once its article has left the index, the id that was
 * noted with it goes on telling.
 */
import { addressKey, readWithdrawnLists } from '../corpus/index.ts'
import type { Withdrawal } from '../store/withdrawn.ts'

export interface Withdrawals {
  /** @param url - Where it is known. */
  has(id: string, url?: string | null): boolean
  /** What was kept out, with what asked for it. */
  met(): readonly Withdrawal[]
  /** For people: lines that could not be read, and entries that no article answers to. */
  warnings(): readonly string[]
}

export interface WithdrawalsOptions {
  readonly folders: readonly string[]
  readonly file: string | null
  /** Noted by the run before. */
  readonly before: readonly Withdrawal[]
  /** Addresses of what the index holds. */
  readonly addresses: () => Iterable<{ readonly id: string; readonly url: string }>
}

/** Entries that are told of one by one. */
const told = 20

export function openWithdrawals({
  folders,
  file,
  before,
  addresses,
}: WithdrawalsOptions): Withdrawals {
  const { entries, warnings } = readWithdrawnLists(folders, file)
  const ids = new Map(entries.map((entry) => [entry, entry]))
  const byAddress = new Map(
    entries.flatMap((entry): [string, string][] => {
      const key = addressKey(entry)
      return key === null ? [] : [[key, entry]]
    }),
  )
  const entryOf = (url: string): string | undefined => byAddress.get(addressKey(url) ?? '')
  if (byAddress.size > 0) {
    const known = new Set(entries)
    for (const { id, entry } of before) if (known.has(entry)) ids.set(id, entry)
    for (const { id, url } of addresses()) {
      const entry = entryOf(url)
      if (entry !== undefined) ids.set(id, entry)
    }
  }
  const met = new Map<string, string>()

  return {
    has(id, url = null) {
      const entry = ids.get(id) ?? (url === null ? undefined : entryOf(url))
      if (entry === undefined) return false
      ids.set(id, entry)
      met.set(id, entry)
      return true
    },
    met: () => [...met].map(([id, entry]) => ({ id, entry })),
    warnings() {
      const answered = new Set(met.values())
      const idle = entries.filter((entry) => !answered.has(entry))
      const lines = idle
        .slice(0, told)
        .map(
          (entry) =>
            `No article of the folders has the id or address "${entry}" of the withdrawn list.`,
        )
      const more = idle.length > told ? [`${idle.length - told} more such entries.`] : []
      return [...warnings, ...lines, ...more]
    },
  }
}
