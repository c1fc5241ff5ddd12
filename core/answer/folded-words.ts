/**
 * Folded words: a text as the tables of phrases spell it.
 *
 * In:   a question, or a table of phrases with bars between them.
 * Out:  words folded, half-spaces apart, punctuation gone; phrases with a blank on either side.
 */
import { fold } from '../language/index.ts'

export function foldedWords(text: string): readonly string[] {
  return fold(text.replaceAll('\u200c', ' ')).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** One phrase each between bars. */
export function phrasesOf(text: string): readonly string[] {
  return text
    .split('|')
    .map((phrase) => ` ${foldedWords(phrase).join(' ')} `)
    .filter((phrase) => phrase.trim() !== '')
}
