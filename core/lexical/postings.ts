/**
 * Postings in two layers: a frozen one, loaded as it lies in a file, and a growing one for passages added since.
 *
 * Both are one to who reads them: slots of the growing layer follow those of the frozen one, and lengths are
 * measured by the average of all. `compact` makes one frozen layer of the two.
 */
import type { LanguageCode } from '../article.ts'
import { emptyPostings, freezePostings } from './freeze-postings.ts'
import { FrozenPostings } from './frozen-postings.ts'
import {
  fields,
  GrowingPostings,
  type AnalysedDocument,
  type Field,
  type VisitPosting,
} from './growing-postings.ts'

export class Postings {
  #frozen: FrozenPostings
  #growing = new GrowingPostings()
  /** By field, over all passages. */
  readonly #lengths = fields.map(() => 0)

  /** @throws {RangeError} When the bytes are nothing that `bytes` gave. */
  constructor(bytes?: Uint8Array) {
    this.#frozen = bytes === undefined ? emptyPostings() : new FrozenPostings(bytes)
    for (const field of fields.keys())
      for (let slot = 0; slot < this.#frozen.slots; slot++)
        this.#lengths[field]! += this.#frozen.lengthAt(field, slot)
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

  /** True when the passage is, or may be, written in the language. */
  speaks(slot: number, language: LanguageCode): boolean {
    const own =
      slot < this.#frozen.slots
        ? this.#frozen.languageAt(slot)
        : this.#growing.languageAt(slot - this.#frozen.slots)
    return own === language || own === 'und'
  }

  /** Passages whose field holds the term, removed ones not counted. */
  holders(field: Field, term: string): number {
    const number = fields.indexOf(field)
    return this.#frozen.holders(number, term) + this.#growing.holders(number, term)
  }

  /** @param only - By slot; postings of passages that are 0 in it are passed over. */
  visit(field: Field, term: string, posting: VisitPosting, only: Uint8Array | null = null): void {
    const number = fields.indexOf(field)
    this.#frozen.visit(number, term, posting, only)
    const first = this.#frozen.slots
    this.#growing.visit(number, term, (slot, frequency) => {
      if (only === null || only[first + slot] === 1) posting(first + slot, frequency)
    })
  }

  /** Length of a passage's field by the average of all, in distinct words. */
  relativeLength(field: Field, slot: number): number {
    const number = fields.indexOf(field)
    const first = this.#frozen.slots
    const length =
      slot < first
        ? this.#frozen.lengthAt(number, slot)
        : this.#growing.lengthAt(number, slot - first)
    return (length * this.documentCount) / (this.#lengths[number]! || 1)
  }

  idAt(slot: number): number {
    const first = this.#frozen.slots
    return slot < first ? this.#frozen.idAt(slot) : this.#growing.idAt(slot - first)
  }

  *compact(): Generator<undefined, void> {
    if (this.changes === 0) return
    this.#frozen = yield* freezePostings(this.#frozen, this.#growing)
    this.#growing = new GrowingPostings()
  }

  bytes(): Uint8Array {
    const steps = this.compact()
    while (!steps.next().done);
    return this.#frozen.bytes
  }

  #measure(layer: FrozenPostings | GrowingPostings, slot: number, sign: 1 | -1): void {
    for (const field of fields.keys()) this.#lengths[field]! += sign * layer.lengthAt(field, slot)
  }
}
