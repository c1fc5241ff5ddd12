/**
 * Judge: whether a verdict is what the evaluation asked for.
 *
 * In:   a question with its needles, the verdict, and every article's stored text.
 * Out:  yes or no for each thing measured, null where it does not apply.
 */
import { fold } from '../language/index.ts'
import type { Citation, Verdict } from '../question.ts'
import type { EvaluationQuestion } from './evaluation-question.ts'

export interface Judgement {
  readonly question: EvaluationQuestion
  readonly refused: boolean
  /** Every needle stands in a quote of a right article; null for a question that must be refused. */
  readonly answered: boolean | null
  /** The first quote is of a right article; null when refused or unanswerable. */
  readonly rightArticle: boolean | null
  /** Quotes that are not the slice of their article that they say they are: must be 0. */
  readonly falseQuotes: number
  readonly verdict: Verdict
}

export function judge(
  question: EvaluationQuestion,
  verdict: Verdict,
  textOf: (articleId: string) => string | null,
): Judgement {
  const cited = verdict.kind === 'answer' ? shownCitations(verdict) : []
  const refused = verdict.kind === 'refusal'
  const all = refused ? verdict.nearest : cited
  const right = cited.filter(({ articleId }) => question.articles.includes(articleId))
  const isAnswerable = question.needles.length > 0
  return {
    question,
    refused,
    verdict,
    answered: isAnswerable
      ? question.needles.every((needle) => right.some(({ quote }) => holdsAny(quote, needle)))
      : null,
    rightArticle:
      isAnswerable && cited[0] !== undefined
        ? question.articles.includes(cited[0].articleId)
        : null,
    falseQuotes: all.filter(
      ({ articleId, quote, start, end }) => textOf(articleId)?.slice(start, end) !== quote,
    ).length,
  }
}

/** Whether a gold answer stands inside the quotes: folded letters, marks and blanks aside. */
export function holdsAnswer(quotes: readonly string[], answer: string): boolean {
  const gold = lettersOf(answer)
  return gold !== '' && quotes.some((quote) => lettersOf(quote).includes(gold))
}

function shownCitations(verdict: Extract<Verdict, { kind: 'answer' }>): readonly Citation[] {
  const grouped = verdict.disagreement?.flatMap(({ citations }) => citations) ?? []
  return [...verdict.citations, ...grouped]
}

function holdsAny(quote: string, needle: readonly string[]): boolean {
  return needle.some((one) => quote.includes(one))
}

function lettersOf(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join('')
}
