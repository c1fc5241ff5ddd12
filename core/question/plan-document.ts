/** The plan of a question as plain data, for `ask --explain`. */
import type { LanguageCode, Span } from '../article.ts'
import type { Asked } from './asked.ts'
import type { QuestionPlan } from './plan.ts'
import type { Term, TermKind } from './term.ts'

export interface PlanDocument {
  readonly text: string
  readonly language: LanguageCode
  readonly asked: Asked
  readonly topic: QuestionPlan['topic']
  /** Ids of the articles that an answer is rather looked for in. */
  readonly preferred: readonly string[]
  readonly terms: readonly TermDocument[]
}

export interface TermDocument extends Span {
  readonly written: string
  readonly kind: TermKind
  /** "unit", "focus", "carried", and the time that it names. */
  readonly marks: readonly string[]
  readonly weight: number
  readonly df: number
  /** What an index is searched for, by trust: `stem:قطار 1`, `stem:train+station@en 0.9`. */
  readonly forms: readonly string[]
  readonly synonyms: readonly string[]
}

export function planDocument(plan: QuestionPlan): PlanDocument {
  const { text, language, asked, topic, preferred, terms } = plan
  return { text, language, asked, topic, preferred: [...preferred], terms: terms.map(termDocument) }
}

function termDocument(term: Term): TermDocument {
  const { start, end, written, kind, weight, df, time, isUnit, isFocus, isCarried, forms, search } =
    term
  return {
    start,
    end,
    written,
    kind,
    df,
    weight: Math.round(weight * 1000) / 1000,
    marks: [
      ...(isUnit ? ['unit'] : []),
      ...(isFocus ? ['focus'] : []),
      ...(isCarried ? ['carried'] : []),
      ...(time === null ? [] : [time]),
    ],
    forms: search.forms
      .toSorted((a, b) => b.weight - a.weight)
      .map(({ field, term: word, with: others = [], language, weight: trust }) => {
        const at = language === undefined ? '' : `@${language}`
        return `${field}:${[word, ...others].join('+')}${at} ${Math.round(trust * 100) / 100}`
      }),
    synonyms: forms.synonyms.flatMap((synonym) => synonym.written.join(' ')),
  }
}
