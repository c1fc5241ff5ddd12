/**
 * Other languages into English alone: a question's word goes on from there to Arabic and Persian when it is asked.
 */
import type { LexiconTranslation } from '../../core/language/lexicon/lexicon-file.ts'
import { Evidence } from './evidence.ts'
import { intlNames } from './intl-names.ts'
import { dictionary } from './sources.ts'
import { Vocabulary } from './vocabulary.ts'

export const otherLanguages = [
  'az',
  'de',
  'es',
  'fr',
  'hi',
  'id',
  'ku',
  'ps',
  'ru',
  'tr',
  'ur',
] as const

const mostEnglish = 4

export function throughEnglish(
  training: string,
  language: string,
  english: Vocabulary,
): Map<string, LexiconTranslation[]> {
  const evidence = new Evidence(new Vocabulary(language), english)
  for (const entry of [...dictionary(training, language), ...intlNames('en', language)])
    evidence.add({ ...entry, left: entry.right, right: entry.left })
  const none = new Map<string, string>()
  const translations = evidence.translations(new Map(), new Map(), { from: none, to: none })
  return new Map(
    [...translations].map(([phrase, ways]) => [
      phrase,
      ways
        .slice(0, mostEnglish)
        .map((way) => ({ language: 'en', phrase: way.phrase, weight: way.chance })),
    ]),
  )
}
