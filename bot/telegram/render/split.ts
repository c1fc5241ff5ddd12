/**
 * Splits a rich text into messages that Telegram takes: at most 4,096 UTF-16 units and 100 entities each.
 *
 * Cuts fall between paragraphs, else lines, sentences, words; never inside a link or bold words where any other
 * place is left, and never inside a character as a reader sees it, unless one character alone is too long.
 */
import type { MessageEntity } from 'grammy/types'
import { slice, type RichText } from './rich-text.ts'

export const longestMessage = 4_096
const mostEntities = 100

export function split(source: RichText, limit: number = longestMessage): readonly RichText[] {
  const messages: RichText[] = []
  let rest = trimmed(source)
  while (rest.text !== '') {
    const end = rest.text.length <= limit ? rest.text.length : cutBefore(rest, limit)
    const message = trimmed(slice(rest, 0, end))
    if (isVisible(message.text)) messages.push(fewEntities(message))
    rest = trimmed(slice(rest, end, rest.text.length))
  }
  return messages
}

/** Best first. A class counts only where it fills at least half of the message. */
const breaks: readonly RegExp[] = [/\n\n/g, /\n/g, /[.!?؟۔…]["'»”)]*\s/gu, /\s/gu]

function cutBefore(source: RichText, limit: number): number {
  const window = source.text.slice(0, limit + 1)
  for (const pattern of breaks) {
    const places = [...window.matchAll(pattern)].map((match) => match.index + match[0].length)
    const best = places.findLast((at) => at <= limit && !isInsideMark(source.entities, at))
    if (best !== undefined && best >= limit / 2) return best
  }
  return characterBoundary(source.text, limit)
}

function isInsideMark(entities: readonly MessageEntity[], at: number): boolean {
  return entities.some(
    ({ type, offset, length }) =>
      (type === 'bold' || type === 'text_link') && offset < at && at < offset + length,
  )
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The last boundary at or before `limit`; the segmenter sees a stretch only, for its cost grows with the text. */
function characterBoundary(text: string, limit: number): number {
  const from = wholeCharacters(text, Math.max(0, limit - 256))
  const stretch = text.slice(from, limit + 64)
  let boundary = 0
  for (const { index } of graphemes.segment(stretch)) {
    if (from + index > limit) break
    if (index > 0) boundary = from + index
  }
  return boundary > 0 ? boundary : wholeCharacters(text, limit)
}

function wholeCharacters(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return at > 1 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}

function trimmed(source: RichText): RichText {
  const start = source.text.length - source.text.trimStart().length
  const end = source.text.trimEnd().length
  if (start === 0 && end === source.text.length) return source
  return start >= end ? { text: '', entities: [] } : slice(source, start, end)
}

/** Telegram refuses a message in which nothing can be seen. */
function isVisible(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}\p{M}\u115f\u1160\u3164\uffa0\u2800]/u.test(text)
}

/** Telegram ignores what is beyond its limit; links and quotes are worth more than bold words. */
function fewEntities({ text, entities }: RichText): RichText {
  if (entities.length <= mostEntities) return { text, entities }
  const others = entities.filter((entity) => !isBold(entity)).slice(0, mostEntities)
  const bolds = entities.filter(isBold).slice(0, mostEntities - others.length)
  const kept = new Set([...others, ...bolds])
  return { text, entities: entities.filter((entity) => kept.has(entity)) }
}

function isBold({ type }: MessageEntity): boolean {
  return type === 'bold'
}
