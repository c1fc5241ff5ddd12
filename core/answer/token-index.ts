/**
 * Token index: a text laid out for look-ups, and how much of a question was met in it.
 *
 * In:   texts with their tokens; terms with weights that sum to 1.
 * Out:  places of stems and sounds; the share of the weight that was met.
 * Cost: O(tokens).
 */
import type { LanguageCode } from '../article.ts'
import type { Term } from '../question/term.ts'
import type { Token } from '../language/index.ts'

export interface Met {
  /** In [0, 1]: 0 where the text holds nothing of it. */
  readonly strength: number
  /** Index of the token that meets it best; -1 with strength 0. */
  readonly at: number
}

/** What a text holds, laid out for look-ups, which find no function word. */
export interface TokenIndex {
  readonly tokens: readonly Token[]
  readonly language: LanguageCode
  readonly byStem: ReadonlyMap<string, readonly number[]>
  readonly bySound: ReadonlyMap<string, readonly number[]>
}

/** @param texts - With their tokens, whose offsets are into that text. */
export function indexTokens(
  texts: readonly { readonly text: string; readonly tokens: readonly Token[] }[],
  language: LanguageCode,
): TokenIndex {
  const tokens = texts.flatMap((one) => one.tokens)
  const written = texts.flatMap((one) =>
    one.tokens.map(({ start, end }) => one.text.slice(start, end)),
  )
  const byStem = new Map<string, number[]>()
  const bySound = new Map<string, number[]>()
  tokens.forEach(({ stem, sound, stop }, at) => {
    // "Are" is no Ares, whatever their stems.
    if (stop) return
    push(byStem, stem, at)
    // Only names go by their sound, and where there are capitals names have one.
    const isCommon = /^\p{Ll}/u.test(written[at] ?? '')
    if (!isCommon && isTelling(sound, shortestSoundOfName)) push(bySound, sound, at)
  })
  return { tokens, language, byStem, bySound }
}

/** Share of the question's weight that was met. */
export function coverOf(terms: readonly Pick<Term, 'weight'>[], met: readonly Met[]): number {
  return terms.reduce((sum, { weight }, at) => sum + weight * (met[at]?.strength ?? 0), 0)
}

/** Of each term the better of two meetings. */
export function better(a: readonly Met[], b: readonly Met[]): readonly Met[] {
  return a.map((met, at) => ((b[at]?.strength ?? 0) > met.strength ? (b[at] ?? met) : met))
}

export const shortestSoundOfName = 2
export const shortestSound = 3

export function isTelling(sound: string | null, shortest: number): sound is string {
  return sound !== null && sound.length >= shortest
}

function push(map: Map<string, number[]>, key: string, at: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [at])
  else list.push(at)
}
