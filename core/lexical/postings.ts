/**
 * Postings: MiniSearch's inverted index, filled with words that are analysed already and read posting by posting.
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

export class Postings extends MiniSearch<AnalysedDocument> {
  /** By slot. */
  #languages: LanguageCode[] = []

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

  /** True when the passage is, or may be, written in the language. */
  speaks(slot: number, language: LanguageCode): boolean {
    const own = this.#languages[slot]
    return own === language || own === 'und'
  }

  /** One more than the highest slot in use. */
  get slots(): number {
    return this._nextId
  }

  /** Passages whose field holds the term, removed ones not counted. */
  holders(field: Field, term: string): number {
    if (this.dirtCount === 0) return this._index.get(term)?.get(fieldNumber(field))?.size ?? 0
    let count = 0
    this.visit(field, term, () => count++)
    return count
  }

  visit(field: Field, term: string, posting: VisitPosting): void {
    const frequencies = this._index.get(term)?.get(fieldNumber(field))
    if (frequencies === undefined) return
    for (const [slot, frequency] of frequencies)
      if (this._documentIds.has(slot)) posting(slot, frequency)
  }

  /** Length of a passage's field by the average of all, in distinct words. */
  relativeLength(field: Field, slot: number): number {
    const number = fieldNumber(field)
    return (this._fieldLength.get(slot)?.[number] ?? 0) / (this._avgFieldLength[number] || 1)
  }

  idAt(slot: number): number {
    return this._documentIds.get(slot) as number
  }

  /** One line of JSON for the passages and one for each term: removed passages are left out. */
  *lines(): Generator<string> {
    const slots = [...this._documentIds.keys()]
    const slotOf = new Map(slots.map((slot, index) => [slot, index]))
    yield JSON.stringify({
      ids: slots.map((slot) => this.idAt(slot)),
      languages: slots.map((slot) => this.#languages[slot]),
      lengths: slots.map((slot) => this._fieldLength.get(slot)),
      averages: this._avgFieldLength,
    })
    for (const [term, data] of this._index) {
      const byField: [number, number[]][] = []
      for (const [number, frequencies] of data) {
        const flat: number[] = []
        for (const [slot, frequency] of frequencies) {
          const live = slotOf.get(slot)
          if (live !== undefined) flat.push(live, frequency)
        }
        if (flat.length > 0) byField.push([number, flat])
      }
      if (byField.length > 0) yield JSON.stringify([term, byField])
    }
  }

  /** Fills an empty index with what `lines` wrote. */
  fill(lines: Iterable<string>): this {
    let first = true
    for (const line of lines) {
      if (first) this.#fillPassages(JSON.parse(line) as Passages)
      else {
        const [term, byField] = JSON.parse(line) as [string, [number, number[]][]]
        this._index.set(term, new Map(byField.map(([number, flat]) => [number, pairsOf(flat)])))
      }
      first = false
    }
    return this
  }

  #fillPassages({ ids, languages, lengths, averages }: Passages): void {
    for (const [slot, id] of ids.entries()) {
      this._documentIds.set(slot, id)
      this._idToShortId.set(id, slot)
      this._fieldLength.set(slot, lengths[slot] ?? [])
    }
    this.#languages = languages
    this._avgFieldLength = averages
    this._documentCount = ids.length
    this._nextId = ids.length
  }
}

interface Passages {
  readonly ids: readonly number[]
  readonly languages: LanguageCode[]
  readonly lengths: readonly number[][]
  readonly averages: number[]
}

function fieldNumber(field: Field): number {
  return fields.indexOf(field)
}

function pairsOf(flat: readonly number[]): Map<number, number> {
  const pairs = new Map<number, number>()
  for (let at = 0; at + 1 < flat.length; at += 2) pairs.set(flat[at] ?? 0, flat[at + 1] ?? 0)
  return pairs
}
