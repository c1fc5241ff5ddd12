/**
 * The analyser turns a text into tokens: the one reading of words that index, question and highlighter share.
 *
 * In:     any UTF-16 text and its language; an unknown language loses stems and stopwords of its own, nothing else.
 * Out:    tokens in order of the text, not overlapping. The text between a token's offsets analyses to that one token.
 * Cost:   one pass over the text; words met lately are remembered, 60,000 to twice that many of each reading.
 *
 * The three habits of writing Persian affixes meet: «می‌رود» = «می رود» = «میرود», «کتاب‌ها» = «کتاب ها» = «کتابها»:
 * an affix apart from its word is part of the word's token. What follows an apostrophe in Turkish («Suriye'nin») is
 * part of the word's token and left out of its spelling.
 */
import { stemmer } from 'stemmer'
import type { LanguageCode, Span } from '../article.ts'
import { RecentMap } from '../recent-map.ts'
import { hasFunctionWords, isFunctionWord } from './function-words.ts'
import { stemArabicScript } from './stem-arabic-script.ts'
import { isStopword } from './stopwords.ts'
import { soundKey } from './sound-key.ts'
import { maxLetters, piecesOf } from './words.ts'
import type { Piece } from './words.ts'

/** Part of the index fingerprint: changes whenever any text gets other tokens. */
export const analyserVersion = '4'

/** One word of a text, as offsets into the text as it was given. */
export interface Token extends Span {
  /** Folded spelling, affixes joined. */
  readonly surface: string
  readonly stem: string
  /** Key of the word's consonants, the same in every script; null for numbers and what is too short to tell. */
  readonly sound: string | null
  /** True for words that help no ranking. */
  readonly stop: boolean
}

export function analyse(text: string, language: LanguageCode): Token[] {
  const tokens: Token[] = []
  const pieces = piecesOf(text)
  const words = memoryOf(language)
  for (let index = 0; index < pieces.length;) {
    const first = pieces[index]
    if (!first) break
    const count =
      first.kind === 'word' && isArabicScript(first.text) ? joined(pieces, index, language) : 1
    let surface = first.text
    for (let part = index + 1; part < index + count; part++) {
      const ending = pieces[part]?.text ?? ''
      // «خانه‌ای» would read as the plural of «خان»: after ه the clitics say nothing and are left out.
      if (!(surface.endsWith('ه') && clitic.test(ending))) surface += ending
    }
    const whole = count + endingsBehindApostrophe(text, pieces, index + count, language)
    const end = pieces[index + whole - 1]?.end ?? first.end
    const word = words(surface.slice(0, maxLetters), first.kind)
    const isName = language !== 'fa' && word.surface === 'علی' && text[end - 1] !== 'ى'
    tokens.push({
      start: first.start,
      end,
      surface: word.surface,
      stem: word.stem,
      sound: word.sound,
      stop: word.stop && !isName,
    })
    index += whole
  }
  return tokens
}

type Word = Omit<Token, 'start' | 'end'>

const memories = new Map<string, RecentMap<string, Word>>()
const memorySize = 60_000

function memoryOf(language: LanguageCode): (surface: string, kind: Piece['kind']) => Word {
  const rules = rulesOf(language)
  const name = `${rules.arabicScript} ${rules.latinScript} ${rules.functionWords}`
  const memory = memories.get(name) ?? new RecentMap(memorySize)
  memories.set(name, memory)
  return (surface, kind) => {
    const known = memory.get(surface)
    if (known) return known
    const word = kind === 'number' ? numberOf(surface) : wordOf(surface, rules)
    memory.set(surface, word)
    return word
  }
}

interface Rules {
  readonly arabicScript: 'ar' | 'fa' | 'other'
  readonly latinScript: 'en' | 'other'
  /** Whose function words are stopwords beside those of the scripts; empty when it has none. */
  readonly functionWords: LanguageCode
}

/** Languages whose Latin words follow rules of their own; in all others a Latin word is taken for English. */
const latinWritten = /^(?:tr|az|fr|de|es|it|pt|nl|id|ms|pl|ku|sv|ro)$/u

