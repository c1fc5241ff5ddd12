/**
 * Follow-ups: what a question leaves out because the one before said it.
 *
 * In:   a question with the conversation that it belongs to; what the lexicon says of a word.
 * Out:  the question as it is read, and what was carried over; the same question where it stands alone.
 *
 * A question leans on the one before where it says nothing of its own ("And why?"), asks "what about X", points back
 * with nothing of its own to point at («دبیرش کیست؟»), goes on without asking ("and in 2021?"), or replies to an
 * answer without a name of its own. Everything else stands alone: "What is the capital of Peru?" does, whatever
 * was asked before. One that merely opens with "and" prefers the articles cited before, and takes no word over.
 */
import { analyse, identifyLanguage, type Token } from '../language/index.ts'
import type { LanguageCode } from '../article.ts'
import type { Conversation, Evidence, Question } from '../question.ts'
import { asksFor, readAsked, type Asked } from './asked.ts'
import { askingWords, namesKind } from './kind-words.ts'
import { maxQuestionCharacters } from '../answer/check-question.ts'
import { foldedWords } from '../language/folded-words.ts'
import { findDates } from '../language/dates/index.ts'
import { isToTheBot } from '../answer/to-the-bot.ts'
import { pointingWords, type PointingWords } from './pointing-words.ts'

export interface FollowUp {
  /** The question that it leans on, as that was read. */
  readonly previous: string
  /** The whole question: what is searched for. */
  readonly readAs: string
}

export interface ResolvedQuestion {
  readonly text: string
  readonly language: LanguageCode
  readonly asked: Asked
  readonly topic: FollowUp | null
  /** Where in `text` the words of the question before begin; its length where none were taken over. */
  readonly carriedFrom: number
  /** Articles that an answer is rather looked for in. */
  readonly preferred: ReadonlySet<string>
}

/** How a question leans: with its words, by swapping one thing, or by the articles cited before alone. */
type Leaning =
  | { readonly kind: 'topic' }
  | { readonly kind: 'swap'; readonly thing: string }
  | { readonly kind: 'articles' }

/** What the lexicon says of a word, for comparing; empty where it does not know it. */
export type Meaning = (word: string, language: LanguageCode) => string

export function resolveFollowUp(
  { text, language, conversation }: Question,
  meaning: Meaning = () => '',
): ResolvedQuestion {
  const own = readAsked(text, language)
  const alone = { text, language, asked: own, topic: null, carriedFrom: text.length }
  const leaning = conversation && leaningOf(text, language, conversation, meaning)
  if (conversation === undefined || leaning === null || leaning === undefined)
    return { ...alone, preferred: new Set() }
  const preferred = new Set(conversation.citedArticleIds)
  if (leaning.kind === 'articles') return { ...alone, preferred }
  const previous = readPrevious(conversation.previousQuestion, meaning)
  const swapped = leaning.kind === 'swap' ? swap(previous, leaning.thing, language) : null
  const readAs = swapped ?? `${text} ${previous}`
  if (Array.from(readAs).length > maxQuestionCharacters) return { ...alone, preferred }
  return {
    text: readAs,
    language,
    // "And who was with him?" after "when did he come?" asks for a person; "and in Damascus?" for a day again.
    asked: asksFor(own, 'what', 'which', 'how', 'topic') ? readAsked(previous, language) : own,
    topic: { previous, readAs },
    carriedFrom: swapped === null ? text.length : readAs.length,
    preferred: swapped === null ? preferred : new Set(),
  }
}

/** Of questions a line each, the oldest first: each may have leant on the one before. */
function readPrevious(questions: string, meaning: Meaning): string {
  const [first = '', ...rest] = questions.trim().split(/\s*\n\s*/u)
  return rest.reduce((previousQuestion, text) => {
    if (isToTheBot(text)) return previousQuestion
    const conversation = { previousQuestion, citedArticleIds: [] }
    return resolveFollowUp({ text, language: identifyLanguage(text), conversation }, meaning).text
  }, first)
}

/** What an article cited just before is preferred by. */
const preference = 1.25

