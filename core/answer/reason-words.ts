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
  // A mark between two digits is the number's own.
  const clause = rest.search(/(?<!\p{Nd}(?=.\p{Nd}))[،؛,;.!؟?\n]/u)
  const said = /^.*[\p{L}\p{M}\p{N}%٪]/su.exec(clause === -1 ? rest : rest.slice(0, clause))?.[0]
  return [{ start: from.start, end: from.end + (said?.length ?? 0) }]
}

function startsHere(phrase: readonly string[], words: readonly string[], at: number): boolean {
  return phrase.every((word, offset) => words[at + offset] === word)
}

const phrases = allTables.flatMap(({ reasons }) => reasons).map((phrase) => fold(phrase).split(' '))
