/**
 * Words across languages: the shipped lexicon, as the reading of questions uses it.
 *
 * In:   a folder of lexicon files, the shipped one by default.
 * Out:  a translator of words; null where the folder holds no lexicon.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LanguageCode } from '../article.ts'
import { createTranslator, openLexicon, type Translate } from '../language/lexicon/index.ts'

/** Languages that the lexicon gives the words of. */
const archiveLanguages: readonly LanguageCode[] = ['ar', 'fa', 'en']

export const shippedLexicon = fileURLToPath(new URL('../../data/lexicon', import.meta.url))

/** @param folder - null for words as they are written alone. */
export function openWords(folder: string | null = shippedLexicon): Translate | null {
  if (folder === null || !existsSync(join(folder, 'en.tsv.gz'))) return null
  return createTranslator(openLexicon(folder), archiveLanguages)
}