export function preferCited(
  evidence: readonly Evidence[],
  cited: ReadonlySet<string>,
): readonly Evidence[] {
  if (cited.size === 0) return evidence
  return evidence
    .map((item) =>
      cited.has(item.passage.articleId)
        ? { ...item, score: Math.min(1, item.score * preference) }
        : item,
    )
    .toSorted((a, b) => b.score - a.score)
}

function leaningOf(
  text: string,
  language: LanguageCode,
  { isReply = false }: Conversation,
  meaning: Meaning,
): Leaning | null {
  if (isToTheBot(text)) return null
  const pointing = pointingWords(language)
  const words = wordsOf(text, language, pointing, readAsked(text, language))
  const content = words.filter(({ isContent }) => isContent)
  if (content.length === 0)
    return words.some(({ isAsking, points }) => isAsking || points) ? { kind: 'topic' } : null
  const thing = askedAnew(text, pointing)
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
const copulas: ReadonlySet<string> = new Set(foldedWords('هو هي هم'))

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
  { pronouns, weak, times, suffixes }: PointingWords,
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
    if (language === 'ar' && copulas.has(word.surface))
      return words.length === at + 1 || words[at - 1]?.surface === 'هل'
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

/** X of "what about X?"; null for any other question. */
function askedAnew(text: string, { about, aboutBehind }: PointingWords): string | null {
  const padded = ` ${foldedWords(text).join(' ')} `
  const opener = about.find((phrase) => padded.startsWith(phrase))
  const closer = aboutBehind.find((phrase) => padded.endsWith(phrase))
  const words = text
    .replaceAll(/[?؟!.،]+/gu, ' ')
    .trim()
    .split(/\s+/u)
  if (opener !== undefined) {
    const rest = words.slice(opener.trim().split(' ').length)
    return rest.length === 0 || rest.some((word) => isAskingWord(word)) ? null : rest.join(' ')
  }
  if (closer === undefined) return null
  const rest = words.slice(0, -closer.trim().split(' ').length)
  const thing = rest[0] === 'و' ? rest.slice(1) : rest
  return thing.length === 0 || thing.some((word) => isAskingWord(word)) ? null : thing.join(' ')
}

function isAskingWord(word: string): boolean {
  return foldedWords(word).some((folded) => askingWords.has(folded))
}

/**
 * The question before with X in the place of what X is another of: a time for a time, the words behind the same
 * preposition, or its only name.
 * @returns null where no one place is X's.
 */
function swap(previous: string, thing: string, language: LanguageCode): string | null {
  const [time] = findDates(thing, language)
  const year = /^\D*((?:1[34]|19|20)\d\d)\D*$/u.exec(foldedWords(thing).join(' '))
  if (time !== undefined || year !== null) {
    const times = findDates(previous, language).map(({ span }) => span)
    const years = [...previous.matchAll(/(?<!\p{N})\p{N}{4}(?!\p{N})/gu)].map(({ index }) => ({
      start: index,
      end: index + 4,
    }))
    const [slot, other] = times.length > 0 ? times : years
    if (slot === undefined || other !== undefined) return null
    const named =
      time === undefined ? (year?.[1] ?? thing) : thing.slice(time.span.start, time.span.end)
    return replaced(previous, slot, named)
  }
  const names = [...previous.matchAll(/(?<!^)(?<!\p{L})\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/gu)]
  const { prepositions } = pointingWords(language)
  const [first = '', ...rest] = thing.split(' ')
  if (rest.length > 0 && prepositions.has(foldedWords(first)[0] ?? '')) {
    const behind = names.filter(({ index }) =>
      previous.slice(0, index).toLowerCase().endsWith(`${first.toLowerCase()} `),
    )
    const [slot, other] = behind
    if (slot === undefined || other !== undefined) return null
    return replaced(
      previous,
      { start: slot.index, end: slot.index + slot[0].length },
      rest.join(' '),
    )
  }
  const [slot, other] = names
  if (slot === undefined || other !== undefined || !/^\p{Lu}/u.test(thing)) return null
  return replaced(previous, { start: slot.index, end: slot.index + slot[0].length }, thing)
}

function replaced(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  other: string,
): string {
  return text.slice(0, start) + other + text.slice(end)
}
