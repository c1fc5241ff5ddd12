/**
 * A query is the list of a question's distinct words, each with the ways in which a passage may hold it.
 *
 * In:     the tokens of a question and its language.
 * Out:    one term for each distinct stem, in order of the question; stopwords only when there is nothing else.
 *         Beside its own stem a word has those of its family («زيارة» of «زار»), in passages of its language alone.
 *
 * An expander (a lexicon, say) adds alternatives to a term; the best of them counts for a passage, never their sum.
 */
import type { LanguageCode } from '../article.ts'
import { wordFamily, type Token } from '../language/index.ts'
import type { Field } from './posting-layer.ts'

export interface Alternative {
  readonly field: Field
  readonly term: string
  /** Further words of the same field: a passage that lacks one of them does not hold the alternative. */
  readonly with?: readonly string[]
  /** Counts in passages of this language alone; in all when absent. */
  readonly language?: LanguageCode
  /** Trust in (0, 1]: 1 is the reader's own word. */
  readonly weight: number
}

export interface QueryTerm {
  readonly token: Token
  readonly alternatives: readonly Alternative[]
}

/** What a form of the word counts, the spelling itself being 1. Chosen on the development sets, see docs/DESIGN.md. */
export const formWeights: Readonly<Record<Field, number>> = {
  surface: 1,
  stem: 1,
  sound: 0.4,
  title: 0.5,
}

export function queryOf(tokens: readonly Token[], language: LanguageCode): QueryTerm[] {
  const distinct = new Map<string, Token>()
  for (const token of tokens)
    if (!token.stop && !distinct.has(token.stem)) distinct.set(token.stem, token)
  if (distinct.size === 0) for (const token of tokens) distinct.set(token.stem, token)
  return [...distinct.values()].map((token) => ({
    token,
    alternatives: [...formsOf(token), ...familyOf(token, language, formWeights.stem)],
  }))
}

/** @param weight - Of the word itself. */
export function familyOf(token: Token, language: LanguageCode, weight: number): Alternative[] {
  return wordFamily(token, language).map(({ stem, trust }) => ({
    field: 'stem',
    term: stem,
    language,
    weight: weight * trust,
  }))
}

function formsOf({ surface, stem, sound }: Token): Alternative[] {
  const forms: Alternative[] = [
    { field: 'surface', term: surface, weight: formWeights.surface },
    { field: 'stem', term: stem, weight: formWeights.stem },
    { field: 'title', term: stem, weight: formWeights.title },
  ]
  if (sound !== null) forms.push({ field: 'sound', term: sound, weight: formWeights.sound })
  return forms
}
