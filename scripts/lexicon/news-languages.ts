/**
 * Arabic, Persian and English into one another: dictionaries, names and aligned sentences, weighed together.
 */
import type { LexiconTranslation } from '../../core/language/lexicon/lexicon-file.ts'
import { align } from './align.ts'
import type { Counts } from './align.ts'
import { Evidence } from './evidence.ts'
import type { Translation } from './evidence.ts'
import { intlNames } from './intl-names.ts'
import { arabicPersian, dictionary, names, sentences } from './sources.ts'
import type { Entry } from './sources.ts'
import { analyse } from '../../core/language/analyse.ts'
import type { Vocabulary } from './vocabulary.ts'

type NewsLanguage = 'ar' | 'fa' | 'en'
type Table = Map<string, Translation[]>

export function newsLanguages(
  training: string,
  vocabularies: Readonly<Record<NewsLanguage, Vocabulary>>,
  heldOut: ReadonlySet<string>,
): Map<string, Map<string, LexiconTranslation[]>> {
  const { ar, fa, en } = vocabularies
  const arabic = dictionary(training, 'ar')
  const persian = dictionary(training, 'fa')
  const [enAr, arEn] = both(
    en,
    ar,
    [...withSenseOrder(arabic), ...intlNames('en', 'ar'), ...usefulNames(names(training), en, ar)],
    sentences(training, 'en', 'ar', heldOut),
  )
  const [enFa, faEn] = both(
    en,
    fa,
    [...withSenseOrder(persian), ...intlNames('en', 'fa')],
    sentences(training, 'en', 'fa', heldOut),
  )
  const [arFa, faAr] = both(
    ar,
    fa,
    [
      ...arabicPersian(training),
      ...bySense(arabic, persian),
      ...bridged(arEn, enFa),
      ...bridged(faEn, enAr).map(swapped),
      ...intlNames('ar', 'fa'),
    ],
    sentences(training, 'ar', 'fa', heldOut),
  )
  return new Map([
    ['ar', merged({ en: arEn, fa: arFa })],
    ['en', merged({ ar: enAr, fa: enFa })],
    ['fa', merged({ ar: faAr, en: faEn })],
  ])
}

function both(
  left: Vocabulary,
  right: Vocabulary,
  entries: readonly Entry[],
  pairs: readonly (readonly [string, string])[],
): [Table, Table] {
  const forth = new Evidence(left, right)
  const back = new Evidence(right, left)
  for (const entry of entries) {
    forth.add(entry)
    back.add(swapped(entry))
  }
  const stems = pairs.map(([one, other]) => [left.stemsOf(one), right.stemsOf(other)] as const)
  const countsForth = align(stems, forth.prior())
  const countsBack = align(
    stems.map(([one, other]) => [other, one] as const),
    back.prior(),
  )
  const lefts = commonSpellings(
    left,
    pairs.map(([one]) => one),
  )
  const rights = commonSpellings(
    right,
    pairs.map(([, other]) => other),
  )
  return [
    forth.translations(countsForth, countsBack, { from: lefts, to: rights }),
    back.translations(countsBack, countsForth, { from: rights, to: lefts }),
  ]
}

/** Later senses of a headword are rarer ones: editors give the common sense first. */
function withSenseOrder(entries: readonly Entry[]): Entry[] {
  const senses = new Map<string, string[]>()
  return entries.map((entry) => {
    if (!entry.gloss) return entry
    const known = senses.get(entry.left) ?? []
    senses.set(entry.left, known)
    if (!known.includes(entry.gloss)) known.push(entry.gloss)
    return { ...entry, trust: entry.trust * Math.max(0.4, 0.85 ** known.indexOf(entry.gloss)) }
  })
}

/** Arabic and Persian words given for one sense of one English word. */
function bySense(arabic: readonly Entry[], persian: readonly Entry[]): Entry[] {
  const words = Map.groupBy(
    persian.filter(({ gloss }) => gloss),
    senseOf,
  )
  return arabic.flatMap((entry) =>
    entry.gloss
      ? (words.get(senseOf(entry)) ?? []).map((other) => ({
          left: entry.right,
          right: other.right,
          gloss: entry.gloss,
          trust: 0.8,
        }))
      : [],
  )
}

/** What one gets to in two steps, less sure than either. */
function bridged(first: Table, second: Table): Entry[] {
  const entries: Entry[] = []
  for (const [left, ways] of first) {
    for (const { phrase, chance } of ways) {
      for (const on of second.get(phrase) ?? [])
        if (chance * on.chance > 0.04)
          entries.push({ left, right: on.phrase, gloss: '', trust: 0.7 * chance * on.chance })
    }
  }
  return entries
}

function senseOf({ left, gloss }: Entry): string {
  return `${left}\t${gloss}`
}

function swapped(entry: Entry): Entry {
  return { ...entry, left: entry.right, right: entry.left }
}

/** Names the news uses in both languages and whose sound key does not already meet. */
function usefulNames(entries: readonly Entry[], left: Vocabulary, right: Vocabulary): Entry[] {
  return entries.filter((entry) => {
    const one = left.phrase(entry.left)
    const other = right.phrase(entry.right)
    if (!one || !other || left.frequency(one.stems) < 2 || right.frequency(other.stems) < 2)
      return false
    const sounds = [soundOf(entry.left, left), soundOf(entry.right, right)]
    return sounds[0] !== sounds[1]
  })
}

function soundOf(phrase: string, { language }: Vocabulary): string {
  return analyse(phrase, language)
    .map(({ sound }) => sound ?? '')
    .join(' ')
}

function commonSpellings(vocabulary: Vocabulary, texts: readonly string[]): Map<string, string> {
  const counts: Counts = new Map()
  for (const text of texts) {
    for (const { surface, stem, stop } of analyse(text, vocabulary.language)) {
      if (stop) continue
      const row = counts.get(stem) ?? new Map<string, number>()
      counts.set(stem, row)
      row.set(surface, (row.get(surface) ?? 0) + 1)
    }
  }
  return new Map(
    [...counts].map(([stem, row]) => [
      stem,
      [...row].toSorted(
        ([one, count], [other, more]) => more - count || (one < other ? -1 : 1),
      )[0]?.[0] ?? stem,
    ]),
  )
}

function merged(tables: Readonly<Record<string, Table>>): Map<string, LexiconTranslation[]> {
  const all = new Map<string, LexiconTranslation[]>()
  for (const [language, table] of Object.entries(tables)) {
    for (const [phrase, ways] of table)
      all.set(phrase, [
        ...(all.get(phrase) ?? []),
        ...ways.map((way) => ({ language, phrase: way.phrase, weight: way.chance })),
      ])
  }
  return all
}
