/**
 * What is no question: emoji, digits, one letter, a bare link. Searched for, a «ب» finds three quotes.
 *
 * In:   a question's text.
 * Out:  whether nothing in it can be looked for; where its links stand, whose letters are no words of it.
 */
import type { Span } from '../article.ts'

export function asksNothing(text: string): boolean {
  const rest = text.replaceAll(link, ' ')
  return (rest.match(/\p{L}/gu) ?? []).length < fewestLetters && !/\p{Script=Han}/u.test(rest)
}

export function linksIn(text: string): readonly Span[] {
  return [...text.matchAll(link)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }))
}

const fewestLetters = 2

const link =
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}@])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|ir|news|info|me|co)(?:\/\S*)?(?![\p{L}\p{N}])/giu
