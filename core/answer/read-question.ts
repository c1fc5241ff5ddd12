/**
 * Question reading: from a question's text to what is searched for and what is asked.
 *
 * In:   text and language, and the index's knowledge of its words.
 * Out:  terms with weights, the kind of thing asked; no terms for a question of nothing but asking words.
 */
import type { LanguageCode } from '../article.ts'
import type { Snapshot } from '../engine/search-engine.ts'
import { analyse } from '../language/index.ts'
import { askedBy, askingWords } from './asked.ts'
import type { ReadQuestion } from './sentence-features.ts'
import { questionTerms } from './terms.ts'

export async function readQuestion(
  text: string,
  language: LanguageCode,
  snapshot: Snapshot,
): Promise<ReadQuestion> {
  const tokens = analyse(text, language)
  const weights = await snapshot.terms(text, language)
  const terms = questionTerms(text, tokens, weights, ({ surface }) => askingWords.has(surface))
  return { text, language, asked: askedBy(text), terms }
}
