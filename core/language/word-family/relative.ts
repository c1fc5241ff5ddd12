/** A relative of a word: another stem, under which a text may hold it. */
export interface Relative {
  readonly stem: string
  /** In (0, 1): how far a text that holds it may be taken to hold the word. */
  readonly trust: number
}

export function* relatives(stems: Iterable<string>, trust: number): Generator<Relative> {
  for (const stem of stems) yield { stem, trust }
}
