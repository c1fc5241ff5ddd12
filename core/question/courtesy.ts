/**
 * Courtesies: greetings and thanks, which people send to a bot between two questions. An archive has words like them
 * («وشكر الرئيس…»), so they would be searched for.
 *
 * In:   a question's text.
 * Out:  whether it holds nothing else.
 */
import { allTables } from '../language/tables/index.ts'
import { foldedWords, phrasesOf } from '../language/folded-words.ts'

export function isCourtesy(text: string): boolean {
  const words = foldedWords(text)
  if (words.length === 0) return false
  return phrases.reduce(without, ` ${words.join(' ')} `).trim() === ''
}

function without(text: string, phrase: string): string {
  return text.includes(phrase) ? without(text.replace(phrase, ' '), phrase) : text
}

/** Longest first: «صباح الخير» is one, «صباح» alone is none. */
const phrases = phrasesOf(allTables.flatMap(({ courtesies }) => courtesies)).toSorted(
  (a, b) => b.length - a.length,
)
