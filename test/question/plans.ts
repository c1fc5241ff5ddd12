/** Plans of questions, over an index of words or over nothing at all. */
import type { LanguageCode } from '../../core/article.ts'
import type { Translate } from '../../core/language/lexicon/index.ts'
import type { LexicalIndex } from '../../core/lexical/index.ts'
import {
  completePlan,
  draftPlan,
  type PlanDraft,
  type QuestionPlan,
} from '../../core/question/plan.ts'
import type { SearchTerm } from '../../core/question/term.ts'

const today = '2026-01-01'

export function draftOf(
  text: string,
  language: LanguageCode,
  translate: Translate | null = null,
): PlanDraft {
  return draftPlan({ text, language }, { translate, today })
}

export function planOf(
  text: string,
  language: LanguageCode,
  index: Pick<LexicalIndex, 'statistics' | 'size'> = empty,
  translate: Translate | null = null,
): Promise<QuestionPlan> {
  return completePlan(draftOf(text, language, translate), {
    info: { passages: index.size },
    statistics: async (terms) => index.statistics(terms),
  })
}

const empty: Pick<LexicalIndex, 'statistics' | 'size'> = {
  size: 0,
  statistics: (terms) => terms.map(() => ({ passages: 0, translated: 0, sounding: 0 })),
}

/** The terms of a question as an index is searched for them. */
export function searchTerms(
  text: string,
  language: LanguageCode,
  translate: Translate | null = null,
): readonly SearchTerm[] {
  return draftOf(text, language, translate).terms.map(({ search }) => search)
}
