/** Best: keeps the passages of highest score out of many that are offered; of equals the lower slot. */
export interface Scored {
  readonly slot: number
  readonly score: number
  readonly coverage: number
}

export interface Best {
  /** What scores less is not kept. */
  readonly bar: number
  offer(slot: number, score: number, coverage: number): void
  /** Best first. */
  sorted(): Scored[]
}

/** @param limit - How many at the most. @param accept - Asked of those alone that may be among them. */
export function createBest(limit: number, accept: (slot: number) => boolean): Best {
  let kept: Scored[] = []
  let bar = -Infinity
  const sorted = (): Scored[] =>
    kept.toSorted((a, b) => b.score - a.score || a.slot - b.slot).slice(0, limit)
  return {
    get bar() {
      return bar
    },
    offer(slot, score, coverage) {
      if (score < bar || !accept(slot)) return
      kept.push({ slot, score, coverage })
      if (kept.length < limit * 2 + 16) return
      kept = sorted()
      bar = kept.at(-1)?.score ?? Infinity
    },
    sorted,
  }
}
