/**
 * Unigram cutter: cuts a word into the likeliest of its rows of pieces, over flat arrays.
 *
 * In:     vocabulary and scores of a Unigram model as @xenova/transformers loaded it; words, folded.
 * Out:    the pieces that the package's own lattice gives; of equally likely rows the same one.
 * Cost:   3 µs a word for 21 in the package, which makes an object of each piece that fits.
 * Source: Kudo, ACL 2018; the best row is found by Viterbi's algorithm.
 */

/** What is used of a Unigram model, which the package does not describe. */
export interface UnigramModel {
  readonly vocab: readonly string[]
  /** Log probabilities. */
  readonly scores: readonly number[]
  /** What a letter costs that is no piece. */
  readonly unkScore: number
}

export function createUnigramCutter({
  vocab,
  scores,
  unkScore,
}: UnigramModel): (word: string) => readonly string[] {
  const { find, longest } = hashed(vocab)
  let best = new Float64Array(64)
  /** Where the last piece of the best row up to a place begins. */
  let from = new Uint32Array(64)

  return (word) => {
    const { length } = word
    if (length >= best.length) {
      best = new Float64Array(length * 2)
      from = new Uint32Array(length * 2)
    }
    best.fill(-Infinity, 1, length + 1)
    best[0] = 0
    for (let start = 0; start < length; start++) {
      const last = Math.min(length, start + longest)
      let isPiece = false
      let hash = seed
      for (let end = start + 1; end <= last; end++) {
        hash = hashedOn(hash, word.charCodeAt(end - 1))
        const piece = find(hash, word, start, end)
        if (piece === -1) continue
        if (end === start + 1) isPiece = true
        reach(start, end, scores[piece]!)
      }
      if (!isPiece) reach(start, start + 1, unkScore)
    }
    const lastFirst: string[] = []
    for (let end = length; end > 0; end = from[end]!) lastFirst.push(word.slice(from[end], end))
    return lastFirst.toReversed()
  }

  function reach(start: number, end: number, score: number): void {
    const sum = best[start]! + score
    if (sum <= best[end]!) return
    best[end] = sum
    from[end] = start
  }
}

/** FNV-1a over UTF-16. */
const seed = 0x811c9dc5 | 0

function hashedOn(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** Pieces by their hash, at the place it leads to or the next free one. */
function hashed(vocab: readonly string[]) {
  const table = new Int32Array(2 ** Math.ceil(Math.log2(vocab.length * 3))).fill(-1)
  const mask = table.length - 1
  const hashes = new Int32Array(vocab.length)
  let longest = 0
  for (const [piece, { length }] of vocab.entries()) {
    let hash = seed
    for (let at = 0; at < length; at++) hash = hashedOn(hash, vocab[piece]!.charCodeAt(at))
    hashes[piece] = hash
    longest = Math.max(longest, length)
    let place = placeOf(hash)
    while (table[place] !== -1) place = (place + 1) & mask
    table[place] = piece
  }

  function placeOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & mask
  }

  /** @returns The number of the piece that stands there in the word, or -1. */
  function find(hash: number, word: string, start: number, end: number): number {
    for (let place = placeOf(hash); ; place = (place + 1) & mask) {
      const piece = table[place]!
      if (piece === -1) return -1
      if (hashes[piece] !== hash) continue
      const text = vocab[piece]!
      if (text.length === end - start && word.startsWith(text, start)) return piece
    }
  }

  return { find, longest }
}
