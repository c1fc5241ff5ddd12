/**
 * A posting layer is one inverted index over some of the passages; several stand side by side in `Postings`.
 *
 * Slots are the layer's own numbers of passages, from 0 up, never used again. What a scoring loop reads comes as flat
 * arrays, by slot.
 */
import type { LanguageCode } from '../article.ts'

/** How a word is looked up: as it is spelt, by its stem, by its sound, or by its stem in the article's title. */
export const fields = ['surface', 'stem', 'sound', 'title'] as const
export type Field = (typeof fields)[number]

/** Postings of a term in one field, removed passages among them. */
export interface PostingList {
  /** Ascending. */
  readonly slots: Uint32Array
  /** How often the term stands in the field, up to 255. */
  readonly frequencies: Uint8Array
}

export interface PostingLayer {
  /** One more than the highest slot in use. */
  readonly slots: number
  readonly documentCount: number
  isLive(slot: number): boolean
  idAt(slot: number): number
  languageAt(slot: number): LanguageCode
  /** By slot, in distinct words; it may be longer. The same array until the layer grows. */
  lengths(field: number): Uint16Array
  /**
   * 1 by slot for each passage that is not removed and is, or may be, written in the language; null when that is all.
   */
  counting(language: LanguageCode | undefined): Uint8Array | null
  holds(field: number, term: string): boolean
  list(field: number, term: string): PostingList | null
  /** Every term with each field that may hold it, and how many postings it has there at the most. */
  entries(): Iterable<{ readonly term: string; readonly field: number; readonly most: number }>
}

/** Passages of a list that a mask lets count. */
export function countIn({ slots }: PostingList, mask: Uint8Array | null): number {
  if (mask === null) return slots.length
  let count = 0
  for (let at = 0; at < slots.length; at++) count += mask[slots[at]!]!
  return count
}
