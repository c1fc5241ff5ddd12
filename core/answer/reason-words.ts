/**
 * Reason words: finds where a sentence gives a cause or a purpose.
 *
 * In:   a sentence's words.
 * Out:  spans from the word that announces the reason to the end of its clause.
 */
import type { Span } from '../article.ts'
import { fold } from '../language/index.ts'
import { allTables } from '../language/tables/index.ts'
import type { SentenceWords } from './asked-span.ts'

export function reasonSpans({ text, tokens, isAsked }: SentenceWords): readonly Span[] {
  const words = tokens.map(({ surface }) => surface)
  const at = words.findIndex(
    (_, index) => !isAsked(index) && phrases.some((phrase) => startsHere(phrase, words, index)),
  )
  const from = tokens[at]
  if (from === undefined) return []
  const rest = text.slice(from.end)
  const clause = rest.search(/[،؛,;.!؟?\n]/u)
  const end = clause === -1 ? text.length : from.end + clause
  return [{ start: from.start, end: Math.max(end, from.end) }]
}

function startsHere(phrase: readonly string[], words: readonly string[], at: number): boolean {
  return phrase.every((word, offset) => words[at + offset] === word)
}

const phrases = allTables.flatMap(({ reasons }) => reasons).map((phrase) => fold(phrase).split(' '))
