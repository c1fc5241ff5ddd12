/**
 * Words across languages: the shipped lexicon, as the search and the choice of sentences use it.
 *
 * In:   a folder of lexicon files, the shipped one by default.
 * Out:  what to open an engine and an answerer with; both without translations where the folder holds none.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LanguageCode } from '../article.ts'
import { createTranslator, openLexicon, type Translate } from '../language/lexicon/index.ts'
import { createTermExpander, type LexicalIndexOptions } from '../lexical/index.ts'

export interface Words {
  readonly translate: Translate | null
  readonly lexical: LexicalIndexOptions
}

/** Languages that the lexicon gives the words of. */
const archiveLanguages: readonly LanguageCode[] = ['ar', 'fa', 'en']

export const shippedLexicon = fileURLToPath(new URL('../../data/lexicon', import.meta.url))

/** @param folder - null for words as they are written alone. */
export function openWords(folder: string | null = shippedLexicon): Words {
  if (folder === null || !existsSync(join(folder, 'en.tsv.gz'))) {
    return { translate: null, lexical: {} }
  }
  const translate = createTranslator(openLexicon(folder), archiveLanguages)
  return { translate, lexical: { expand: createTermExpander(translate) } }
}
