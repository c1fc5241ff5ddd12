/**
 * Words split: a text as a row of pieces, each a run of letters or one number, with what stands before it.
 *
 * In:     any UTF-16 text, lone surrogates included.
 * Out:    pieces in order, not overlapping; a piece starts and ends with a letter, sign or digit of its own.
 * Cost:   one pass; the folded letters kept of a piece are bounded, however long it is.
 *
 * Letters and digits part ("COVID19" = "COVID-19"); an apostrophe parts ("Putin's", "l'Iran", "Suriye'nin").
 * Grouped thousands are one number (4,000 = ٤٠٠٠), decimals too (95.1 = ۹۵٫۱).
 */
import { letterOf } from './letters.ts'

export interface Piece {
  readonly start: number
  readonly end: number
  /** Folded letters, at most `maxLetters` of them. */
  readonly text: string
  readonly kind: 'word' | 'number'
  /** What separates it from the piece before: nothing visible, a zero-width joint, blanks, or anything else. */
  readonly gap: 'joint' | 'space' | 'other'
}

/** No word of any language is longer; a longer run is junk and is known by its beginning. */
export const maxLetters = 64

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let position = 0
  let gap: Piece['gap'] = 'other'
  while (position < text.length) {
    const codePoint = text.codePointAt(position) ?? 0
    const { kind, folded } = letterOf(codePoint)
    const width = codePoint > 0xffff ? 2 : 1
    if (kind === 'letter') {
      const piece = readWord(text, position, gap)
      pieces.push(piece)
      position = piece.end
      gap = 'joint'
    } else if (kind === 'digit') {
      const piece = readNumber(text, position, gap)
      pieces.push(piece)
      position = piece.end
      gap = 'other'
    } else if (kind === 'ideograph') {
      const end = position + width
      pieces.push({ start: position, end, text: folded, kind: 'word', gap: 'other' })
      position = end
      gap = 'other'
    } else {
      gap = widen(gap, kind, text[position])
      position += width
    }
  }
  return pieces
}

function widen(gap: Piece['gap'], kind: string, character: string | undefined): Piece['gap'] {
  if (gap === 'other' || kind === 'other' || kind === 'sign') return 'other'
  if (kind === 'space') return character === '\n' || character === '\r' ? 'other' : 'space'
  return gap
}

function readWord(text: string, start: number, gap: Piece['gap']): Piece {
  let end = start
  let letters = ''
  for (let position = start; position < text.length;) {
    const codePoint = text.codePointAt(position) ?? 0
    const { kind, folded } = letterOf(codePoint)
    position += codePoint > 0xffff ? 2 : 1
    if (kind === 'letter' || kind === 'sign' || kind === 'mark') {
      end = position
      if (letters.length < maxLetters) letters += folded
    } else if (kind !== 'ignored') break
  }
  if (letters.length > maxLetters) letters = letters.slice(0, maxLetters)
  return { start, end, text: letters, kind: 'word', gap }
}

const groups = /^[,٬'’]$/u
const point = /^[.٫]$/u

function readNumber(text: string, start: number, gap: Piece['gap']): Piece {
  let { end, digits } = readDigits(text, start)
  let number = digits
  if (digits.length <= 3) {
    while (groups.test(text[end] ?? '')) {
      const group = readDigits(text, end + 1)
      if (group.digits.length !== 3) break
      number += group.digits
      end = group.end
    }
  }
  // Three numbers with points between them are a date or a version, no decimal.
  if (point.test(text[end] ?? '') && !point.test(text[start - 1] ?? '')) {
    const fraction = readDigits(text, end + 1)
    const goesOn = point.test(text[fraction.end] ?? '') && readDigits(text, fraction.end + 1).digits
    if (fraction.digits && !goesOn) {
      number += `.${fraction.digits}`
      end = fraction.end
    }
  }
  return { start, end, text: number.slice(0, maxLetters), kind: 'number', gap }
}

function readDigits(text: string, start: number): { end: number; digits: string } {
  let end = start
  let digits = ''
  for (let position = start; position < text.length;) {
    const codePoint = text.codePointAt(position) ?? 0
    const { kind, folded } = letterOf(codePoint)
    position += codePoint > 0xffff ? 2 : 1
    if (kind === 'digit') {
      end = position
      if (digits.length < maxLetters) digits += folded
    } else if ((kind !== 'ignored' && kind !== 'mark') || end === start) break
  }
  return { end, digits }
}
