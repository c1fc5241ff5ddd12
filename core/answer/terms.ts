/**
 * Question terms: the words of a question that an answer should hold, and how they are met in a text.
 *
 * In:   the question's tokens and what the index knows of their weight.
 * Out:  terms with weights that sum to 1, and for a text the strength in [0, 1] at which each is met.
 * Cost: O(terms × tokens of the text) at the worst, a few hash look-ups as a rule.
 *
 * The same word counts whole; the same sound (a name in another script) and the same beginning count less.
 */
import type { LanguageCode } from '../article.ts'
import type { TermWeight } from '../engine/search-engine.ts'
import type { Token } from '../language/index.ts'

export interface QuestionTerm {
  /** As the reader wrote it. */
  readonly written: string
  readonly surface: string
  readonly stem: string
  readonly sound: string | null
  /** What the word is called in other languages, likeliest first; empty without a lexicon. */
  readonly translations: readonly Translation[]
  /** Share of the question's whole weight. */
  readonly weight: number
  /** How many passages of the archive hold it; 0 for a word it never saw. */
  readonly passages: number
  readonly isNumber: boolean
  /** Written with a capital that does not merely begin the question. */
  readonly isName: boolean
  /** What is counted: "hours" of "how many hours". */
  readonly isUnit: boolean
}

export interface TermRules {
  readonly isAsking: (token: Token) => boolean
  readonly unit: Token | null
}

export interface Translation {
  readonly language: LanguageCode
  /** All of them must be there, anywhere in the sentence. */
  readonly stems: readonly string[]
  /** The same words, folded only. */
  readonly written: readonly string[]
  /** In (0, 1]: how likely the word is called so, the likeliest having 1. */
  readonly trust: number
}

export interface Met {
  /** In [0, 1]: 0 where the text holds nothing of it. */
  readonly strength: number
  /** Index of the token that meets it best; -1 with strength 0. */
  readonly at: number
}

export const meeting = {
  stem: 1,
  soundAcross: 0.9,
  soundWithin: 0.6,
  beginning: 0.5,
  /** Of the likeliest translation; an unlikely one counts down to half of it. */
  translation: 0.9,
  synonym: 0.6,
  /** A year of the question that is the report's own. */
  year: 0.7,
} as const

export function questionTerms(
  text: string,
  tokens: readonly Token[],
  weights: readonly TermWeight[],
  translationsOf: (token: Token) => readonly Translation[],
  { isAsking, unit }: TermRules,
): readonly QuestionTerm[] {
  const weightAt = new Map(weights.map((weight) => [weight.start, weight]))
  const seen = new Set<string>()
  const found: QuestionTerm[] = []
  for (const token of tokens) {
    if (token.stop || isAsking(token) || seen.has(token.stem)) continue
    seen.add(token.stem)
    const written = text.slice(token.start, token.end)
    found.push({
      written,
      surface: token.surface,
      stem: token.stem,
      sound: token.sound,
      translations: translationsOf(token),
      weight: weightAt.get(token.start)?.weight ?? 1,
      passages: weightAt.get(token.start)?.passages ?? 0,
      isNumber: /^\p{N}/u.test(token.surface),
      isName: token.start > 0 && /^\p{Lu}/u.test(written),
      isUnit: token === unit,
    })
  }
  const whole = found.reduce((sum, { weight }) => sum + weight, 0)
  return whole === 0 ? [] : found.map((term) => ({ ...term, weight: term.weight / whole }))
}

/** What a text holds, laid out for look-ups. */
export interface TokenIndex {
  readonly tokens: readonly Token[]
  readonly language: LanguageCode
  readonly byStem: ReadonlyMap<string, readonly number[]>
  readonly bySound: ReadonlyMap<string, readonly number[]>
}

export function indexTokens(tokens: readonly Token[], language: LanguageCode): TokenIndex {
  const byStem = new Map<string, number[]>()
  const bySound = new Map<string, number[]>()
  tokens.forEach(({ stem, sound }, at) => {
    push(byStem, stem, at)
    if (isTelling(sound, shortestSoundOfName)) push(bySound, sound, at)
  })
  return { tokens, language, byStem, bySound }
}

/** One entry a term, in the terms' order. */
export function meet(
  terms: readonly QuestionTerm[],
  language: LanguageCode,
  index: TokenIndex,
): readonly Met[] {
  return terms.map((term) => {
    const [same] = index.byStem.get(term.stem) ?? []
    if (same !== undefined) return { strength: meeting.stem, at: same }
    if (term.isNumber) return unmet
    // «سوتشي» and Sochi have two sounds: enough for what a capital tells to be a name.
    const shortest =
      term.isName && language !== index.language ? shortestSoundOfName : shortestSound
    const [alike] = isTelling(term.sound, shortest) ? (index.bySound.get(term.sound) ?? []) : []
    if (alike !== undefined) {
      const strength = language === index.language ? meeting.soundWithin : meeting.soundAcross
      return { strength, at: alike }
    }
    if (language !== index.language) return translated(term, index, meeting.translation)
    const beginning = index.tokens.findIndex(({ surface }) => beginAlike(term.surface, surface))
    return beginning === -1
      ? translated(term, index, meeting.synonym)
      : { strength: meeting.beginning, at: beginning }
  })
}

function translated(
  { translations }: QuestionTerm,
  { language, byStem }: TokenIndex,
  best: number,
): Met {
  for (const { language: target, stems, trust } of translations) {
    if (target !== language) continue
    const places = stems.map((stem) => byStem.get(stem)?.[0] ?? -1)
    if (places.every((place) => place >= 0)) {
      return { strength: best * (0.5 + 0.5 * trust), at: places[0] ?? -1 }
    }
  }
  return unmet
}

/** Share of the question's weight that was met. */
export function coverOf(terms: readonly QuestionTerm[], met: readonly Met[]): number {
  return terms.reduce((sum, { weight }, at) => sum + weight * (met[at]?.strength ?? 0), 0)
}

/** Of each term the better of two meetings. */
export function better(a: readonly Met[], b: readonly Met[]): readonly Met[] {
  return a.map((met, at) => ((b[at]?.strength ?? 0) > met.strength ? (b[at] ?? met) : met))
}

const shortestSound = 3
const shortestSoundOfName = 2
const shortestBeginning = 5
const unmet: Met = { strength: 0, at: -1 }

function isTelling(sound: string | null, shortest: number): sound is string {
  return sound !== null && sound.length >= shortest
}

/** Derived forms of one word: «استمر» and «استمرار», "inform" and "information". */
function beginAlike(a: string, b: string): boolean {
  if (a.length < shortestBeginning) return false
  const shorter = Math.min(a.length, b.length)
  if (shorter < shortestBeginning - 1) return false
  let shared = 0
  while (shared < shorter && a[shared] === b[shared]) shared += 1
  return shared >= shortestBeginning - 1 && shared >= 0.7 * Math.max(a.length, b.length)
}

function push(map: Map<string, number[]>, key: string, at: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [at])
  else list.push(at)
}
