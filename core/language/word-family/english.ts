/**
 * The family of an English word: irregular forms, and the nouns of doers, peoples and deeds that Porter's rules leave apart.
 *
 * In:   a stem of Porter's.
 * Out:  stems, most of which are no words at all: which of them exist, the index knows.
 *
 * Tried without gain: consonants that change ("invade", "invasion").
 */
import { stemmer } from 'stemmer'
import { irregularEnglish } from '../irregular-english.ts'
import { relatives, type Relative } from './relative.ts'

/** Chosen on the development sets, see docs/decisions/0005. */
export const englishTrust = {
  /** "won" of "win", "death" of "die". */
  irregular: 0.7,
  /** "inventor" of "invent", "Syrian" of "Syria". */
  ending: 0.5,
} as const

export function* englishFamily(stem: string): Generator<Relative> {
  yield* relatives(irregular.get(stem) ?? [], englishTrust.irregular)
  yield* relatives(withEndings(stem), englishTrust.ending)
}

const irregular = new Map<string, readonly string[]>()
for (const group of irregularEnglish) {
  const stems = group.map((word) => stemmer(word))
  for (const stem of stems) irregular.set(stem, [...(irregular.get(stem) ?? []), ...stems])
}

const endings = ['or', 'er', 'ist', 'ian', 'an', 'ic', 'at', 'ant', 'ish', 'i', 'ment', 'ation']
/** What is left when an ending is taken off must still tell something. */
const shortest = 4

function* withEndings(stem: string): Generator<string> {
  if (stem.length < shortest) return
  if (stem.endsWith('a')) yield `${stem}n`
  if (stem.endsWith('an')) yield stem.slice(0, -1)
  for (const ending of endings) {
    yield stem + ending
    if (stem.endsWith(ending) && stem.length - ending.length >= shortest)
      yield stem.slice(0, -ending.length)
  }
}
