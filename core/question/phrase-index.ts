/**
 * Phrase index: finds the phrases of a list that begin at a word, the longest first.
 *
 * In:   phrases as writers spell them, each with a value; folded words.
 * Out:  of the phrases that stand there their length in words and their value; of equal ones in the order of the list.
 */
import { foldedWords } from '../language/folded-words.ts'

export interface PhraseIndex<Value> {
  at(
    words: readonly string[],
    index: number,
  ): readonly { readonly length: number; readonly value: Value }[]
}

export function phraseIndex<Value>(
  phrases: readonly (readonly [phrase: string, value: Value])[],
): PhraseIndex<Value> {
  const byFirst = new Map<string, { rest: readonly string[]; length: number; value: Value }[]>()
  for (const [phrase, value] of phrases) {
    const [first, ...rest] = foldedWords(phrase)
    if (first === undefined) continue
    const known = byFirst.get(first) ?? []
    byFirst.set(first, known)
    known.push({ rest, length: rest.length + 1, value })
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length)
  return {
    at: (words, index) =>
      (byFirst.get(words[index] ?? '') ?? []).filter(({ rest }) =>
        rest.every((word, offset) => words[index + 1 + offset] === word),
      ),
  }
}
