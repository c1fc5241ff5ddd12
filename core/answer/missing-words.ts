/**
 * Missing words: what a refusal names as not found, in the reader's own words.
 *
 * In:   the plan of a question, the quotes that came nearest.
 * Out:  whole words and names, in order of the question, each once: «بیت‌کوین» and never «کوین», "Burj Khalifa" where
 *       the archive knows towers and no Khalifa.
 */
import type { Span } from '../article.ts'
import type { QuestionPlan } from '../question/plan.ts'
import { missed } from './belief-features.ts'
import { sentencesOf, type QuoteDraft } from './choose-quotes.ts'

export function missingWords(plan: QuestionPlan, quotes: readonly QuoteDraft[]): readonly string[] {
  const lacking = plan.content.flatMap((term, at) =>
    !term.isDeictic && isMissing(at, quotes) ? [term] : [],
  )
  return [
    ...new Set(
      phrasesOf(plan)
        .filter(({ start, end }) => lacking.some((term) => term.start >= start && term.end <= end))
        .map(({ start, end }) => plan.text.slice(start, end)),
    ),
  ]
}

/** @param at - Of a term of content. @returns Whether no quote's passage and title hold it. */
export function isMissing(at: number, quotes: readonly QuoteDraft[]): boolean {
  return quotes
    .flatMap(sentencesOf)
    .every(({ softAround }) => (softAround[at]?.strength ?? 0) < missed)
}

/** Words as they are written, names that stand side by side as one. */
function phrasesOf({ text, content }: QuestionPlan): readonly Span[] {
  const phrases: (Span & { readonly isName: boolean })[] = []
  for (const term of content) {
    const word = { ...wordAround(text, term), isName: term.kind === 'name' }
    const before = phrases.at(-1)
    const isOne =
      before !== undefined &&
      (word.start < before.end ||
        (before.isName && word.isName && text.slice(before.end, word.start).trim() === ''))
    if (isOne) phrases[phrases.length - 1] = { ...word, start: before.start }
    else phrases.push(word)
  }
  return phrases
}

/** With the letters that a token leaves out, half-spaces and hyphens within it. */
function wordAround(text: string, { start, end }: Span): Span {
  const before =
    /(?:[\p{L}\p{M}\p{N}]|(?<=\p{L})[\u200c-])*$/u.exec(text.slice(0, start))?.[0] ?? ''
  const after = /^(?:[\p{L}\p{M}\p{N}]|[\u200c-](?=\p{L}))*/u.exec(text.slice(end))?.[0] ?? ''
  return { start: start - before.length, end: end + after.length }
}
