/**
 * Piece cutter: a text as ids of pieces, each with the place that it stands for in the text as it was given.
 *
 * In:   vocabulary of a Unigram model; any text.
 * Out:  ids with UTF-16 offsets; a piece that stands for a blank alone has an empty range. The four pieces that frame a
 *       text are never read out of it: an article cannot write its own end.
 * Cost: 4 µs a word.
 *
 * Folds as the training did: NFKC, every white space and half-space a blank, no tatweel; each word begins with ▁.
 */
import { createUnigramCutter } from '../semantic/unigram-cutter.ts'
import type { ReaderFolder } from './reader-folder.ts'

export interface Pieces {
  readonly ids: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** `<s>`, `<pad>`, `</s>`, `<unk>`. */
const frames = 4
/** What a letter costs beyond the rarest piece that is no piece, as the model's own library has it. */
const unknownCost = 10

export type PieceCutter = (text: string) => Pieces

export function createPieceCutter({
  vocabulary,
  unknown,
}: Pick<ReaderFolder, 'vocabulary' | 'unknown'>): PieceCutter {
  const known = vocabulary.slice(frames)
  const scores = known.map(([, score]) => score)
  const vocab = known.map(([piece]) => piece)
  const unkScore = scores.reduce((least, score) => Math.min(least, score), 0) - unknownCost
  const cut = createUnigramCutter({ vocab, scores, unkScore })
  const idOf = new Map(vocab.map((piece, at) => [piece, at + frames]))

  return (text) => {
    const ids: number[] = []
    const starts: number[] = []
    const ends: number[] = []
    const { letters, places } = folded(text)
    for (const { word, from } of wordsOf(letters)) {
      // The first unit of a word is its ▁, which stands before `from`.
      let at = from - 1
      let wasUnknown = false
      for (const piece of cut(word)) {
        const next = at + piece.length
        const first = Math.max(at, from)
        const start = places[first] ?? text.length
        const end = next > first ? places[next - 1 + letters.length]! : start
        const id = idOf.get(piece)
        if (id === undefined && wasUnknown) ends[ends.length - 1] = end
        else {
          ids.push(id ?? unknown)
          starts.push(start)
          ends.push(end)
        }
        wasUnknown = id === undefined
        at = next
      }
    }
    return { ids, starts, ends }
  }
}

/** Words as pieces are cut of them, with the place of their first letter; a second blank is a word without letters. */
function wordsOf(letters: string): readonly { readonly word: string; readonly from: number }[] {
  if (letters === '') return []
  let from = letters.startsWith(' ') ? 1 : 0
  return letters
    .slice(from)
    .split(' ')
    .map((word) => {
      const found = { word: `▁${word}`, from }
      from += word.length + 1
      return found
    })
}

/** @returns The letters read, and of each unit where in the text it begins and, after all of these, where it ends. */
function folded(text: string): { readonly letters: string; readonly places: Uint32Array } {
  const units: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  // Marks join the letter before them.
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const letters = cluster
      .normalize('NFKC')
      .replaceAll(/[\s\u200c]/gu, ' ')
      .replaceAll('ـ', '')
    for (let at = 0; at < letters.length; at++) {
      units.push(letters[at]!)
      starts.push(index)
      ends.push(index + cluster.length)
    }
  }
  return { letters: units.join(''), places: Uint32Array.from([...starts, ...ends]) }
}
