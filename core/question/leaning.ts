/**
 * Leaning: whether and how a question leans on the one before it.
 *
 * In:   a question after another one, what it asks; what the lexicon says of a word.
 * Out:  how it leans; null where it stands alone. `follow-up.ts` says when it does.
 * Cost: one analysis of the question.
 */
import type { LanguageCode } from '../article.ts'
import { analyse, type Token } from '../language/index.ts'
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
  if (content.length === 0)
    return words.some(({ isAsking, points }) => isAsking || points) ? { kind: 'topic' } : null
  const thing = thingAskedAnew(text, pointing)
  if (thing !== null && content.length <= longestThing) return { kind: 'swap', thing }
  if (pointsBack(words, content, language, pointing, meaning)) return { kind: 'topic' }
  const opens = opensOn(words, language, pointing)
  const asks = words.some(({ isAsking }) => isAsking)
  if (opens && !asks && content.length <= longestThing) return { kind: 'topic' }
  if (
    opens &&
    content.length <= longestReply &&
    words.some(({ surface }) => pointing.pronouns.has(surface))
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
const demonstrative = /^[بلعف]?هال.../u

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
}

function wordsOf(
  text: string,
  language: LanguageCode,
  { pronouns, weak }: PointingWords,
  asked: Asked,
): readonly Word[] {
  return analyse(text, language).map((token) => {
    const { surface, start, end, stop } = token
    const isAsking =
      askingWords.has(surface) || (language === 'ar' && askingWords.has(surface.replace(/^و/u, '')))
    const points = pronouns.has(surface) || weak.has(surface)
    const isContent = !stop && !isAsking && !points && !namesKind(asked, surface)
    return { token, written: text.slice(start, end), surface, isAsking, points, isContent }
  })
}

/** Whether a pronoun or an ending stands before anything of the question's own that it may mean. */
function pointsBack(
  words: readonly Word[],
  content: readonly Word[],
  language: LanguageCode,
  { pronouns, weak, times, suffixes, copulas }: PointingWords,
  meaning: Meaning,
): boolean {
  return words.some((word, at) => {
    const before = words.slice(0, at).filter(({ isContent }) => isContent)
    const next = words[at + 1]
    if (pronouns.has(word.surface)) return before.length === 0 || isChain(words, at)
    if (weak.has(word.surface) || (language === 'ar' && demonstrative.test(word.surface))) {
      const isTime = next !== undefined && times.has(next.surface)
      const isIdle = isTime || hasName(words) || words[at - 1]?.surface === 'do'
      return !isIdle && content.length <= longestBesideWeak && before.length <= 1
    }
    // «هو» and «هي» stand in most questions after a definition: alone behind what asks they are pronouns.
    if (copulas.has(word.surface)) return words.length === at + 1 || words[at - 1]?.surface === 'هل'
    if (!word.isContent) return false
    return isChain(words, at) && hasSuffix(word, next, suffixes, language, meaning)
  })
}

/** At most one word of content before it, and that beside it: «وزیر خارجه‌اش». */
function isChain(words: readonly Word[], at: number): boolean {
  const before = words.slice(0, at).filter(({ isContent }) => isContent)
  return before.length === 0 || (before.length === 1 && words[at - 1] === before[0])
}

function hasSuffix(
  { written, surface }: Word,
  next: Word | undefined,
  suffixes: RegExp,
  language: LanguageCode,
  meaning: Meaning,
): boolean {
  if (language === 'fa' && /\u200c(?:اش|شان|شون|یش|هایش|هاش|هایشان)$/u.test(written)) return true
  // «سببه» and «مدرسه» end alike where ة is typed as ه: a noun before its genitive has no ending of this kind.
  const ending =
    suffixes.exec(surface)?.[0] ??
    (language === 'ar' && /(?<=...)ه$/u.test(written) && next?.isContent !== true ? 'ه' : null)
  if (ending === null || (language === 'ar' && surface.startsWith('ال'))) return false
  const base = surface.slice(0, -ending.length)
  const own = meaning(base, language)
  // «دبیرش» is found as a form of «دبیر», «ورزش» means something else than «ورز».
  return own !== '' && ['', own].includes(meaning(surface, language))
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
