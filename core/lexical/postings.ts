/**
 * Postings in two layers: a frozen one, loaded as it lies in a file, and a growing one for passages added since.
 *
 * Both are one to who reads them: slots of the growing layer follow those of the frozen one, and lengths are
 * measured by the average of all. `compact` makes one frozen layer of the two.
 */
import type { LanguageCode } from '../article.ts'
import { emptyPostings, freezePostings } from './freeze-postings.ts'
import { FrozenPostings } from './frozen-postings.ts'
import { GrowingPostings, type AnalysedDocument } from './growing-postings.ts'
import {
  countIn,
  fields,
  type Field,
  type PostingLayer,
  type PostingList,
} from './posting-layer.ts'

/** A term's postings in one layer, with what a scoring loop wants to know of their passages. */
export interface LayerList extends PostingList {
  /** What is added to a slot of the layer. */
  readonly first: number
  /** By slot of the layer. */
  readonly lengths: Uint16Array
  /** By slot of the layer, 1 for what counts; null when all does. */
  readonly mask: Uint8Array | null
}

export class Postings {
  #frozen: FrozenPostings
  #growing = new GrowingPostings()
  /** By field, over all passages. */
  readonly #lengths = fields.map(() => 0)

  /** @throws {RangeError} When the bytes are nothing that `bytes` gave. */
  constructor(bytes?: Uint8Array) {
    this.#frozen = bytes === undefined ? emptyPostings() : new FrozenPostings(bytes)
    for (const field of fields.keys()) {
      const lengths = this.#frozen.lengths(field)
      for (let slot = 0; slot < lengths.length; slot++) this.#lengths[field]! += lengths[slot]!
    }
  }

  get documentCount(): number {
    return this.#frozen.documentCount + this.#growing.documentCount
  }

  /** One more than the highest slot in use. */
  get slots(): number {
    return this.#frozen.slots + this.#growing.slots
  }

  get changes(): number {
    return this.#frozen.removed + this.#growing.slots
  }

  has(id: number): boolean {
    return this.#frozen.has(id) || this.#growing.has(id)
  }

  *ids(): Generator<number> {
    yield* this.#frozen.ids()
    for (let slot = 0; slot < this.#growing.slots; slot++)
      if (this.#growing.isLive(slot)) yield this.#growing.idAt(slot)
  }

  add(document: AnalysedDocument): void {
    if (this.has(document.id)) throw new Error(`duplicate ID ${document.id}`)
    this.#growing.add(document)
    this.#measure(this.#growing, this.#growing.slots - 1, 1)
  }

  discard(id: number): void {
    const layer = this.#frozen.has(id) ? this.#frozen : this.#growing
    this.#measure(layer, layer.slotOf(id), -1)
    layer.discard(id)
  }

  /** Passages whose field holds the term, removed ones not counted. */
  holders(field: Field, term: string): number {
    return this.lists(field, term).reduce((sum, list) => sum + countIn(list, list.mask), 0)
  }

  /** One for each layer that holds the term. @param language - Lets no passage of another one count. */
  lists(field: Field, term: string, language?: LanguageCode): readonly LayerList[] {
    const number = fields.indexOf(field)
    const found: LayerList[] = []
    let first = 0
    for (const layer of [this.#frozen, this.#growing]) {
      const list = layer.list(number, term)
      if (list !== null) {
        const [lengths, mask] = [layer.lengths(number), layer.counting(language)]
        found.push({ ...list, first, lengths, mask })
      }
      first += layer.slots
    }
    return found
  }

  /** Of a field over all passages, in distinct words; 1 where all are empty. */
  averageLength(field: Field): number {
    return (this.#lengths[fields.indexOf(field)] || 1) / (this.documentCount || 1)
  }

  /** In distinct words. */
  lengthAt(field: Field, slot: number): number {
    const first = this.#frozen.slots
    const [layer, at] = slot < first ? [this.#frozen, slot] : [this.#growing, slot - first]
    return layer.lengths(fields.indexOf(field))[at]!
  }

  idAt(slot: number): number {
    const first = this.#frozen.slots
    return slot < first ? this.#frozen.idAt(slot) : this.#growing.idAt(slot - first)
  }

  *compact(): Generator<undefined, void> {
    if (this.changes === 0) return
    this.#frozen = yield* freezePostings([this.#frozen, this.#growing])
    this.#growing = new GrowingPostings()
  }

  bytes(): Uint8Array {
    const steps = this.compact()
    while (!steps.next().done);
    return this.#frozen.bytes
  }

  #measure(layer: PostingLayer, slot: number, sign: 1 | -1): void {
    for (const field of fields.keys()) this.#lengths[field]! += sign * layer.lengths(field)[slot]!
  }
}
