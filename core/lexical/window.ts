/**
 * Window: adds up the points of a run of passages, term after term.
 *
 * In:     the terms of a search with their sources, each read on from where the window before it ended.
 * Out:    score and covered weight of each passage that was found.
 * Cost:   one visit of each posting. The sums of 4,096 passages fit a processor's cache; those of a large index do
 *         not, and every visit would wait for memory.
 *
 * The sums are made by `window.wat`, without a branch to mispredict, over memory of its own: postings, lengths and
 * masks of a search are copied there first.
 */
import { readFileSync } from 'node:fs'
import type { Bm25 } from './bm25.ts'
import { layOut, type KernelMemory, type LaidTerm, type SourcedTerm } from './window-memory.ts'

export const windowLength = 4_096

export interface Window {
  /** Forgets the terms before. */
  take(terms: readonly SourcedTerm[], params: Bm25): void
  /** Adds all terms up. @param start - Slot at which the window begins; each begins where the one before ended. */
  add(start: number): void
  /**
   * Empties it, giving what scored `bar` at the least. Slots are counted from the window's start, in the order in which
   * they were found.
   */
  empty(bar: number, each: (slot: number, score: number, covered: number) => void): void
}

/** What `window.wat` exports. */
interface Kernel extends KernelMemory {
  /** Where what `empty` gives out lies, in bytes. */
  readonly slots: { readonly value: number }
  readonly scores: { readonly value: number }
  readonly covers: { readonly value: number }
  begin(k: number, b: number, d: number, tie: number): void
  addTerm(record: number, end: number, weight: number, start: number): void
  empty(bar: number): number
}

/** One serves all indexes of a thread: nothing waits between a search's beginning and its end. */
export const window = createWindow()

function createWindow(): Window {
  const module = new WebAssembly.Module(readFileSync(new URL('window.wasm', import.meta.url)))
  const kernel = new WebAssembly.Instance(module).exports as unknown as Kernel
  let laid: readonly LaidTerm[] = []

  return {
    take(terms, { k, b, d, tie }) {
      laid = layOut(terms, kernel)
      kernel.begin(k, b, d, tie)
    },

    add(start) {
      for (const { from, to, weight } of laid) kernel.addTerm(from, to, weight, start)
    },

    empty(bar, each) {
      const count = kernel.empty(bar)
      const { buffer } = kernel.memory
      const slots = new Uint32Array(buffer, kernel.slots.value, count)
      const scores = new Float64Array(buffer, kernel.scores.value, count)
      const covers = new Float64Array(buffer, kernel.covers.value, count)
      for (let at = 0; at < count; at++) each(slots[at]!, scores[at]!, covers[at]!)
    },
  }
}
