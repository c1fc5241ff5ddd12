/**
 * Pointing words: by which a question leans on the one before it, folded; of a language without a table none.
 *
 * What each list means is said at `FollowUpWords`.
 */
import type { LanguageCode } from '../article.ts'
import { foldedWords, phrasesOf } from '../language/folded-words.ts'
import { allTables, tableOf } from '../language/tables/index.ts'
import type { FollowUpWords } from '../language/tables/language-table.ts'
import { phraseIndex, type PhraseIndex } from './phrase-index.ts'

export interface PointingWords {
  readonly openers: ReadonlySet<string>
  readonly pronouns: ReadonlySet<string>
  readonly weak: ReadonlySet<string>
  readonly times: ReadonlySet<string>
  readonly prepositions: ReadonlySet<string>
  readonly copulas: ReadonlySet<string>
  readonly unsuffixed: ReadonlySet<string>
  readonly sayings: PhraseIndex<true>
  /** Matches a word that ends in one of them and has three letters before it. */
  readonly suffixes: RegExp
  /** Longest first. */
  readonly about: readonly string[]
  readonly aboutBehind: readonly string[]
}

const none = compiled({
  openers: [],
  pronouns: [],
  weak: [],
  times: [],
  suffixes: [],
  sayings: [],
  about: [],
  aboutBehind: [],
  prepositions: [],
})

const byTable = new Map(allTables.map((table) => [table, compiled(table.followUps)]))

export function pointingWords(language: LanguageCode): PointingWords {
  const table = tableOf(language)
  return (table && byTable.get(table)) ?? none
}

function compiled(words: FollowUpWords): PointingWords {
  return {
    openers: set(words.openers),
    pronouns: set(words.pronouns),
    weak: set(words.weak),
    times: set(words.times),
    prepositions: set(words.prepositions),
    copulas: set(words.copulas ?? []),
    unsuffixed: set(words.unsuffixed ?? []),
    sayings: phraseIndex(words.sayings.map((phrase) => [phrase, true] as const)),
    suffixes: new RegExp(`(?<=...)(?:${[...set(words.suffixes)].join('|') || '(?!)'})$`, 'u'),
    about: phrasesOf(words.about).toSorted((a, b) => b.length - a.length),
    aboutBehind: phrasesOf(words.aboutBehind),
  }
}

function set(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap(foldedWords))
}
