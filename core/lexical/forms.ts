/**
 * Forms: the terms of a query met with the postings that may answer them, each form looked up once.
 *
 * In:     an index and the terms of a query.
 * Out:    the terms that weigh most, each with the forms that some passage holds.
 * Cost:   a look-up a form; lists of postings are handed on as they lie, those of a row of words are intersected.
 */
import { inverseFrequency } from './bm25.ts'
import type { LayerList, Postings } from './postings.ts'
import { countIn } from './posting-layer.ts'
import type { SearchTerm, TermForm } from '../question/term.ts'

/** Postings of one word, and what a match of it counts before saturation. */
export interface WordLists {
  readonly idf: number
  readonly averageLength: number
  readonly lists: readonly LayerList[]
}

export interface Form {
  /** Trust in (0, 1]. */
  readonly weight: number
  /** Those that hold its rarest word, in any language. */
  readonly holders: number
  /** One, or several that a passage must hold all of. */
  readonly words: readonly WordLists[]
}

export interface WeighedTerm {
  /** Inverse document frequency of the term. */
  readonly weight: number
  readonly forms: readonly Form[]
}

export const maxTerms = 64

export function weighTerms(postings: Postings, terms: readonly SearchTerm[]): WeighedTerm[] {
  const weighed = terms.map((term) => ({
    term,
    weight: inverseFrequency(postings.documentCount, holdersOf(postings, term.forms)),
  }))
  const kept =
    weighed.length <= maxTerms
      ? weighed
      : weighed.toSorted((a, b) => b.weight - a.weight).slice(0, maxTerms)
  return kept.map(({ term, weight }) => ({
    weight,
    forms: term.forms.flatMap((alternative) => formOf(postings, alternative) ?? []),
  }))
}

/** How many passages hold a word in its own spelling or stem, or, where none does, in its commonest translation. */
export function holdersOf(postings: Postings, alternatives: readonly TermForm[]): number {
  const own = alternatives
    .filter(({ weight }) => weight === 1)
    .map(({ field, term }) => postings.holders(field, term))
  const most = Math.max(0, ...own)
  if (most > 0) return most
  const translated = alternatives.filter(({ language }) => language !== undefined)
  return Math.max(0, ...translated.map((alternative) => countHolders(postings, alternative)))
}

/** @returns null when no passage can hold it. */
function formOf(postings: Postings, alternative: TermForm): Form | null {
  const { field, term, with: others = [], language, weight } = alternative
  if (!(weight > 0)) return null
  const averageLength = postings.averageLength(field)
  const words = [...new Set([term, ...others])].map((word) => {
    const lists = postings.lists(field, word, language)
    const holders = language === undefined ? held(lists) : postings.holders(field, word)
    const idf = inverseFrequency(postings.documentCount, holders)
    return { idf, averageLength, lists, holders }
  })
  const holders = Math.min(...words.map((word) => word.holders))
  return holders === 0 ? null : { weight, holders, words }
}

export function countHolders(postings: Postings, alternative: TermForm): number {
  const form = formOf(postings, alternative)
  return form === null ? 0 : countPassages(form)
}

/** Passages that hold all its words, in the languages it counts in. */
export function countPassages(form: Form): number {
  return form.words.length === 1
    ? held(form.words[0]!.lists)
    : holdersOfAll(form).reduce((sum, { slots }) => sum + slots.length, 0)
}

function held(lists: readonly LayerList[]): number {
  return lists.reduce((sum, list) => sum + countIn(list, list.mask), 0)
}

/** Of one layer: slots of the index that hold every word, and where in each word's list they stand. */
export interface CommonSlots {
  readonly slots: readonly number[]
  /** By word of the form, then by slot. */
  readonly places: readonly (readonly number[])[]
  readonly lists: readonly LayerList[]
}

/** Layer by layer, the passages that hold all words of a form. */
export function holdersOfAll({ words }: Form): CommonSlots[] {
  const [rarest] = words.toSorted((a, b) => held(a.lists) - held(b.lists))
  return rarest!.lists.flatMap((list) => {
    const lists = words.map((word) => word.lists.find(({ first }) => first === list.first))
    if (lists.includes(undefined)) return []
    return inAll(list, lists as LayerList[])
  })
}

function inAll(rarest: LayerList, lists: readonly LayerList[]): CommonSlots {
  const slots: number[] = []
  const places = lists.map((): number[] => [])
  const reached = lists.map(() => 0)
  for (const slot of rarest.slots) {
    if (rarest.mask !== null && rarest.mask[slot] === 0) continue
    let inEach = true
    for (let word = 0; inEach && word < lists.length; word++) {
      const { slots: own } = lists[word]!
      reached[word] = seek(own, slot, reached[word]!)
      inEach = own[reached[word]!] === slot
    }
    if (!inEach) continue
    slots.push(slot)
    for (const [word, at] of reached.entries()) places[word]!.push(at)
  }
  return { slots, places, lists }
}

/** @param from - Where to begin: all before it are lower. @returns Place of the first that is not lower than `slot`. */
export function seek(slots: Uint32Array, slot: number, from: number): number {
  let step = 1
  let high = from
  while (high < slots.length && slots[high]! < slot) {
    from = high + 1
    high += step
    step *= 2
  }
  let low = from
  high = Math.min(high, slots.length)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (slots[middle]! < slot) low = middle + 1
    else high = middle
  }
  return low
}
