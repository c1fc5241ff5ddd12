/**
 * Leaning: whether and how a question leans on the one before it.
 *
 * In:   a question after another one, what it asks; what the lexicon says of a word.
 * Out:  how it leans; null where it stands alone. `follow-up.ts` says when it does.
 * Cost: one analysis of the question.
 */
import type { LanguageCode } from '../article.ts'
import { analyse, soundKey, type Token } from '../language/index.ts'
import type { Asked } from './asked.ts'
import { askingWords, namesKind } from './kind-words.ts'
import { pointingWords, type PointingWords } from './pointing-words.ts'
import { thingAskedAnew } from './swap.ts'
import { isToTheBot } from './to-the-bot.ts'

/** How a question leans: with its words, by swapping one thing, or by the articles cited before alone. */
export type Leaning =
  | { readonly kind: 'topic' }
  | { readonly kind: 'swap'; readonly thing: string }
  | { readonly kind: 'articles' }

/** What the lexicon says of a word, for comparing; empty where it does not know it. */
export type Meaning = (word: string, language: LanguageCode) => string

export interface LeaningText {
  readonly text: string
  readonly language: LanguageCode
  readonly asked: Asked
  /** Whether it was sent as a reply to the answer before. */
  readonly isReply: boolean
}

export function leaningOf(
  { text, language, asked, isReply }: LeaningText,
  meaning: Meaning,
): Leaning | null {
  if (isToTheBot(text)) return null
  const pointing = pointingWords(language)
  const words = wordsOf(text, language, pointing, asked)
  const content = words.filter(({ isContent }) => isContent)
  if (content.length === 0) {
    const isOpen = words.some(({ isAsking, points }) => isAsking || points)
    return isOpen && !words.some(({ isSaid }) => isSaid) ? { kind: 'topic' } : null
  }
  const thing = thingAskedAnew(text, pointing)
  if (thing !== null && content.length <= longestThing) return { kind: 'swap', thing }
  if (pointsBack(words, content, language, pointing, meaning)) return { kind: 'topic' }
  const opens = opensOn(words, language, pointing)
  const asks = words.some(({ isAsking }) => isAsking)
  if (opens && !asks && content.length <= longestThing) return { kind: 'topic' }
  if (
    opens &&
    content.length <= longestReply &&
    words.some(({ surface, isSaid }) => !isSaid && pointing.pronouns.has(surface))
  )
    return { kind: 'topic' }
  const isNamed = hasName(words)
  if (isReply && !isNamed && content.length <= longestReply) return { kind: 'topic' }
  return opens && !isNamed ? { kind: 'articles' } : null
}

/** Words of content in a question that only goes on: "and in Damascus?". */
const longestThing = 3
const longestReply = 4
/** Words of content beside a pronoun that is as often none. */
const longestBesideWeak = 2

/** A dialect's «هالقرار»: this decision. */
const demonstrative = /^[بلعف]?هال(?<noun>..+)/u

function hasName(words: readonly Word[]): boolean {
  return words.slice(1).some(({ written, isContent }) => isContent && /^\p{Lu}/u.test(written))
}

interface Word {
  readonly token: Token
  readonly written: string
  readonly surface: string
  readonly isAsking: boolean
  readonly points: boolean
  readonly isContent: boolean
  /** Whether it is part of a saying. */
  readonly isSaid: boolean
}

function wordsOf(
  text: string,
  language: LanguageCode,
  { pronouns, weak, sayings }: PointingWords,
  asked: Asked,
): readonly Word[] {
  const tokens = analyse(text, language)
  const surfaces = tokens.map(({ surface }) => surface)
  const said = surfaces.flatMap((_, at) =>
    sayings.at(surfaces, at).map(({ length }) => ({ from: at, to: at + length })),
  )
  return tokens.map((token, at) => {
    const { surface, start, end, stop } = token
    const isSaid = said.some(({ from, to }) => at >= from && at < to)
    const isAsking =
      askingWords.has(surface) || (language === 'ar' && askingWords.has(surface.replace(/^و/u, '')))
    const points = !isSaid && (pronouns.has(surface) || weak.has(surface))
    const isContent = !stop && !isAsking && !isSaid && !points && !namesKind(asked, surface)
    return { token, written: text.slice(start, end), surface, isAsking, points, isContent, isSaid }
  })
}