function rulesOf(language: LanguageCode): Rules {
  return {
    arabicScript:
      language === 'fa' ? 'fa' : /^(?:ur|ku|ckb|ps|ug)$/u.test(language) ? 'other' : 'ar',
    latinScript: latinWritten.test(language) ? 'other' : 'en',
    functionWords: hasFunctionWords(language) ? language : '',
  }
}

function numberOf(surface: string): Word {
  return { surface, stem: surface, sound: null, stop: false }
}

function wordOf(written: string, rules: Rules): Word {
  const surface = written.replace(/^(گفت|جست|شست)و(گو|جو|شو)/u, '$1$2')
  const sound = soundKey(surface)
  if (isArabicScript(surface)) {
    const { arabicScript } = rules
    if (arabicScript === 'other')
      return { surface, stem: surface, sound, stop: isFunctionWord(surface, rules.functionWords) }
    const stem = stemArabicScript(surface)
    return { surface, stem, sound, stop: isStopword(surface, arabicScript) }
  }
  if (rules.latinScript === 'en' && /^[a-z]+$/u.test(surface))
    return { surface, stem: stemmer(surface), sound, stop: isStopword(surface, 'en') }
  return { surface, stem: surface, sound, stop: isFunctionWord(surface, rules.functionWords) }
}

/** Folded letters of Arabic script lie in its first blocks. */
function isArabicScript(word: string): boolean {
  const unit = word.charCodeAt(0)
  return unit >= 0x600 && unit < 0x900 && !(unit >= 0x700 && unit < 0x750)
}

/** Verbs that make a noun with their like: «گفت‌وگو». */
const twins: ReadonlySet<string> = new Set(['گفت', 'جست', 'شست'])
const prefixes: ReadonlySet<string> = new Set(['می', 'نمی'])
const farSuffix = /^(?:ها|ها(?:ی|یی|ی?(?:م|ت|ش|مان|تان|شان))|تر|ترین|تری|ترها)$/u
const nearSuffix =
  /^(?:ها|ها(?:ی|یی|ی?(?:م|ت|ش|مان|تان|شان))|تر|ترین|تری|ی|یی|ای|ام|ات|اش|م|ت|ش|ایم|اید|اند|مان|تان|شان|یم|ید|ند)$/u
const clitic = /^(?:ی|یی|ای|ام|ات|اش|ایم|اید|اند|م|ت|ش)$/u
const longestSuffix = 6
const maxSuffixes = 3

/** How many pieces from `index` on are one word: a verb's prefix and its stem, a word and its endings, «گفت و گو». */
function joined(pieces: readonly Piece[], index: number, language: LanguageCode): number {
  const spaced = language !== 'ar'
  const follows = (at: number): Piece | undefined => {
    const piece = pieces[at]
    if (!piece || piece.kind !== 'word' || !isArabicScript(piece.text)) return undefined
    return piece.gap === 'joint' || (spaced && piece.gap === 'space') ? piece : undefined
  }
  let count = 1
  const first = pieces[index]?.text ?? ''
  const second = follows(index + 1)?.text
  if (second !== undefined) {
    const third = follows(index + 2)?.text
    if (prefixes.has(first)) count = 2
    else if (twins.has(first)) {
      if (/^(?:گفت وگو|جست وجو|شست وشو)/u.test(`${first} ${second}`)) count = 2
      else if (/^(?:گفت و گو|جست و جو|شست و شو)/u.test(`${first} ${second} ${third}`)) count = 3
    }
  }
  for (let suffixes = 0; suffixes < maxSuffixes; suffixes++) {
    const next = follows(index + count)
    if (
      !next ||
      next.text.length > longestSuffix ||
      !(next.gap === 'joint' ? nearSuffix : farSuffix).test(next.text)
    )
      break
    count++
  }
  return count
}

/** How many pieces from `at` on are endings that Turkish and Azerbaijani write behind a name or a number. */
function endingsBehindApostrophe(
  text: string,
  pieces: readonly Piece[],
  at: number,
  language: LanguageCode,
): number {
  if (language !== 'tr' && language !== 'az') return 0
  let count = 0
  for (;;) {
    const before = pieces[at + count - 1]
    const ending = pieces[at + count]
    if (!before || ending?.kind !== 'word' || ending.start !== before.end + 1) return count
    if (!/['’ʼ]/u.test(text[before.end] ?? '')) return count
    count++
  }
}
