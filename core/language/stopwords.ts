/**
 * Stopwords: tells the words that say nothing of what a text is about, in Arabic, Persian and English.
 *
 * Question words are among them: they help no ranking.
 */
import { fold } from './letters.ts'
import { allTables, languageTables } from './tables/index.ts'

const asking = allTables.flatMap((table) => table.asking.stopwords)

const stopwords: Readonly<Record<'ar' | 'fa' | 'en', ReadonlySet<string>>> = {
  ar: setOf('ar'),
  fa: setOf('fa'),
  en: setOf('en'),
}

export function isStopword(surface: string, list: 'ar' | 'fa' | 'en'): boolean {
  return stopwords[list].has(surface)
}

function setOf(language: 'ar' | 'fa' | 'en'): ReadonlySet<string> {
  return new Set([...languageTables[language].stopwords, ...asking].map(fold))
}
