/**
 * Evidence gathers what all sources say about one direction of translation and weighs it into probabilities.
 *
 * In:     dictionary entries with trust, then counts from aligned sentences.
 * Out:    per phrase its translations with p(translation | phrase), most likely first.
 *
 * A dictionary says which words are possible, the news which of them are in use, sentences which are meant.
 */
import type { Counts } from './align.ts'
import { bump } from './align.ts'
import type { Entry } from './sources.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Translation {
  /** Folded spelling of the translation. */
  readonly phrase: string
  /** Stems it is searched by. */
  readonly stems: string
  readonly chance: number
}

/** Chosen on the development sets; a coarse choice, neighbours do as well. */
export const weighing = {
  /** How strongly a word common in the news is preferred: chances go with frequency to this power. */
  commonness: 0.35,
  /** Aligned words a dictionary's word is worth. */
  dictionary: 3,
  /** Of a pair no dictionary has: least chance both ways and least count. */
  newPairChance: 0.2,
  newPairCount: 2,
  /** Less likely translations than this, and than this share of the likeliest, are left out. */
  leastChance: 0.03,
  leastShare: 0.06,
  most: 8,
} as const

export class Evidence {
  readonly from: Vocabulary
  readonly to: Vocabulary
  private readonly trust: Counts = new Map()
  private readonly sure = new Set<string>()
  private readonly spellings = new Map<string, Map<string, number>>()

  constructor(from: Vocabulary, to: Vocabulary) {
    this.from = from
    this.to = to
  }

  add({ left, right, trust, sure = false }: Entry): void {
    const source = this.from.phrase(left)
    const target = this.to.phrase(right)
    if (!source || !target || source.spelling.split(' ').length > 3 || target.content > 3) return
    if (/^\d+$/u.test(target.stems) || source.spelling.length < 2) return
    bump(this.trust, source.spelling, target.stems, trust)
    if (sure && this.to.language === 'ar') this.sure.add(`${source.spelling}\t${target.stems}`)
    bump(this.spellings, target.stems, target.spelling, trust)
  }

  /** Pseudo-counts by stem, single words alone: the prior of an alignment. */
  prior(): Counts {
    const prior: Counts = new Map()
    for (const [spelling, row] of this.trust) {
      const stem = this.from.phrase(spelling)?.stems
      if (stem === undefined || stem.includes(' ')) continue
      for (const [stems, chance] of this.chancesOf(row))
        if (!stems.includes(' ')) bump(prior, stem, stems, chance * weighing.dictionary)
    }
    return prior
  }

  /** Every phrase with its translations, given the counts of aligned stems both ways. */
  translations(
    forth: Counts,
    back: Counts,
    surfaces: { from: Map<string, string>; to: Map<string, string> },
  ): Map<string, Translation[]> {
    const listed = new Set<string>()
    const translations = new Map<string, Translation[]>()
    for (const [spelling, row] of this.trust) {
      const stem = this.from.phrase(spelling)?.stems ?? ''
      listed.add(stem)
      const chances = this.chancesOf(row)
      for (const [target, chance] of chances) chances.set(target, chance * weighing.dictionary)
      for (const [target, count] of forth.get(stem) ?? [])
        if (row.has(target) || mutual(forth, back, stem, target))
          chances.set(target, (chances.get(target) ?? 0) + count)
      translations.set(spelling, this.ranked(chances, surfaces.to, spelling))
    }
    for (const [stem, row] of forth) {
      if (listed.has(stem)) continue
      const chances = new Map([...row].filter(([target]) => mutual(forth, back, stem, target)))
      const spelling = surfaces.from.get(stem)
      if (chances.size > 0 && spelling !== undefined)
        translations.set(spelling, this.ranked(chances, surfaces.to))
    }
    return translations
  }

  private chancesOf(row: Map<string, number>): Map<string, number> {
    const chances = new Map<string, number>()
    let sum = 0
    for (const [stems, trust] of row) {
      const chance = trust * (this.to.frequency(stems) + 1) ** weighing.commonness
      chances.set(stems, chance)
      sum += chance
    }
    for (const [stems, chance] of chances) chances.set(stems, chance / sum)
    return chances
  }

  private ranked(
    counts: Map<string, number>,
    surfaces: Map<string, string>,
    spelling = '',
  ): Translation[] {
    let sum = 0
    for (const count of counts.values()) sum += count
    const ranked = [...counts]
      .map(([stems, count]) => ({
        phrase: this.spellingOf(stems, surfaces),
        stems,
        chance: count / sum,
      }))
      .toSorted((one, other) => other.chance - one.chance || (one.phrase < other.phrase ? -1 : 1))
    const least = Math.max(weighing.leastChance, (ranked[0]?.chance ?? 0) * weighing.leastShare)
    return ranked
      .filter(({ stems, chance }) => chance >= least || this.sure.has(`${spelling}\t${stems}`))
      .slice(0, weighing.most)
      .map((one) => ({ ...one, chance: Math.max(one.chance, weighing.leastChance) }))
  }

  private spellingOf(stems: string, surfaces: Map<string, string>): string {
    const spellings = [...(this.spellings.get(stems) ?? [])]
    spellings.sort(([one, trust], [other, more]) => more - trust || (one < other ? -1 : 1))
    return spellings[0]?.[0] ?? surfaces.get(stems) ?? stems
  }
}

function mutual(forth: Counts, back: Counts, left: string, right: string): boolean {
  const count = forth.get(left)?.get(right) ?? 0
  return (
    count >= weighing.newPairCount &&
    count >= weighing.newPairChance * total(forth.get(left)) &&
    (back.get(right)?.get(left) ?? 0) >= weighing.newPairChance * total(back.get(right))
  )
}

function total(row: Map<string, number> | undefined): number {
  let sum = 0
  for (const count of row?.values() ?? []) sum += count
  return sum
}
