/**
 * Question check: turns whatever an edge received into a question's text, or says what is wrong with it.
 *
 * In:   any value.
 * Out:  trimmed, well-formed Unicode, 1 to 2,000 characters, without control and bidi override characters.
 *
 * A question of nothing but punctuation passes: whether it asks anything is for the answerer to say.
 */
import { RawiError } from '../errors.ts'

export const maxQuestionCharacters = 2000

/** @throws {RawiError} `QUESTION_INVALID` for no string, a blank one, or one over 2,000 characters. */
export function checkQuestion(value: unknown): string {
  if (typeof value !== 'string') {
    throw new RawiError(
      'QUESTION_INVALID',
      `The question is ${kindOf(value)}, not text. Send it as a string.`,
    )
  }
  if (value.length > maxQuestionCharacters * 2) throw tooLong(value.length)
  const text = clean(value)
  if (text === '') {
    throw new RawiError('QUESTION_INVALID', 'The question is blank. Ask in at least one word.')
  }
  const length = Array.from(text).length
  if (length > maxQuestionCharacters) throw tooLong(length)
  return text
}

/** Control characters, bidi overrides and embeddings, and what is shown as nothing at all. ZWNJ and ZWJ stay. */
const unseen =
  /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu
const joinersAlone = /^[\s\u200c\u200d]+$/u

function clean(value: string): string {
  const text = value.toWellFormed().replace(unseen, ' ').replace(/\s+/gu, ' ').trim()
  return joinersAlone.test(text) ? '' : text
}

function tooLong(length: number): RawiError {
  return new RawiError(
    'QUESTION_INVALID',
    `The question is ${length} characters long; at most ${maxQuestionCharacters} are read. Shorten it.`,
  )
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'missing'
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`
}
