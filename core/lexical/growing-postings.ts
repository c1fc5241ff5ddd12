/**
 * Growing postings: MiniSearch's inverted index, filled with words that are analysed already, read posting by posting.
 *
 * MiniSearch keeps terms, frequencies and field lengths; its own `search` adds up everything that matches, and here the
 * spellings of one word must count once. So scoring stands in `score.ts` and reads the index through this subclass:
 * the members it uses are MiniSearch's protected ones, and the version is pinned.
 */
/* oxlint-disable eslint/no-underscore-dangle -- the names are MiniSearch's */
import MiniSearch from 'minisearch'
import type { LanguageCode } from '../article.ts'

/** How a word is looked up: as it is spelt, by its stem, by its sound, or by its stem in the article's title. */
export const fields = ['surface', 'stem', 'sound', 'title'] as const
export type Field = (typeof fields)[number]

/** Words of each field, separated by blanks. */
export type AnalysedDocument = { readonly id: number; readonly language: LanguageCode } & Readonly<
  Record<Field, string>
>

/** Called with the internal number of a passage and how often the term stands in its field. */
export type VisitPosting = (slot: number, frequency: number) => void

export class GrowingPostings extends MiniSearch<AnalysedDocument> {
  /** By slot. */
  readonly #languages: LanguageCode[] = []

  constructor() {
    super({
      fields: [...fields],
      tokenize: (text) => (text === '' ? [] : text.split(' ')),
      processTerm: (term) => term,
      autoVacuum: false,
    })
  }

  override add(document: AnalysedDocument): void {
    this.#languages[this._nextId] = document.language
    super.add(document)
  }

  /** One more than the highest slot in use. */
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

  /** In distinct words. */
  lengthAt(field: number, slot: number): number {
    return this._fieldLength.get(slot)?.[field] ?? 0
  }

  /** Passages whose field holds the term, removed ones not counted. */
  holders(field: number, term: string): number {
    if (this.dirtCount === 0) return this._index.get(term)?.get(field)?.size ?? 0
    let count = 0
    this.visit(field, term, () => count++)
    return count
  }

  visit(field: number, term: string, posting: VisitPosting): void {
    const frequencies = this._index.get(term)?.get(field)
    if (frequencies === undefined) return
    for (const [slot, frequency] of frequencies) if (this.isLive(slot)) posting(slot, frequency)
  }

  /** Every term with each field that may hold it, and how many postings it has there at the most. */
  *entries(): Generator<{ readonly term: string; readonly field: number; readonly most: number }> {
    for (const [term, byField] of this._index)
      for (const [field, frequencies] of byField) yield { term, field, most: frequencies.size }
  }
}
