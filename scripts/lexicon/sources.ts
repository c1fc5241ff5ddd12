/**
 * Sources of the lexicon: dictionary entries and parallel sentences of a training folder, read line by line.
 *
 * Every file is optional but the English–Arabic and English–Persian dictionaries. Files of evaluation sets are not read.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { cleanEnglish, cleanPhrase } from './clean-phrase.ts'
import { scriptOf } from './scripts.ts'

/** A word or phrase of one language beside one of another, and how far the source is to be trusted. */
export interface Entry {
  readonly left: string
  readonly right: string
  /** What the dictionary says the sense is; empty when it says nothing. */
  readonly gloss: string
  readonly trust: number
  /** Into Arabic, kept however rare the news has it: months are called differently from country to country. */
  readonly sure?: boolean
}

/** A sense with a gloss comes from Wiktionary, where editors chose the words; wordnets list loose synonyms. */
const trustOf = { glossed: 1, bare: 0.5, wordnet: 0.35, wiktionary: 1, osm: 0.7 } as const

/** English headword and its translation into `language`. */
export function dictionary(training: string, language: string): Entry[] {
  const entries: Entry[] = []
  for (const row of jsonLines(join(training, `lexicon/en-${language}.jsonl.gz`))) {
    const [english, other, , gloss] = row as [string, string, string, string]
    entries.push(
      ...entriesOf(english, other, 'en', language, gloss, gloss ? trustOf.glossed : trustOf.bare),
    )
  }
  for (const name of ['wiktionary', 'wordnet', 'osm'] as const) {
    const seen = name === 'wiktionary' ? new Set(entries.map(pairKey)) : null
    for (const row of jsonLines(join(training, `pairs/${name}-en${language}.jsonl.gz`))) {
      const [english, other] = row as [string, string]
      for (const entry of entriesOf(english, other, 'en', language, '', trustOf[name]))
        if (!seen?.has(pairKey(entry))) entries.push(entry)
    }
  }
  return entries
}

/** Arabic phrase and its Persian translation, where a source gives both. */
export function arabicPersian(training: string): Entry[] {
  const entries: Entry[] = []
  for (const name of ['wiktionary', 'wordnet', 'osm'] as const) {
    for (const row of jsonLines(join(training, `pairs/${name}-arfa.jsonl.gz`))) {
      const [left, right] = row as [string, string]
      entries.push(...entriesOf(left, right, 'ar', 'fa', '', trustOf[name]))
    }
  }
  return entries
}

/** Single names, English beside Arabic. */
export function names(training: string): Entry[] {
  return jsonLines(join(training, 'pairs/wikidata-names-enar.jsonl.gz')).flatMap((row) => {
    const [left, right] = row as [string, string]
    return entriesOf(left, right, 'en', 'ar', '', 1)
  })
}

/** Sentences that translate one another; those of documents held out for evaluation are left out. */
export function sentences(
  training: string,
  left: string,
  right: string,
  heldOut: ReadonlySet<string>,
): [string, string][] {
  const pairs: [string, string][] = []
  for (const name of ['tatoeba', 'tico19']) {
    for (const row of jsonLines(join(training, `pairs/${name}-${left}${right}.jsonl.gz`)))
      pairs.push(row as [string, string])
  }
  for (const row of jsonLines(join(training, 'ntrex-news-sentences.jsonl.gz'))) {
    const sentence = row as Record<string, string>
    if (heldOut.has(sentence['doc'] ?? '')) continue
    pairs.push([sentence[left] ?? '', sentence[right] ?? ''])
  }
  return pairs
}

export function jsonLines(path: string): unknown[] {
  if (!existsSync(path)) return []
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown)
}

function entriesOf(
  left: string,
  right: string,
  leftLanguage: string,
  rightLanguage: string,
  gloss: string,
  trust: number,
): Entry[] {
  const lefts =
    leftLanguage === 'en' ? [cleanEnglish(left) ?? ''] : cleanPhrase(left, scriptOf(leftLanguage))
  const rights = cleanPhrase(right, scriptOf(rightLanguage))
  return lefts
    .filter(Boolean)
    .flatMap((one) => rights.map((other) => ({ left: one, right: other, gloss, trust })))
}

function pairKey({ left, right }: Entry): string {
  return `${left}\t${right}`
}
