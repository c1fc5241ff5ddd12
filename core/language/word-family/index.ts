/**
 * Word families: the other stems under which a text of the same language may hold a word.
 *
 * In:     a token and the language it is written in.
 * Out:    its relatives, each once; none in a language without rules.
 * Cost:   some microseconds a word; what was asked lately is remembered.
 *
 * For questions alone: an index keeps each word under one stem, so rules may change without a new index.
 */
import type { LanguageCode } from '../../article.ts'
import type { Token } from '../analyse.ts'
import { isStopword } from '../stopwords.ts'
import { arabicFamily } from './arabic.ts'
import { englishFamily } from './english.ts'
import { persianFamily } from './persian.ts'
import type { Relative } from './relative.ts'

export type { Relative } from './relative.ts'

const rules = {
  ar: arabicFamily,
  en: (_, stem) => englishFamily(stem),
  fa: (_, stem) => persianFamily(stem),
} as const satisfies Readonly<Record<string, (surface: string, stem: string) => Iterable<Relative>>>

/** A shorter stem tells too little to be guessed. */
const shortest = 3

const remembered = new Map<string, readonly Relative[]>()
const maxRemembered = 4_000

export function wordFamily(
  { surface, stem }: Pick<Token, 'surface' | 'stem'>,
  language: LanguageCode,
): readonly Relative[] {
  if (!isRuled(language) || stem.length < shortest || /^\P{L}/u.test(stem)) return []
  const key = `${language} ${surface} ${stem}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const trusts = new Map<string, number>()
  for (const { stem: other, trust } of rules[language](surface, stem)) {
    if (other === stem || other.length < shortest || isStopword(other, language)) continue
    trusts.set(other, Math.max(trust, trusts.get(other) ?? 0))
  }
  const family = [...trusts].map(([other, trust]) => ({ stem: other, trust }))
  if (remembered.size >= maxRemembered) remembered.clear()
  remembered.set(key, family)
  return family
}

function isRuled(language: LanguageCode): language is keyof typeof rules {
  return Object.hasOwn(rules, language)
}
