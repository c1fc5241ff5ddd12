/**
 * Dimension: what a question wants measured: money, an age, a length of time…
 *
 * In:   the folded words of a question, the table of its language.
 * Out:  the dimension, or null where things are counted: "how many people paid the price".
 * Cost: one pass over a few dozen phrases.
 */
import { foldedWords, phrasesOf } from '../language/folded-words.ts'
import type { Dimension, LanguageTable } from '../language/tables/language-table.ts'

/** The first that holds counts: a share of the price is a share. */
export const dimensions = [
  'share',
  'age',
  'duration',
  'temperature',
  'speed',
  'area',
  'mass',
  'length',
  'money',
] as const satisfies readonly Dimension[]

export interface DimensionReader {
  /** By what is counted, else by any word. @param words - Folded. */
  asked(words: readonly string[]): Dimension | null
  /** By a word that names it, such as "price" of "what is the price". */
  named(words: readonly string[]): Dimension | null
}

export function readerOf({ asking, measures, numbers }: LanguageTable): DimensionReader {
  const rules = dimensions.map((dimension) => ({
    dimension,
    phrases: phrasesOf(measures[dimension].asked),
    units: setOf(measures[dimension].units),
    things: setOf(measures[dimension].things ?? []),
  }))
  const countsAlways = setOf(asking.countsAlways)
  const counting = new Set([...setOf(asking.counting), ...countsAlways])
  const counted = setOf(asking.counted)
  const joints = setOf(asking.countingJoints ?? [])
  const scales = setOf(numbers.scales.flatMap(([, forms]) => forms))
  const named = (words: readonly string[]): Dimension | null => {
    const padded = ` ${words.join(' ')} `
    const rule = rules.find(({ phrases }) => phrases.some((phrase) => padded.includes(phrase)))
    return rule?.dimension ?? null
  }
  return {
    named,
    asked(words) {
      const at = words.findIndex((word) => counting.has(word))
      const unit = words.slice(at + 1).find((word) => !scales.has(word) && !joints.has(word))
      const isLast = at === -1 || at >= words.length - 2
      const byThing = rules.find(({ things }) => isLast && things.has(words[0] ?? ''))
      if (at === -1 || unit === undefined) return named(words) ?? byThing?.dimension ?? null
      const byUnit = rules.find(({ units }) => units.has(unit))
      // «چند سال دارد» is an age, whatever its unit.
      const byPhrase = named(words.slice(at))
      if (byUnit !== undefined) return byPhrase === 'age' ? 'age' : byUnit.dimension
      const next = words[at + 1] ?? ''
      const isCounted =
        counted.has(unit) ||
        joints.has(next) ||
        (countsAlways.has(words[at] ?? '') && !scales.has(next))
      return isCounted && byThing === undefined
        ? byPhraseOfAge(byPhrase)
        : (named(words) ?? byThing?.dimension ?? null)
    },
  }
}

function byPhraseOfAge(dimension: Dimension | null): Dimension | null {
  return dimension === 'age' ? dimension : null
}

function setOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap(foldedWords))
}
