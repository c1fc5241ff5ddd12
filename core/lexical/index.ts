/**
 * The lexical room's door: an index of passages by their words.
 */
export { createLexicalIndex, loadLexicalIndex } from './lexical-index.ts'
export type { LexicalDocument, LexicalIndex, LexicalSearchOptions } from './lexical-index.ts'
export type { ArticleSlots } from './article-scores.ts'
export { joinLexical } from './join-lexical.ts'
export type { Field } from './posting-layer.ts'