/** Whether a pronoun or an ending stands before anything of the question's own that it may mean. */
function pointsBack(
  words: readonly Word[],
  content: readonly Word[],
  language: LanguageCode,
  pointing: PointingWords,
  meaning: Meaning,
): boolean {
  const { pronouns, weak, times, copulas } = pointing
  return words.some((word, at) => {
    const before = words.slice(0, at).filter(({ isContent }) => isContent)
    const next = words[at + 1]
    if (word.isSaid) return false
    const isLast = endsAskedOf(words, at, before, pointing)
    const isFirst = isChain(words, at) && !isOfName(words, at, before, language, meaning)
    if (pronouns.has(word.surface)) return isFirst || isLast || isBehindAsked(words, before)
    const noun = language === 'ar' ? demonstrative.exec(word.surface)?.groups?.['noun'] : undefined
    if (weak.has(word.surface) || noun !== undefined) {
      const isTime =
        times.has(next?.surface ?? '') || (noun !== undefined && times.has(`ال${noun}`))
      const isIdle = isTime || hasName(words) || words[at - 1]?.surface === 'do'
      // «البطولة هاي», but «برد كده».
      const last = words[at - 1]
      const isOwn = noun !== undefined || last?.isContent !== true || last.surface.startsWith('ال')
      const isBehind = isLast && isOwn
      const beside = content.filter((one) => one !== word)
      return !isIdle && beside.length <= longestBesideWeak && (before.length <= 1 || isBehind)
    }
    // «هو» and «هي» stand in most questions after a definition: alone behind what asks they are pronouns.
    if (copulas.has(word.surface)) return words.length === at + 1 || words[at - 1]?.surface === 'هل'
    if (!word.isContent) return false
    return isFirst && hasSuffix(word, words[at - 1], next, language, pointing, meaning)
  })
}

/** At most one word of content before it, and that beside it: «وزیر خارجه‌اش». */
function isChain(words: readonly Word[], at: number): boolean {
  const before = words.slice(0, at).filter(({ isContent }) => isContent)
  return before.length === 0 || (before.length === 1 && words[at - 1] === before[0])
}

/** «رونالدو زنش کیه»: what it points at is a name right before it, which sounds alike elsewhere or opens the question. */
function isOfName(
  words: readonly Word[],
  at: number,
  [owner]: readonly Word[],
  language: LanguageCode,
  meaning: Meaning,
): boolean {
  if (owner === undefined) return false
  const known = wordsIn(meaning(owner.surface, language))
  const latin = known.filter((one) => /^[a-z]/u.test(one))
  const sound = soundKey(owner.surface)
  return known.length === 0
    ? !words.slice(0, at).some(({ isAsking }) => isAsking)
    : latin.length > 0 && latin.every((one) => soundKey(one) === sound)
}

/** "How did people react to it?": the last word of a question that begins with what asks. */
function endsAskedOf(
  words: readonly Word[],
  at: number,
  before: readonly Word[],
  { openers }: PointingWords,
): boolean {
  const isAnd = ({ surface }: Word): boolean => openers.has(surface) || /^و(?!ال)/u.test(surface)
  return (
    at === words.length - 1 &&
    before.length <= longestBesideWeak &&
    words[0]?.isAsking === true &&
    !words.slice(1, at).some(isAnd)
  )
}

/** "How old is he?": one word of content, which belongs to what asks. */
function isBehindAsked(words: readonly Word[], before: readonly Word[]): boolean {
  return before.length === 1 && words[0]?.isAsking === true && words[1] === before[0]
}

function hasSuffix(
  { written, surface }: Word,
  owner: Word | undefined,
  next: Word | undefined,
  language: LanguageCode,
  { suffixes, unsuffixed }: PointingWords,
  meaning: Meaning,
): boolean {
  if (unsuffixed.has(surface)) return false
  // «آدما خوابشون», «الأرض حرارتها»: what it points at stands right before it.
  const isOwned =
    owner?.isContent === true &&
    (language === 'fa' ? /(?:شون|شان)$/u.test(surface) : owner.surface.startsWith('ال'))
  if (isOwned) return false
  if (language === 'fa' && /\u200c(?:ا?ش|شان|شون|یش|هایش|هاش|هایشان)$/u.test(written)) return true
  // «سببه» and «مدرسه» end alike where ة is typed as ه: a noun before its genitive has no ending of this kind.
  const ending =
    suffixes.exec(surface)?.[0] ??
    (language === 'ar' && /(?<=...)ه$/u.test(written) && next?.isContent !== true ? 'ه' : null)
  if (ending === null || (language === 'ar' && surface.startsWith('ال'))) return false
  if (language === 'ar' && ending === 'ها') return true
  const base = wordsIn(meaning(surface.slice(0, -ending.length), language))
  const whole = wordsIn(meaning(surface, language))
  // «دبیرش» is found as a form of «دبیر», «ورزش» means something else than «ورز».
  return base.length > 0 && 2 * whole.filter((one) => base.includes(one)).length >= whole.length
}

function wordsIn(text: string): readonly string[] {
  return text.split(' ').filter(Boolean)
}

function opensOn(
  [first]: readonly Word[],
  language: LanguageCode,
  { openers }: PointingWords,
): boolean {
  if (first === undefined) return false
  if (openers.has(first.surface)) return true
  // An Arabic "and" hangs on the next word.
  if (language !== 'ar' || !first.surface.startsWith('و')) return false
  const [rest] = analyse(first.surface.slice(1), language)
  return rest !== undefined && (rest.stop || askingWords.has(rest.surface))
}
