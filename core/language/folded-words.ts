/**
 * Folded words: a text as the tables of phrases spell it.
 *
 * In:   a question, or the phrases of a table.
 * Out:  words folded, half-spaces apart, punctuation gone; phrases with a blank on either side.
 */
import { fold } from './letters.ts'

export function foldedWords(text: string): readonly string[] {
  return fold(text.replaceAll('\u200c', ' ')).match(/[\p{L}\p{N}]+/gu) ?? []
}

export function phrasesOf(phrases: readonly string[]): readonly string[] {
  return phrases.map((phrase) => ` ${foldedWords(phrase).join(' ')} `)
}
