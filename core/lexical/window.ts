/**
 * Window: adds up the points of a run of passages, term after term.
 *
 * In:     sources, each read on from where the window before it ended.
 * Out:    score and covered weight of each passage that was found.
 * Cost:   one visit of each posting. The sums of 4,096 passages fit a processor's cache; those of a large index do
 *         not, and every visit would wait for memory.
 */
import { saturate, type Bm25 } from './bm25.ts'
import type { ListSource, RowSource, Source } from './sources.ts'

/** At most 65,536: slots within a window are kept in 16 bits. */
export const windowLength = 4_096

export interface Window {
  /** @param start - Slot at which the window begins. */
  add(source: Source, start: number, params: Bm25): void
  /** @param weight - Of the term whose sources were added. @param tie - What its weaker sources add to its best. */
  endTerm(weight: number, tie: number): void
  /** Slots are counted from the window's start, in the order in which they were found. */
  empty(each: (slot: number, score: number, covered: number) => void): void
}

export function createWindow(): Window {
  const score = new Float64Array(windowLength)
  const covered = new Float64Array(windowLength)
  /** Of the term that is being added: best and sum of its forms' points, and highest trust. */
  const best = new Float64Array(windowLength)
  const sum = new Float64Array(windowLength)
  const trust = new Float64Array(windowLength)
  const touched = new Uint16Array(windowLength)
  const found = new Uint16Array(windowLength)
  let touchedCount = 0
  let foundCount = 0

  function gain(slot: number, points: number, trusted: number): void {
    if (trust[slot] === 0) touched[touchedCount++] = slot
    if (trusted > trust[slot]!) trust[slot] = trusted
    if (points > best[slot]!) best[slot] = points
    sum[slot]! += points
  }

  function addList(source: ListSource, start: number, params: Bm25): void {
    const { list, averageLength, weight, trust: trusted } = source
    const { slots, frequencies, lengths, mask, first } = list
    const end = start + windowLength - first
    let { at } = source
    for (; at < slots.length; at++) {
      const own = slots[at]!
      if (own >= end) break
      if (mask !== null && mask[own] === 0) continue
      const saturated = saturate(frequencies[at]!, lengths[own]! / averageLength, params)
      gain(first + own - start, weight * saturated, trusted)
    }
    source.at = at
  }

  function addRow(source: RowSource, start: number): void {
    const { slots, points, trust: trusted } = source
    let { at } = source
    for (; at < slots.length; at++) {
      const slot = slots[at]! - start
      if (slot >= windowLength) break
      gain(slot, points[at]!, trusted)
    }
    source.at = at
  }

  return {
    add(source, start, params) {
      if (source.kind === 'list') addList(source, start, params)
      else addRow(source, start)
    },

    endTerm(weight, tie) {
      for (let at = 0; at < touchedCount; at++) {
        const slot = touched[at]!
        if (covered[slot] === 0) found[foundCount++] = slot
        score[slot]! += best[slot]! + tie * (sum[slot]! - best[slot]!)
        covered[slot]! += weight * trust[slot]!
        best[slot] = sum[slot] = trust[slot] = 0
      }
      touchedCount = 0
    },

    empty(each) {
      for (let at = 0; at < foundCount; at++) {
        const slot = found[at]!
        each(slot, score[slot]!, covered[slot]!)
        score[slot] = covered[slot] = 0
      }
      foundCount = 0
    },
  }
}
