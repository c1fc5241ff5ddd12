/**
 * The language room's door: reading words, sentences, languages and directions. Nothing here knows of articles or indexes.
 */
export { analyse, analyserVersion } from './analyse.ts'
export type { Token } from './analyse.ts'
export { directionOf } from './direction.ts'
export { identifyLanguage } from './identify-language.ts'
export { fold } from './letters.ts'
export { sentences } from './sentences.ts'
export { soundKey } from './sound-key.ts'
export { wordFamily } from './word-family/index.ts'
