/**
 * The lexicon's door: what the words of a question are called in the languages of the archive.
 */
export { openLexicon } from './lexicon.ts'
export { createTranslator } from './expand-words.ts'
export type { Translate } from './expand-words.ts'
