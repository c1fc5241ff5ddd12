/**
 * Expansion gives each word of a question its translations, as alternatives of that one word.
 *
 * In:     tokens of a question, its language and the languages to search in.
 * Out:    per word, or row of up to three words, translations as stems with a weight in (0, 1], bounded in number.
 *
 * A language outside Arabic, Persian and English goes through English.
 */
import type { LanguageCode } from '../../article.ts'
import { RecentMap } from '../../recent-map.ts'
import { analyse } from '../analyse.ts'
import type { Token } from '../analyse.ts'
import { isFunctionWord } from '../function-words.ts'
import type { Lexicon } from './lexicon.ts'
import type { LexiconTranslation } from './lexicon-file.ts'

export interface TranslatedTerm {
  readonly language: LanguageCode
  /** The words of the translation; a passage holds all of them or it does not hold the translation. */
  readonly words: readonly Token[]
  /** About the chance that this is what the word is called, by the likeliest of its translations. */
  readonly weight: number
}

export interface Expansion {
  /** Position of the first word among those given, and how many it spans. */
  readonly at: number
  readonly count: number
  /** Likeliest first, at most `mostTerms` in each language. */
  readonly alternatives: readonly TranslatedTerm[]
}

export const mostTerms = 6
const mostWords = 3
/** About 1 kB each. */
const keptRows = 5_000

/** @param words - The words of a question that are no stopwords, in order. */
export type Translate = (words: readonly Token[], language: LanguageCode) => readonly Expansion[]

/** @param targets - Languages of the archive's articles; the question's own is passed over. */
export function createTranslator(lexicon: Lexicon, targets: readonly LanguageCode[]): Translate {
  /** Of rows met lately: a question's words are asked for several times on its way. */
  const kept = new RecentMap<string, readonly TranslatedTerm[]>(keptRows)
  const translationsOf = (row: readonly Token[], language: LanguageCode) => {
    const key = [
      language,
      ...row.flatMap(({ surface, stem, stop }) => [surface, stem, stop]),
    ].join()
    const known = kept.get(key)
    if (known !== undefined) return known
    const found = translate(lexicon, row, language)
    const translations = targets.flatMap((target) =>
      target === language ? [] : ranked(found(target), target, row),
    )
    kept.set(key, translations)
    return translations
  }
  return (words, language) => expandWords(words, (row) => translationsOf(row, language))
}

function expandWords(
  words: readonly Token[],
  translationsOf: (row: readonly Token[]) => readonly TranslatedTerm[],
): Expansion[] {
  const expansions: Expansion[] = []
  for (let count = Math.min(mostWords, words.length); count >= 1; count--) {
    for (let at = 0; at + count <= words.length; at++) {
      const alternatives = translationsOf(words.slice(at, at + count))
      if (alternatives.length > 0) expansions.push({ at, count, alternatives })
    }
  }
  return expansions
}

/** The words are looked up once, and what they are called in English at most once, for all languages. */
function translate(
  lexicon: Lexicon,
  words: readonly Token[],
  language: LanguageCode,
): (target: LanguageCode) => readonly LexiconTranslation[] {
  if (words.length === 1 && isFunctionWord(words[0]?.surface ?? '', language)) return () => []
  const found = lexicon.lookUp(words, language)
  let onward: readonly LexiconTranslation[] | undefined
  return (target) => {
    const direct = found.filter((translation) => translation.language === target)
    if (direct.length > 0 || target === 'en') return direct
    onward ??= throughEnglish(lexicon, found)
    const bridged = new Map<string, LexiconTranslation>()
    for (const translation of onward) {
      if (translation.language !== target) continue
      const weight = translation.weight + (bridged.get(translation.phrase)?.weight ?? 0)
      bridged.set(translation.phrase, { ...translation, weight: Math.min(1, weight) })
    }
    return [...bridged.values()]
  }
}

function throughEnglish(
  lexicon: Lexicon,
  found: readonly LexiconTranslation[],
): readonly LexiconTranslation[] {
  return found.flatMap((english) => {
    if (english.language !== 'en') return []
    const words = analyse(english.phrase, 'en').filter(({ stop }) => !stop)
    return lexicon
      .lookUp(words, 'en')
      .map((reached) => ({ ...reached, weight: english.weight * reached.weight }))
  })
}

function ranked(
  translations: readonly LexiconTranslation[],
  language: LanguageCode,
  asked: readonly Token[],
): TranslatedTerm[] {
  const terms = new Map<string, TranslatedTerm>()
  for (const { phrase, weight } of translations) {
    for (const written of spellingsOf(phrase, language)) {
      const words = analyse(written, language).filter(({ stop }) => !stop)
      const id = words.map(({ stem }) => stem).join(' ')
      if (words.length === 0 || id === asked.map(({ stem }) => stem).join(' ')) continue
      if (weight > (terms.get(id)?.weight ?? 0)) terms.set(id, { language, words, weight })
    }
  }
  return [...terms.values()].toSorted((one, other) => other.weight - one.weight).slice(0, mostTerms)
}

/** An Arabic word that begins with «و» has another stem where the article shows that it is no particle. */
function spellingsOf(phrase: string, language: LanguageCode): string[] {
  const withArticle = language === 'ar' ? phrase.replaceAll(/(?<!\S)و(?=\S)/gu, 'الو') : phrase
  return withArticle === phrase ? [phrase] : [phrase, withArticle]
}
