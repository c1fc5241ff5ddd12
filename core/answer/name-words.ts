/**
 * Name words: finds what is likely a name in a sentence, for questions after a person or a place.
 *
 * In:   a sentence's words.
 * Out:  spans of one to four words that the question does not hold.
 *
 * Latin, Cyrillic and Greek write names with capitals. Arabic script does not: there a name is what stands
 * between marks or right beside the words of the question («سخنگوی کاخ کرملین، دیمیتری پسکوف،»).
 */
import type { Span } from '../article.ts'
import type { Token } from '../language/index.ts'
import type { SentenceWords } from './asked-span.ts'
import { isBeside } from './whole-words.ts'

const longestName = 4

export function nameSpans(sentence: SentenceWords): readonly Span[] {
  return /\p{Lu}/u.test(sentence.text) ? capitalisedRuns(sentence) : besideTheQuestion(sentence)
}

function capitalisedRuns({ text, tokens, isAsked }: SentenceWords): readonly Span[] {
  return runs(text, tokens, (token, at) => {
    const isCapital = /^\p{Lu}/u.test(text.slice(token.start, token.end))
    return isCapital && !isAsked(at) && !(at === 0 && token.stop)
  }).map(([first, last]) => ({ start: first.start, end: last.end }))
}

function besideTheQuestion({ text, tokens, isAsked }: SentenceWords): readonly Span[] {
  const found: Span[] = []
  let segment: { readonly token: Token; readonly asked: boolean }[] = []
  let wasAsked = false
  const close = (): void => {
    const isName =
      segment.length > 0 &&
      segment.length <= longestName &&
      segment.every(({ token, asked }) => !asked && !token.stop && !/^\p{Nd}/u.test(token.surface))
    const first = segment[0]?.token
    const last = segment.at(-1)?.token
    if (isName && first && last) found.push({ start: first.start, end: last.end })
    else found.push(...afterAsked(text, segment))
    wasAsked ||= segment.some(({ asked }) => asked)
    segment = []
  }
  tokens.forEach((token, at) => {
    const before = text.slice(tokens[at - 1]?.end ?? 0, token.start)
    if (at > 0 && !isBeside(before)) close()
    segment.push({ token, asked: isAsked(at) })
  })
  close()
  return wasAsked ? found : []
}

/** «سخنگوی کاخ کرملین دیمیتری پسکوف گفت»: the two words after the last word of the question. */
function afterAsked(
  text: string,
  segment: readonly { readonly token: Token; readonly asked: boolean }[],
): readonly Span[] {
  let lastAsked = segment.findLastIndex(({ asked }) => asked)
  if (lastAsked === -1) return []
  // The rest of the asked word: «رئیس‌جمهور» is two tokens.
  while (isWithinWord(text, segment[lastAsked]?.token, segment[lastAsked + 1]?.token))
    lastAsked += 1
  const following = segment.slice(lastAsked + 1, lastAsked + 3)
  const [first, second] = following
  if (!first || !second || following.some(({ token }) => token.stop)) return []
  return [{ start: first.token.start, end: second.token.end }]
}

function isWithinWord(text: string, before?: Token, token?: Token): boolean {
  return before && token
    ? /^[\p{L}\p{M}\p{Cf}¬]*$/u.test(text.slice(before.end, token.start))
    : false
}

/** «S. Somanath», "O'Brien" and "Jean-Pierre" are one each, "Brook, President Adams" two. */
function isOneName(between: string): boolean {
  return isBeside(between.replace(/^\.(?=\s)/u, '')) || /^[.'’‑-]$/u.test(between)
}

function runs(
  text: string,
  tokens: readonly Token[],
  belongs: (token: Token, at: number) => boolean,
): readonly (readonly [Token, Token])[] {
  const found: [Token, Token][] = []
  let first: Token | null = null
  let last: Token | null = null
  tokens.forEach((token, at) => {
    const isApart = last !== null && !isOneName(text.slice(last.end, token.start))
    const isIn = belongs(token, at)
    if (first && last && (isApart || !isIn)) {
      found.push([first, last])
      first = null
      last = null
    }
    if (!isIn) return
    first ??= token
    last = token
  })
  if (first && last) found.push([first, last])
  return found
}
