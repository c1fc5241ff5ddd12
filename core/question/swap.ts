/**
 * Swap: "what about X?" asks the question before anew, with one thing in the place of another.
 *
 * In:   a question, or the question before and the thing that is asked anew.
 * Out:  that thing; the question before with it in its place. null where there is none.
 */
import type { LanguageCode } from '../article.ts'
import { foldedWords } from '../language/folded-words.ts'
import { askingWords } from './kind-words.ts'
import { pointingWords, type PointingWords } from './pointing-words.ts'
import { questionDates } from './question-dates.ts'

/** X of "what about X?"; null for any other question. */
export function thingAskedAnew(text: string, { about, aboutBehind }: PointingWords): string | null {
  const padded = ` ${foldedWords(text).join(' ')} `
  const opener = about.find((phrase) => padded.startsWith(phrase))
  const closer = aboutBehind.find((phrase) => padded.endsWith(phrase))
  const words = text
    .replaceAll(/[?؟!.،]+/gu, ' ')
    .trim()
    .split(/\s+/u)
  if (opener !== undefined) {
    const rest = words.slice(opener.trim().split(' ').length)
    return rest.length === 0 || rest.some((word) => isAskingWord(word)) ? null : rest.join(' ')
  }
  if (closer === undefined) return null
  const rest = words.slice(0, -closer.trim().split(' ').length)
  const thing = rest[0] === 'و' ? rest.slice(1) : rest
  return thing.length === 0 || thing.some((word) => isAskingWord(word)) ? null : thing.join(' ')
}

function isAskingWord(word: string): boolean {
  return foldedWords(word).some((folded) => askingWords.has(folded))
}

/**
 * The question before with X in the place of what X is another of: a time for a time, the words behind the same
 * preposition, or its only name.
 * @returns null where no one place is X's.
 */
export function swapped(previous: string, thing: string, language: LanguageCode): string | null {
  const [time] = questionDates(thing, language)
  const year = /^\D*((?:1[34]|19|20)\d\d)\D*$/u.exec(foldedWords(thing).join(' '))
  if (time !== undefined || year !== null) {
    const times = questionDates(previous, language).map(({ span }) => span)
    const years = [...previous.matchAll(/(?<!\p{N})\p{N}{4}(?!\p{N})/gu)].map(({ index }) => ({
      start: index,
      end: index + 4,
    }))
    const [slot, other] = times.length > 0 ? times : years
    if (slot === undefined || other !== undefined) return null
    const named =
      time === undefined ? (year?.[1] ?? thing) : thing.slice(time.span.start, time.span.end)
    return replaced(previous, slot, named)
  }
  const names = [...previous.matchAll(/(?<!^)(?<!\p{L})\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/gu)]
  const { prepositions } = pointingWords(language)
  const [first = '', ...rest] = thing.split(' ')
  if (rest.length > 0 && prepositions.has(foldedWords(first)[0] ?? '')) {
    const behind = names.filter(({ index }) =>
      previous.slice(0, index).toLowerCase().endsWith(`${first.toLowerCase()} `),
    )
    const [slot, other] = behind
    if (slot === undefined || other !== undefined) return null
    return replaced(
      previous,
      { start: slot.index, end: slot.index + slot[0].length },
      rest.join(' '),
    )
  }
  const [slot, other] = names
  if (slot === undefined || other !== undefined || !/^\p{Lu}/u.test(thing)) return null
  return replaced(previous, { start: slot.index, end: slot.index + slot[0].length }, thing)
}

function replaced(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  other: string,
): string {
  return text.slice(0, start) + other + text.slice(end)
}
