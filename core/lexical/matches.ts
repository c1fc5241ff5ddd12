/**
 * Matches: the postings of a query's forms worked out to points, form after form in two arrays that are kept from
 * query to query.
 *
 * In:     forms with their postings.
 * Out:    for each form a run of the arrays: slots of the index, ascending, and what the form counts in each.
 * Cost:   one visit of each posting, in the order in which they lie. 12 bytes a posting of the largest query.
 */
import { saturate, type Bm25 } from './bm25.ts'
import { holdersOfAll, type Form, type WordLists } from './forms.ts'
import type { LayerList } from './postings.ts'

/** From `start` up to `end` in the arrays. */
export interface Run {
  readonly start: number
  readonly end: number
}

export class Matches {
  slots = new Uint32Array(0)
  points = new Float64Array(0)
  #length = 0

  clear(): void {
    this.#length = 0
  }

  /** Runs follow the layers, so that slots ascend over all of them. */
  add(form: Form, params: Bm25): Run {
    const start = this.#length
    const [word, ...others] = form.words
    if (others.length > 0) this.#addRow(form, params)
    else for (const list of word!.lists) this.#addList(list, word!, form.weight, params)
    return { start, end: this.#length }
  }

  #addList(list: LayerList, word: WordLists, weight: number, params: Bm25): void {
    this.#makeRoom(list.slots.length)
    const { slots, points } = this
    const { slots: own, frequencies, lengths, mask, first } = list
    const { averageLength } = word
    const most = weight * word.idf
    let length = this.#length
    for (let at = 0; at < own.length; at++) {
      const slot = own[at]!
      if (mask !== null && mask[slot] === 0) continue
      slots[length] = first + slot
      points[length] = most * saturate(frequencies[at]!, lengths[slot]! / averageLength, params)
      length += 1
    }
    this.#length = length
  }

  /** Words that a passage must hold together count the mean of their points. */
  #addRow(form: Form, params: Bm25): void {
    for (const { slots, places, lists } of holdersOfAll(form)) {
      this.#makeRoom(slots.length)
      for (const [at, slot] of slots.entries()) {
        let points = 0
        for (const [word, { lengths, frequencies }] of lists.entries()) {
          const { idf, averageLength } = form.words[word]!
          const frequency = frequencies[places[word]![at]!]!
          points += idf * saturate(frequency, lengths[slot]! / averageLength, params)
        }
        this.slots[this.#length] = lists[0]!.first + slot
        this.points[this.#length] = (form.weight * points) / lists.length
        this.#length += 1
      }
    }
  }

  #makeRoom(more: number): void {
    const needed = this.#length + more
    if (needed <= this.slots.length) return
    const { slots, points } = this
    this.slots = new Uint32Array(needed * 2)
    this.points = new Float64Array(needed * 2)
    this.slots.set(slots)
    this.points.set(points)
  }
}
