/**
 * Term: one word of a question with every way in which a passage may hold it.
 *
 * In:   a token of the question, its language, its translations.
 * Out:  the forms that an index is searched for, each with the trust it has beside the reader's own word.
 * Cost: O(forms), some dozens a word.
 *
 * A passage counts the best form of a term, never their sum.
 */
import type { LanguageCode, Span } from '../article.ts'
import { wordFamily, type Token } from '../language/index.ts'

export type FormField = 'surface' | 'stem' | 'sound' | 'title'

export interface TermForm {
  readonly field: FormField
  readonly term: string
  /** Further words of the same field: a passage that lacks one of them does not hold the form. */
  readonly with?: readonly string[]
  /** Counts in passages of this language alone; in all when absent. */
  readonly language?: LanguageCode
  /** Trust in (0, 1]: 1 is the reader's own word. */
  readonly weight: number
}

export interface Translation {
  readonly language: LanguageCode
  /** A text holds all of them, anywhere in the sentence, or it does not hold the translation. */
  readonly stems: readonly string[]
  /** The same words, folded only. */
  readonly written: readonly string[]
  /** In (0, 1]: how likely the word is called so, the likeliest of its language having 1. */
  readonly trust: number
  /** Whether it translates this word alone, which is also part of a row that is translated as a whole. */
  readonly isApart: boolean
  /** Of a name: another one of this language sounds like it. Searched for, but no sentence meets the name by it. */
  readonly isDoubtful: boolean
}

export interface TermForms {
  /** As it is spelt, by its stem, and in titles. */
  readonly own: readonly TermForm[]
  /** The same word in other shapes: «زيارة» of «زار». */
  readonly family: readonly TermForm[]
  /** By its sound; empty where it has no telling one. */
  readonly sound: readonly TermForm[]
  /** What it is called in the archive's other languages, likeliest first. */
  readonly translations: readonly Translation[]
  /** Words of its own language that share a translation with it. */
  readonly synonyms: readonly Translation[]
}

/** `helper`: a word that asks, or only names the kind of what is asked: it is searched for, and no answer need hold it. */
export type TermKind = 'content' | 'name' | 'number' | 'helper'

/** Offsets are into the question's text. */
export interface Term extends Span {
  /** As the reader wrote it. */
  readonly written: string
  readonly surface: string
  readonly stem: string
  readonly sound: string | null
  readonly kind: TermKind
  readonly forms: TermForms
  /** What an index is searched for; without a form for a word that is met by dates alone. */
  readonly search: SearchTerm
  /** How many passages of the archive hold it, in translation too; 0 for a word it never saw. */
  readonly df: number
  /** Inverse document frequency, above 0. */
  readonly idf: number
  /** Share of the weight of all that an answer should hold, in [0, 1]; 0 for a helper. */
  readonly weight: number
  /** The time that it is a word of, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null for all other words. */
  readonly time: string | null
  /** "Today": met by that day alone. */
  readonly isDeictic: boolean
  /** Taken over from the question before. */
  readonly isCarried: boolean
  /** What is counted: "hours" of "how many hours". */
  readonly isUnit: boolean
  /** What is asked about: "university" of "which university". */
  readonly isFocus: boolean
}

/** What an index needs to know of a term. */
export interface SearchTerm {
  readonly forms: readonly TermForm[]
}

/** What an index knows of a term. */
export interface TermStatistics {
  /** How many passages hold it in its own spelling or stem, or, where none does, in its commonest translation. */
  readonly passages: number
  /** How many hold its likeliest translations, added up over languages. */
  readonly translated: number
  /** How many hold a word that sounds like it. */
  readonly sounding: number
}

/** What a form of the word counts, the spelling itself being 1. Chosen on the development sets. */
export const formWeights: Readonly<Record<FormField, number>> = {
  surface: 1,
  stem: 1,
  sound: 0.4,
  title: 0.5,
}

/** Chosen on the development sets; neighbouring values do as well. */
const translationWeights = {
  /** What the likeliest translation counts, the reader's own word being 1. */
  best: 0.9,
  /** The others count by their chance beside the likeliest, to this power: less than 1 forgives a wrong guess. */
  trust: 0.3,
  /** Kept of a word's translation where it is part of a row that is translated as a whole. */
  apart: 0.5,
} as const

export function formsOf(
  token: Token,
  language: LanguageCode,
  translations: readonly Translation[],
  synonyms: readonly Translation[],
): TermForms {
  const { surface, stem, sound } = token
  return {
    own: [
      { field: 'surface', term: surface, weight: formWeights.surface },
      { field: 'stem', term: stem, weight: formWeights.stem },
      { field: 'title', term: stem, weight: formWeights.title },
    ],
    family: familyOf(token, language, formWeights.stem),
    sound: sound === null ? [] : [{ field: 'sound', term: sound, weight: formWeights.sound }],
    translations,
    synonyms,
  }
}

/** False for a word that is met by dates alone. */
export function isSearched({ search }: Pick<Term, 'search'>): boolean {
  return search.forms.length > 0
}

/** All that an index is searched for; synonyms are looked for in sentences alone. */
export function searchTerm({ own, family, sound, translations }: TermForms): SearchTerm {
  return { forms: [...own, ...sound, ...family, ...translatedForms(translations)] }
}

/** What tells how common a term is: its family may hold another word. */
export function countedTerm({ own, sound, translations }: TermForms): SearchTerm {
  return { forms: [...own, ...sound, ...translatedForms(translations)] }
}

function translatedForms(translations: readonly Translation[]): readonly TermForm[] {
  return strongest(
    translations.flatMap(({ language, stems, written, trust, isApart }) => {
      const [term, ...others] = stems
      if (term === undefined) return []
      const weight =
        translationWeights.best *
        (isApart ? translationWeights.apart : 1) *
        trust ** translationWeights.trust
      const rest = others.length > 0 ? { with: others } : {}
      const forms: TermForm[] = [
        { field: 'stem', term, ...rest, language, weight },
        { field: 'title', term, ...rest, language, weight: weight * formWeights.title },
      ]
      const surface = written[0] ?? term
      if (others.length === 0) forms.push(...familyOf({ surface, stem: term }, language, weight))
      return forms
    }),
  )
}

/** @param weight - Of the word itself. */
function familyOf(
  word: Pick<Token, 'surface' | 'stem'>,
  language: LanguageCode,
  weight: number,
): readonly TermForm[] {
  return wordFamily(word, language).map(({ stem, trust }) => ({
    field: 'stem',
    term: stem,
    language,
    weight: weight * trust,
  }))
}

/** One form may be reached by several ways. */
function strongest(forms: readonly TermForm[]): readonly TermForm[] {
  const best = new Map<string, TermForm>()
  for (const form of forms) {
    const { field, term, with: others = [], language } = form
    const id = [field, language, term, ...others].join(' ')
    if ((best.get(id)?.weight ?? 0) < form.weight) best.set(id, form)
  }
  return [...best.values()]
}
