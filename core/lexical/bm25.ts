/**
 * BM25+: what one posting of a term counts.
 *
 * Source: Lv & Zhai, CIKM 2011.
 */

export interface Bm25 {
  /** Saturation of a term's frequency: higher lets repetition count for longer. From 0 up. */
  readonly k: number
  /** How much a long passage is held against its matches, in [0, 1]. */
  readonly b: number
  /** What a match counts at the least, however long the passage. From 0 up. */
  readonly d: number
  /** What the weaker forms of a word add to its best one, in [0, 1]: 0 counts the best alone, 1 adds all up. */
  readonly tie: number
}

/** A plateau of the development sets: k from 0.9 to 2, b from 0.7 to 0.9 and tie from 0 to 0.4 move nDCG by less than .007. */
export const bm25: Bm25 = { k: 1.2, b: 0.7, d: 0.5, tie: 0.2 }

/** Inverse document frequency of a term that so many of all passages hold, above 0. */
export function inverseFrequency(passages: number, holders: number): number {
  return Math.log(1 + (passages - holders + 0.5) / (holders + 0.5))
}

/** @param length - By the average of all passages. @returns From `d` up to, never reaching, d + k + 1. */
export function saturate(frequency: number, length: number, { k, b, d }: Bm25): number {
  return d + (frequency * (k + 1)) / (frequency + k * (1 - b + b * length))
}
