/**
 * Question reading: from a question's text to what is searched for and what is asked.
 *
 * In:   text and language, the index's knowledge of its words, a translator of words or none.
 * Out:  terms with weights and translations, the kind of thing asked; no terms for a question of asking words alone.
 */
import type { LanguageCode } from '../article.ts'
import type { Snapshot } from '../engine/search-engine.ts'
import { analyse, type Token } from '../language/index.ts'
import type { Translate } from '../language/lexicon/index.ts'
import { askedBy, askingWords } from './asked.ts'
import type { ReadQuestion } from './sentence-features.ts'
import { questionTerms, type Translation } from './terms.ts'

export async function readQuestion(
  text: string,
  language: LanguageCode,
  snapshot: Snapshot,
  translate: Translate | null,
): Promise<ReadQuestion> {
  const tokens = analyse(text, language)
  const weights = await snapshot.terms(text, language)
  const words = tokens.filter((token) => !token.stop && !isAsking(token))
  const translations = translationsOf(words, language, translate)
  const terms = questionTerms(
    text,
    tokens,
    weights,
    (token) => translations.get(token) ?? [],
    isAsking,
  )
  return { text, language, asked: askedBy(text), terms }
}

function translationsOf(
  words: readonly Token[],
  language: LanguageCode,
  translate: Translate | null,
): ReadonlyMap<Token, readonly Translation[]> {
  const found = new Map<Token, Translation[]>()
  if (translate === null) return found
  for (const { at, count, alternatives } of translate(words, language)) {
    for (const { language: target, words: translated, weight } of alternatives) {
      const best = Math.max(
        ...alternatives.filter((other) => other.language === target).map((other) => other.weight),
      )
      const stems = translated.map(({ stem }) => stem)
      for (const word of words.slice(at, at + count)) {
        const known = found.get(word) ?? []
        found.set(word, known)
        known.push({ language: target, stems, trust: weight / best })
      }
    }
  }
  return found
}

function isAsking({ surface }: Token): boolean {
  return askingWords.has(surface)
}
