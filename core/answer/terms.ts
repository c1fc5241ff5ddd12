/**
 * Question terms: the words of a question that an answer should hold.
 *
 * In:   the question's tokens and what the index knows of their weight.
 * Out:  terms with weights that sum to 1; a text laid out for `meeting.ts`, and the share of the weight met in it.
 * Cost: O(tokens).
 */
import type { LanguageCode, Span } from '../article.ts'
import type { TermWeight } from '../engine/search-engine.ts'
import { soundKey, type Token } from '../language/index.ts'

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
  /** The `NamedTime` that it is a word of; null for all other words. */
  readonly time: string | null
  /** "Today": met by that day alone. */
  readonly isDeictic: boolean
  /** Written with a capital that does not merely begin the question, or called the same in another script. */
  readonly isName: boolean
  /** What is counted: "hours" of "how many hours". */
  readonly isUnit: boolean
  /** What is asked about: "university" of "which university". */
  readonly isFocus: boolean
}

export interface TermRules {
  readonly isAsking: (token: Token) => boolean
  readonly unit: Token | null
  readonly focus: Token | null
  readonly times: readonly NamedTime[]
}

/** A day, month or year that a question names: where, and as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export interface NamedTime extends Span {
  readonly iso: string
  /** Named by the day on which is asked. */
  readonly isDeictic?: boolean
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

export function questionTerms(
  text: string,
  tokens: readonly Token[],
  weights: readonly TermWeight[],
  translationsOf: (token: Token) => readonly Translation[],
  { isAsking, unit, focus, times }: TermRules,
): readonly QuestionTerm[] {
  const weightAt = new Map(weights.map((weight) => [weight.start, weight]))
  const seen = new Set<string>()
  const found: QuestionTerm[] = []
  const hasCapitals = /\p{Lu}/u.test(text.slice(1))
  for (const token of tokens) {
    const time = times.find(({ start, end }) => token.start >= start && token.end <= end)
    const isDeictic = time?.isDeictic === true
    if ((token.stop && !isDeictic) || isAsking(token) || seen.has(token.stem)) continue
    seen.add(token.stem)
    const written = text.slice(token.start, token.end)
    const translations = translationsOf(token)
    const isCommon = hasCapitals && isUncapitalised(written)
    found.push({
      written,
      surface: token.surface,
      stem: token.stem,
      sound: isCommon ? null : token.sound,
      translations,
      weight: weightAt.get(token.start)?.weight ?? 1,
      passages: weightAt.get(token.start)?.passages ?? 0,
      isNumber: /^\p{N}/u.test(token.surface),
      time: time?.iso ?? null,
      isDeictic,
      isName:
        time === undefined &&
        ((token.start > 0 && isWrittenAsName(written)) || isTransliterated(token, translations)),
      isUnit: token === unit,
      isFocus: token === focus,
    })
  }
  const whole = found.reduce((sum, { weight }) => sum + weight, 0)
  return whole === 0 ? [] : found.map((term) => ({ ...term, weight: term.weight / whole }))
}

/** With a capital, but no acronym: these are spelt anew in each language ("WHO", "OMS"). */
function isWrittenAsName(written: string): boolean {
  return /^\p{Lu}/u.test(written) && !/^\p{Lu}{2,5}$/u.test(written)
}

function isUncapitalised(written: string): boolean {
  return /^\p{Ll}/u.test(written)
}

/** «بوتين» is Putin: a word that goes into another script by its sound is a name, or as telling as one. */
function isTransliterated(
  { surface, sound }: Token,
  translations: readonly Translation[],
): boolean {
  if (!isTelling(sound, shortestSoundOfName)) return false
  return translations.some(({ written, trust }) => {
    const [only, ...others] = written
    return (
      only !== undefined &&
      others.length === 0 &&
      trust > likelyName &&
      isLatin(only) !== isLatin(surface) &&
      soundKey(only) === sound
    )
  })
}

function isLatin(word: string): boolean {
  return /^\p{Script=Latin}/u.test(word)
}

/** Trust from which on: «القاهرة» is Cairo by .4, and Mars as well. */
const likelyName = 0.35

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
    const isCommon = isUncapitalised(written[at] ?? '')
    if (!isCommon && isTelling(sound, shortestSoundOfName)) push(bySound, sound, at)
  })
  return { tokens, language, byStem, bySound }
}

/** Share of the question's weight that was met. */
export function coverOf(terms: readonly QuestionTerm[], met: readonly Met[]): number {
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
