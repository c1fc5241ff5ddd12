/**
 * Translations of a question's words, each word's own, out of one look at the lexicon.
 *
 * In:   the words that are searched for, in order, and a translator or none.
 * Out:  by word, its translations and its synonyms, likeliest first; words without any are missing.
 * Cost: one call of the translator, and one for each likely translation of a word on its way back to synonyms.
 */
import type { LanguageCode } from '../article.ts'
import { analyse, type Token } from '../language/index.ts'
import type { Translate } from '../language/lexicon/index.ts'
import type { Translation } from './term.ts'

export type ByWord = ReadonlyMap<Token, readonly Translation[]>

/** Words that mean something together ("prime minister") are translated together, and apart with less trust. */
export function translationsOf(
  words: readonly Token[],
  language: LanguageCode,
  translate: Translate | null,
): ByWord {
  const found = new Map<Token, Translation[]>()
  const inRow = new Set<Token>()
  for (const { at, count, alternatives } of translate?.(words, language) ?? []) {
    const row = words.slice(at, at + count)
    if (count > 1) for (const word of row) inRow.add(word)
    const likeliest = new Map<LanguageCode, number>()
    for (const { language: target, weight } of alternatives)
      likeliest.set(target, Math.max(weight, likeliest.get(target) ?? 0))
    for (const { language: target, words: translated, weight } of alternatives) {
      for (const word of row) {
        const known = found.get(word) ?? []
        found.set(word, known)
        known.push({
          language: target,
          stems: translated.map(({ stem }) => stem),
          written: translated.map(({ surface }) => surface),
          trust: weight / (likeliest.get(target) ?? 1),
          isApart: count === 1 && inRow.has(word),
          isDoubtful: false,
        })
      }
    }
  }
  return found
}

const pivots: Readonly<Record<LanguageCode, LanguageCode>> = { ar: 'en', fa: 'en', en: 'ar' }
const bridges = 2
const synonymsOfEach = 4

/** Words of the question's own language that share a translation with a word of it: «زار» and «زيارة» by "visit". */
export function synonymsOf(
  translations: ByWord,
  language: LanguageCode,
  translate: Translate | null,
): ByWord {
  const pivot = pivots[language]
  if (translate === null || pivot === undefined) return new Map()
  return new Map(
    [...translations].map(([token, list]) => {
      const over = list.filter((one) => one.language === pivot && one.written.length === 1)
      const found = over.slice(0, bridges).flatMap(({ written, trust }) => {
        const words = analyse(written.join(' '), pivot)
        const [back] = translate(words, pivot)
        return (back?.alternatives ?? [])
          .filter((one) => one.language === language && one.words.length === 1)
          .slice(0, synonymsOfEach)
          .map((one): Translation => ({
            language,
            stems: one.words.map(({ stem }) => stem),
            written: one.words.map(({ surface }) => surface),
            trust: trust * one.weight,
            isApart: false,
            isDoubtful: false,
          }))
      })
      return [token, found.filter(({ stems }) => stems[0] !== token.stem)] as const
    }),
  )
}
