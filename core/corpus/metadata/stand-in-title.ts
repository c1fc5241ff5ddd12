/** Makes a title of the first sentence when a text has no headline. */
import type { LanguageCode } from '../../article.ts'
import { sentences } from '../../language/index.ts'

const maxLength = 120

/** @param text - Not blank. @returns At most 120 UTF-16 code units, cut between words. */
export function standInTitle(text: string, language: LanguageCode): string {
  const [first] = sentences(text.slice(0, 2000), language)
  const sentence = first ? text.slice(first.start, first.end) : text.slice(0, maxLength).trim()
  if (sentence.length <= maxLength) return sentence
  const cut = sentence.slice(0, maxLength - 1)
  const between = cut.replace(/[\s،,:؛;«"(]+\S*$/u, '')
  return `${(between === '' ? cut : between).toWellFormed()}…`
}
