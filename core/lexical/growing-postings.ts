/**
 * Growing postings: MiniSearch's inverted index, filled with words that are analysed already, read list by list.
 *
 * MiniSearch keeps terms, frequencies and field lengths; its own `search` adds up everything that matches, and here the
 * spellings of one word must count once. So scoring stands in `score.ts` and reads the index through this subclass:
 * the members it uses are MiniSearch's protected ones, and the version is pinned.
 */
/* oxlint-disable eslint/no-underscore-dangle -- the names are MiniSearch's */
import MiniSearch from 'minisearch'
import type { LanguageCode } from '../article.ts'
import { fields, type Field, type PostingLayer, type PostingList } from './posting-layer.ts'
import { SlotMasks } from './slot-masks.ts'

/** Words of each field, separated by blanks. */
export type AnalysedDocument = { readonly id: number; readonly language: LanguageCode } & Readonly<
  Record<Field, string>
>

export class GrowingPostings extends MiniSearch<AnalysedDocument> implements PostingLayer {
  /** By slot. */
  readonly #languages: LanguageCode[] = []
  /** By field, each by slot, with room to grow. */
  #lengths = fields.map(() => new Uint16Array(16))
  readonly #masks = new SlotMasks(this)

  constructor() {
    super({
      fields: [...fields],
      tokenize: (text) => (text === '' ? [] : text.split(' ')),
      processTerm: (term) => term,
      autoVacuum: false,
    })
  }

  override add(document: AnalysedDocument): void {
    const slot = this._nextId
    this.#languages[slot] = document.language
    super.add(document)
    if (slot >= this.#lengths[0]!.length) this.#lengths = this.#lengths.map(doubled)
    for (const [field, lengths] of this.#lengths.entries())
      lengths[slot] = Math.min(0xffff, this._fieldLength.get(slot)?.[field] ?? 0)
  }

  override discard(id: number): void {
    this.#masks.remove(this.slotOf(id))
    super.discard(id)
  }

  get slots(): number {
    return this._nextId
  }

  isLive(slot: number): boolean {
    return this._documentIds.has(slot)
  }

  idAt(slot: number): number {
    return this._documentIds.get(slot) as number
  }

  slotOf(id: number): number {
    return this._idToShortId.get(id) as number
  }

  languageAt(slot: number): LanguageCode {
    return this.#languages[slot] ?? 'und'
  }

  lengths(field: number): Uint16Array {
    return this.#lengths[field]!
  }

  counting(language: LanguageCode | undefined): Uint8Array | null {
    return this.#masks.of(language)
  }

  holds(field: number, term: string): boolean {
    return this._index.get(term)?.has(field) ?? false
  }

  list(field: number, term: string): PostingList | null {
    const frequencies = this._index.get(term)?.get(field)
    if (frequencies === undefined) return null
    return {
      slots: Uint32Array.from(frequencies.keys()),
      frequencies: Uint8Array.from(frequencies.values(), (count) => Math.min(255, count)),
    }
  }

  *entries(): Generator<{ readonly term: string; readonly field: number; readonly most: number }> {
    for (const [term, byField] of this._index)
      for (const [field, frequencies] of byField) yield { term, field, most: frequencies.size }
  }
}

function doubled(lengths: Uint16Array): Uint16Array<ArrayBuffer> {
  const longer = new Uint16Array(lengths.length * 2)
  longer.set(lengths)
  return longer
}
