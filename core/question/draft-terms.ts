/**
 * Draft terms: the words of a question with their kinds and forms, before an index has told how common they are.
 *
 * In:   the tokens of a question and what is asked; the times it names; a translator or none.
 * Out:  terms in order of the text, each stem once; stopwords only when there is nothing else.
 * Cost: one translation of the question.
 */
import type { LanguageCode } from '../article.ts'
import type { Asked } from './asked.ts'
import { askingWords, focusOf, namesKind, ordersOnly, unitOf } from './kind-words.ts'
import type { Token } from '../language/index.ts'
import type { Translate } from '../language/lexicon/index.ts'
import { isNameLike, namesOf } from './name-like.ts'
import { formsOf, searchTerm, type Term, type TermForms, type TermKind } from './term.ts'
import type { NamedTime } from './named-time.ts'
import { synonymsOf, translationsOf } from './translations.ts'

export type TermDraft = Omit<Term, 'df' | 'idf' | 'weight'>

export interface Wording {
  readonly text: string
  readonly language: LanguageCode
  readonly tokens: readonly Token[]
  readonly asked: Asked
  readonly times: readonly NamedTime[]
  /** From where on the text was taken over from the question before. */
  readonly carriedFrom: number
}

export function draftTerms(wording: Wording, translate: Translate | null): readonly TermDraft[] {
  const { text, language, tokens, asked, times, carriedFrom } = wording
  const searched = wordsToSearch(tokens)
  const translations = translationsOf(searched, language, translate)
  const synonyms = synonymsOf(translations, language, translate)
  const isHelper = helpers(asked, tokens)
  const unit = unitOf(asked, tokens)
  const focus = focusOf(asked, tokens, (token) => !token.stop && !isHelper(token))
  const hasCapitals = /\p{Lu}/u.test(text.slice(1))

  function kindOf(token: Token, time: NamedTime | undefined): TermKind {
    if (isHelper(token) || (token.stop && time?.isDeictic !== true)) return 'helper'
    if (/^\p{N}/u.test(token.surface)) return 'number'
    const written = text.slice(token.start, token.end)
    const isName = time === undefined && isNameLike(token, written, translations.get(token) ?? [])
    return isName ? 'name' : 'content'
  }

  function formsIn(token: Token, kind: TermKind): TermForms {
    // A reporter's "today" is another day than a reader's: such a word is met by dates alone.
    if (!searched.includes(token)) return noForms
    const listed = translations.get(token) ?? []
    return kind === 'name'
      ? formsOf(token, language, namesOf(token.sound, listed), [])
      : formsOf(token, language, listed, synonyms.get(token) ?? [])
  }

  const seen = new Set<string>()
  return tokens.flatMap((token): readonly TermDraft[] => {
    const { start, end, surface, stem, sound } = token
    const time = times.find((named) => start >= named.start && end <= named.end)
    const isDeictic = time?.isDeictic === true
    if ((!searched.includes(token) && !isDeictic) || seen.has(stem)) return []
    seen.add(stem)
    const written = text.slice(start, end)
    const kind = kindOf(token, time)
    const forms = formsIn(token, kind)
    return [
      {
        start,
        end,
        written,
        surface,
        stem,
        kind,
        isDeictic,
        // Only names go by their sound, and where there are capitals names have one.
        sound: hasCapitals && /^\p{Ll}/u.test(written) ? null : sound,
        forms,
        search: searchTerm(forms),
        time: time?.iso ?? null,
        isCarried: start >= carriedFrom,
        isUnit: token === unit,
        isFocus: token === focus,
      },
    ]
  })
}

const noForms: TermForms = { own: [], family: [], sound: [], translations: [], synonyms: [] }

function wordsToSearch(tokens: readonly Token[]): readonly Token[] {
  const telling = tokens.filter(({ stop }) => !stop)
  const words = telling.length > 0 ? telling : tokens
  const distinct = new Map<string, Token>()
  for (const token of words) if (!distinct.has(token.stem)) distinct.set(token.stem, token)
  return [...distinct.values()]
}

/** Words that ask, and, where the question says more, those that only name the kind of what is asked. */
function helpers(asked: Asked, tokens: readonly Token[]): (token: Token) => boolean {
  const asks = ({ surface }: Token): boolean =>
    askingWords.has(surface) || (asked.order === 'latest' && ordersOnly(surface))
  const isGeneral = (token: Token): boolean => asks(token) || namesKind(asked, token.surface)
  return tokens.some((token) => !token.stop && !isGeneral(token)) ? isGeneral : asks
}
