/**
 * Frozen postings: an inverted index in one block of bytes, searched as it lies there. Nothing is parsed to load it.
 *
 * In:     bytes that `freezePostings` wrote, aligned to four and known to be whole.
 * Out:    the postings of a term, the lengths, languages and ids of passages; passages can be removed, never added.
 * Cost:   5 bytes a posting; a term is found by one probe of a hash table or a few.
 *
 *   head · ids · ends of terms · ends of postings · hash table · slots | lengths · terms | languages · fields ·
 *   frequencies · names of the languages                 (32 bits each | 16 bits each | 8 bits each)
 */
import type { LanguageCode } from '../article.ts'
import { fields, type PostingLayer, type PostingList } from './posting-layer.ts'
import { SlotMasks } from './slot-masks.ts'

export const frozenFormat = 0x52_4c_58_01
export const headLength = 7
export const fieldCount = fields.length

/** What a block is made of. */
export interface FrozenParts {
  readonly ids: Uint32Array
  /** Where each entry ends, an entry being a term in one field. */
  readonly termEnds: Uint32Array
  readonly postingEnds: Uint32Array
  /** Numbers of entries from 1 up, at the place their hash leads to or the next free one; 0 is free. */
  readonly table: Uint32Array
  readonly slots: Uint32Array
  /** Field by field, in distinct words. */
  readonly lengths: Uint16Array
  /** UTF-16, one term after the other. */
  readonly terms: Uint16Array
  readonly languages: Uint8Array
  readonly fields: Uint8Array
  readonly frequencies: Uint8Array
  readonly names: Uint8Array
}

export class FrozenPostings implements PostingLayer {
  readonly bytes: Uint8Array
  readonly parts: FrozenParts
  readonly #languages: readonly LanguageCode[]
  readonly #slotOf = new Map<number, number>()
  readonly #dead: Uint8Array
  readonly #lengths: readonly Uint16Array[]
  readonly #masks = new SlotMasks(this)
  #deadCount = 0

  /** @throws {RangeError} When the bytes are no block of this format. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.parts = partsOf(bytes)
    this.#languages = JSON.parse(new TextDecoder().decode(this.parts.names)) as LanguageCode[]
    this.#dead = new Uint8Array(this.slots)
    this.#lengths = fields.map((_, field) =>
      this.parts.lengths.subarray(field * this.slots, (field + 1) * this.slots),
    )
    for (const [slot, id] of this.parts.ids.entries()) this.#slotOf.set(id, slot)
  }

  get slots(): number {
    return this.parts.ids.length
  }

  get documentCount(): number {
    return this.slots - this.#deadCount
  }

  get removed(): number {
    return this.#deadCount
  }

  has(id: number): boolean {
    return this.#slotOf.has(id)
  }

  ids(): IterableIterator<number> {
    return this.#slotOf.keys()
  }

  slotOf(id: number): number {
    return this.#slotOf.get(id)!
  }

  discard(id: number): void {
    const slot = this.slotOf(id)
    this.#dead[slot] = 1
    this.#masks.remove(slot)
    this.#slotOf.delete(id)
    this.#deadCount += 1
  }

  isLive(slot: number): boolean {
    return this.#dead[slot] === 0
  }

  idAt(slot: number): number {
    return this.parts.ids[slot]!
  }

  languageAt(slot: number): LanguageCode {
    return this.#languages[this.parts.languages[slot]!] ?? 'und'
  }

  lengths(field: number): Uint16Array {
    return this.#lengths[field]!
  }

  counting(language: LanguageCode | undefined): Uint8Array | null {
    return this.#masks.of(language)
  }

  holds(field: number, term: string): boolean {
    return this.#entryOf(field, term) !== -1
  }

  list(field: number, term: string): PostingList | null {
    const entry = this.#entryOf(field, term)
    if (entry === -1) return null
    const { slots, frequencies, postingEnds } = this.parts
    const [start, end] = [this.#startOf(entry), postingEnds[entry]]
    return { slots: slots.subarray(start, end), frequencies: frequencies.subarray(start, end) }
  }

  *entries(): Generator<{ readonly term: string; readonly field: number; readonly most: number }> {
    const { fields: numbers, postingEnds } = this.parts
    for (let entry = 0; entry < numbers.length; entry++) {
      const most = postingEnds[entry]! - this.#startOf(entry)
      yield { term: this.#termAt(entry), field: numbers[entry]!, most }
    }
  }

  #termAt(entry: number): string {
    const { termEnds, terms } = this.parts
    const start = entry === 0 ? 0 : termEnds[entry - 1]!
    const units = terms.subarray(start, termEnds[entry])
    return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le')
  }

  #startOf(entry: number): number {
    return entry === 0 ? 0 : this.parts.postingEnds[entry - 1]!
  }

  #entryOf(field: number, term: string): number {
    const { table, fields: numbers } = this.parts
    const mask = table.length - 1
    for (let at = hashOf(field, term) & mask; table[at] !== 0; at = (at + 1) & mask) {
      const entry = table[at]! - 1
      if (numbers[entry] === field && this.#spells(entry, term)) return entry
    }
    return -1
  }

  #spells(entry: number, term: string): boolean {
    const { termEnds, terms } = this.parts
    const start = entry === 0 ? 0 : termEnds[entry - 1]!
    if (termEnds[entry]! - start !== term.length) return false
    for (let at = 0; at < term.length; at++)
      if (terms[start + at] !== term.charCodeAt(at)) return false
    return true
  }
}

/** FNV-1a over UTF-16. */
export function hashOf(field: number, term: string): number {
  let hash = 0x811c9dc5 ^ field
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** A power of two that leaves at least half of the places free. */
export function tableLength(entries: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, entries * 2)))
}

function partsOf(bytes: Uint8Array): FrozenParts {
  const { buffer, byteOffset, byteLength } = bytes
  if (byteLength < headLength * 4) throw new RangeError('The index of words is cut off')
  const head = new Uint32Array(buffer, byteOffset, headLength)
  const [format, passages, entries, units, postings, places, names] = [...head] as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (format !== frozenFormat) throw new RangeError('The index of words is of another format')
  let at = byteOffset + headLength * 4
  const take = <T>(
    Kind: new (buffer: ArrayBufferLike, at: number, length: number) => T,
    length: number,
    size: number,
  ): T => {
    const part = new Kind(buffer, at, length)
    at += length * size
    return part
  }
  const parts: FrozenParts = {
    ids: take(Uint32Array, passages, 4),
    termEnds: take(Uint32Array, entries, 4),
    postingEnds: take(Uint32Array, entries, 4),
    table: take(Uint32Array, places, 4),
    slots: take(Uint32Array, postings, 4),
    lengths: take(Uint16Array, passages * fieldCount, 2),
    terms: take(Uint16Array, units, 2),
    languages: take(Uint8Array, passages, 1),
    fields: take(Uint8Array, entries, 1),
    frequencies: take(Uint8Array, postings, 1),
    names: take(Uint8Array, names, 1),
  }
  if (at !== byteOffset + byteLength) throw new RangeError('The index of words is of another size')
  return parts
}
