/**
 * Term expansion lets a question find passages in other languages: each word brings its translations as alternatives.
 *
 * In:     the terms of a question and its language.
 * Out:    the same terms; translations count in passages of their own language alone, so a question's own language
 *         is searched as before.
 *
 * Words that mean something together ("prime minister") are also translated together, and then apart with less weight.
 */
import type { LanguageCode } from '../article.ts'
import type { Expansion, Translate, TranslatedTerm } from '../language/lexicon/index.ts'
import { familyOf, type Alternative, type QueryTerm } from './query.ts'

/** Chosen on the development sets, see docs/DESIGN.md; neighbouring values do as well. */
export const translationWeights = {
  /** What the likeliest translation counts, the reader's own word being 1. */
  best: 0.9,
  /** The others count by their chance beside the likeliest, to this power: less than 1 forgives a wrong guess. */
  trust: 0.3,
  /** Kept of a word's translation where it is part of a row that is translated as a whole. */
  apart: 0.5,
  title: 0.5,
} as const

export function createTermExpander(
  translate: Translate,
): (terms: readonly QueryTerm[], language: LanguageCode) => readonly QueryTerm[] {
  return (terms, language) => {
    const words = terms.map(({ token }) => token)
    if (words.some(({ stop }) => stop)) return terms
    const added: Alternative[][] = terms.map(() => [])
    const inRow = new Set<number>()
    for (const expansion of translate(words, language)) {
      const damping =
        expansion.count === 1 && inRow.has(expansion.at) ? translationWeights.apart : 1
      const alternatives = alternativesOf(expansion, damping)
      for (let at = expansion.at; at < expansion.at + expansion.count; at++) {
        added[at]?.push(...alternatives)
        if (expansion.count > 1) inRow.add(at)
      }
    }
    return terms.map((term, at) => ({
      ...term,
      alternatives: [...term.alternatives, ...strongest(added[at] ?? [])],
    }))
  }
}

function alternativesOf({ alternatives }: Expansion, damping: number): Alternative[] {
  const likeliest = new Map<LanguageCode, number>()
  for (const { language, weight } of alternatives)
    likeliest.set(language, Math.max(weight, likeliest.get(language) ?? 0))
  return alternatives.flatMap((translated) => {
    const share = translated.weight / (likeliest.get(translated.language) ?? 1)
    return formsOf(
      translated,
      translationWeights.best * damping * share ** translationWeights.trust,
    )
  })
}

function formsOf({ words, language }: TranslatedTerm, weight: number): Alternative[] {
  const [first, ...others] = words
  if (first === undefined) return []
  const term = first.stem
  const rest = others.length > 0 ? { with: others.map(({ stem }) => stem) } : {}
  const forms: Alternative[] = [
    { field: 'stem', term, ...rest, language, weight },
    { field: 'title', term, ...rest, language, weight: weight * translationWeights.title },
  ]
  if (others.length === 0) forms.push(...familyOf(first, language, weight))
  return forms
}

/** One alternative may be reached by several ways. */
function strongest(alternatives: readonly Alternative[]): Alternative[] {
  const best = new Map<string, Alternative>()
  for (const alternative of alternatives) {
    const { field, term, with: others = [], language } = alternative
    const id = [field, language, term, ...others].join(' ')
    if ((best.get(id)?.weight ?? 0) < alternative.weight) best.set(id, alternative)
  }
  return [...best.values()]
}
