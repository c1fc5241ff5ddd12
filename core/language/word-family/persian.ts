/**
 * The family of a Persian word: stems with the endings that a stemmer cannot cut without joining strangers.
 *
 * In:   the stem of a folded word.
 * Out:  stems, most of which are no words at all: which of them exist, the index knows.
 *
 * Tried without gain: present and past stems of a verb («رو», «رفت») and the prefixes ب, ن and نا.
 */
import { brokenPlurals } from './broken-plurals.ts'
import { relatives, type Relative } from './relative.ts'

/** Chosen on the development sets, see docs/decisions/0005. */
export const persianTrust = {
  /** «کتابش», «رفتند», «زندگی» of «زنده». */
  ending: 0.6,
  /** «مدارس» of «مدرسه». */
  plural: 0.4,
} as const

export function* persianFamily(stem: string): Generator<Relative> {
  yield* relatives(withEndings(stem), persianTrust.ending)
  yield* relatives(brokenPlurals.of(stem), persianTrust.plural)
}

const added = ['م', 'ت', 'ش', 'مان', 'تان', 'ند', 'ن', 'یم', 'ید', 'گ', 'ا']
const taken = ['م', 'ش', 'مان', 'تان', 'ند', 'یم', 'ید', 'گ']

function* withEndings(stem: string): Generator<string> {
  for (const ending of added) yield stem + ending
  for (const ending of taken) if (stem.endsWith(ending)) yield stem.slice(0, -ending.length)
  if (/[تد]ن$/u.test(stem)) yield stem.slice(0, -1)
}
