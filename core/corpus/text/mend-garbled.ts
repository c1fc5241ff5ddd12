/**
 * Mends text that was decoded with the wrong table and saved as it looked then: «Ø§Ù„Ø¬Ø³Ø±», «ط§ظ„ط¬ط³ط±», «ÇáÌÓÑ».
 *
 * In:   text as it was found, with its control characters: they are bytes of what was lost.
 * Out:  the text, mended where every byte can be taken back, or null where letters are lost for good.
 * Cost: one look for the marks of each kind; text without them is not touched.
 */
import iconv from 'iconv-lite'
import { arabicSingleByte } from '../decode-text.ts'
import { byteTable, type ByteTable } from './single-byte.ts'

export interface Mended {
  readonly text: string
  /** What was mended, for people. */
  readonly note: string | null
}

/** No text that was decoded wrongly is without one of these, and few others have any. */
const rare = /[\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00ff\ufffd]|\?{3}/u

/** Decoders that UTF-8 was read by, the most frequent first. */
const wrongDecoders = ['windows-1252', 'windows-1256', 'windows-1251', 'macintosh', 'cp437']
/** One lost letter in as many is an accident; more are a lost text. */
const tolerated = 50
const maxTimes = 3
const lost = Symbol('lost')

export function mendGarbled(raw: string): Mended | null {
  if (!rare.test(raw)) return { text: raw, note: null }
  let text = raw
  let note: string | null = null
  for (let times = 0; times < maxTimes; times += 1) {
    const mended = mendedOnce(text)
    if (mended === null) return null
    if (mended.note === null) break
    ;({ text, note } = mended)
  }
  // The last byte of the closing quotation mark is the one that most decoders lose.
  if (note !== null) text = text.replaceAll(/\u00e2\u20ac[?\ufffd]?/gu, '”')
  return hasLostLetters(text) ? null : { text, note }
}

function mendedOnce(text: string): Mended | null {
  for (const decoder of wrongDecoders) {
    if (!marks(decoder).test(text)) continue
    const mended = asUtf8(text, decoder)
    if (mended === lost) return null
    if (mended !== null) return { text: mended, note: `UTF-8 that was read as ${decoder} mended` }
  }
  const arabic = asArabic(text)
  if (arabic === lost) return null
  if (arabic !== null) return { text: arabic, note: 'Arabic that was read as windows-1252 mended' }
  const signs = withSigns(text)
  if (signs !== null) return { text: signs, note: 'UTF-8 that was read as windows-1252 mended' }
  return { text, note: null }
}

const marksOf = new Map<string, RegExp>()

/** Two first bytes of Arabic letters with what follows them, as the decoder shows them. */
function marks(decoder: string): RegExp {
  const known = marksOf.get(decoder)
  if (known !== undefined) return known
  const table = byteTable(decoder)
  // Letters and stops of living texts are left out: enough of the others are to be seen.
  const shown = (from: number, to: number, besides = /[^]^/u): string =>
    [...table]
      .filter(([shownAs, byte]) => byte >= from && byte <= to && !besides.test(shownAs))
      .map(([character]) => `\\u{${character.codePointAt(0)!.toString(16)}}`)
      .join('')
  const pair = `[${shown(0xd8, 0xdb)}][${shown(0x80, 0xbf, /[\p{L}\s،؛؟«»\u200c\u200d]/u)}]`
  const pattern = new RegExp(`${pair}[^\\n]{0,200}?${pair}`, 'u')
  marksOf.set(decoder, pattern)
  return pattern
}

/** @returns The text, null when it is none of the kind, or `lost` when not all of it can be taken back. */
function asUtf8(text: string, decoder: string): string | typeof lost | null {
  const table = byteTable(decoder)
  const isWestern = decoder === 'windows-1252'
  const lines: string[] = []
  let arabic = 0
  let broken = 0
  for (const line of text.split('\n')) {
    const read = readSequences(line, table)
    // Elsewhere than in western tables the bytes are letters of living scripts: a line is of one kind.
    const fits = isWestern || (read.arabic >= 2 && read.strange * 20 <= read.arabic)
    lines.push(fits ? read.text : line)
    if (!fits) continue
    arabic += read.arabic
    broken += read.broken
  }
  if (arabic >= 2) return broken > 0 ? lost : lines.join('\n')
  return !isWestern && looksSpoiled(text, table) ? lost : null
}

/** Quotation marks, dashes and letters with accents: «â€™», «Ã©». */
function withSigns(text: string): string | null {
  if (!/\u00e2[\u20ac\u0080]|[\u00c2-\u00c5][\u0080-\u00bf\u0152-\u2122]/u.test(text)) return null
  const table = signTable()
  const lines = text.split('\n').map((line) => readSequences(line, table))
  const made = lines.reduce((sum, { other }) => sum + other, 0)
  if (made < 2) return null
  return lines.map((line) => line.text).join('\n')
}

let signs: ByteTable | undefined

/** Tables of the west and of Arabic differ in what they show for the last bytes of such signs. */
function signTable(): ByteTable {
  signs ??= new Map([
    ...[...byteTable('windows-1256')].filter(([, byte]) => byte < 0xa0),
    ...byteTable('windows-1252'),
  ])
  return signs
}

interface Sequences {
  readonly text: string
  /** Letters and signs of Arabic script that were made. */
  readonly arabic: number
  /** Other characters that were made; one of three bytes counts twice, for nothing else looks like it. */
  readonly other: number
  /** First bytes of Arabic letters without a second one. */
  readonly broken: number
  /** Characters of the table that are no part of a sequence. */
  readonly strange: number
}

function readSequences(line: string, table: ByteTable): Sequences {
  let text = ''
  let [arabic, other, broken, strange] = [0, 0, 0, 0]
  for (let at = 0; at < line.length;) {
    const byte = table.get(line[at]!)
    if (byte === undefined) {
      text += line[at]!
      at += 1
      continue
    }
    const made = characterAt(line, at, table)
    if (made === null) {
      const isLead = byte >= 0xd8 && byte <= 0xdb
      if (isLead && line[at + 1] === ' ' && /[٠-٩]$/u.test(text)) {
        // Its second byte was a no-break space, which tools make a plain one.
        text += '٠'
        at += 2
        continue
      }
      // A text may be cut off in the middle of a letter.
      if (isLead && at + 1 < line.length) broken += 1
      strange += 1
      text += line[at]!
      at += 1
      continue
    }
    if (/\p{Script=Arabic}|[،؛؟٠-٩\u064b-\u0652]/u.test(made.character)) arabic += 1
    else other += byte === 0xe2 ? 2 : 1
    text += made.character
    at += made.length
  }
  return { text, arabic, other, broken, strange }
}

function characterAt(
  line: string,
  at: number,
  table: ByteTable,
): { character: string; length: number } | null {
  const lead = table.get(line[at]!)!
  const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4) return null
  let code = lead & (0xff >> (length + 1))
  for (let next = 1; next < length; next += 1) {
    const byte = table.get(line[at + next] ?? '')
    if (byte === undefined || byte > 0xbf) return null
    code = (code << 6) | (byte & 0x3f)
  }
  const least = [0, 0, 0x80, 0x800, 0x10000][length]!
  if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null
  const character = String.fromCodePoint(code)
  // What is written in news: «CAFÉ»» must not become a letter of phonetics.
  return /[\u0080-\u017f\u0192\u02c6\u02dc\u2000-\u206f\u20ac\u2122\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff\u{1f300}-\u{1faff}]/u.test(
    character,
  )
    ? { character, length }
    : null
}

/** A good part of the letters are first bytes with their second, and yet it cannot be taken back. */
function looksSpoiled(text: string, table: ByteTable): boolean {
  const { arabic } = readSequences(text.slice(0, 20_000), table)
  return arabic * 5 > (text.slice(0, 20_000).match(/\p{L}/gu)?.length ?? 0)
}

const western =
  /[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/u
const highRun = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]{3}/u

/** Fewer may be a name. */
const fewestLetters = 20

/** No language of Latin letters writes most of them with accents. */
function asArabic(text: string): string | typeof lost | null {
  if (!highRun.test(text)) return null
  const table = byteTable('windows-1252')
  const lines = text.split('\n')
  const isSpoiled = lines.map((line) => {
    const high = line.match(/[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]/gu)?.length ?? 0
    return high >= 3 && high > 1.5 * (line.match(/[a-z]/giu)?.length ?? 0)
  })
  const bytesOf = (line: string): Buffer | null => {
    const bytes = Array.from(line, (character) =>
      western.test(character)
        ? table.get(character)
        : (character.codePointAt(0)! & 0x7f) === character.codePointAt(0)
          ? character.codePointAt(0)
          : undefined,
    )
    return bytes.includes(undefined) ? null : Buffer.from(bytes as number[])
  }
  const spoiled = lines
    .filter((_, at) => isSpoiled[at])
    .map(bytesOf)
    .filter((bytes) => bytes !== null)
  if (spoiled.length === 0) return null
  const encoding = arabicSingleByte(
    Buffer.concat(spoiled.flatMap((bytes) => [bytes, Buffer.from('\n')])),
  )?.encoding
  const letters = spoiled.reduce(
    (sum, bytes) => sum + bytes.filter((byte) => byte >= 0xc0).length,
    0,
  )
  if (encoding === undefined) return letters >= fewestLetters ? lost : null
  const mended = lines.map((line, at) => {
    const bytes = isSpoiled[at] ? bytesOf(line) : null
    return bytes === null ? line : iconv.decode(bytes, encoding)
  })
  return mended.join('\n')
}

/** Letters were replaced by signs that stand for any letter. */
function hasLostLetters(text: string): boolean {
  const replaced = text.match(/\ufffd/gu)?.length ?? 0
  if (replaced > 0 && replaced * tolerated > (text.match(/\p{L}/gu)?.length ?? 0)) return true
  if (!text.includes('???')) return false
  const asked = text.match(/(?<!\S)[?؟]{2,}[.,،]?(?!\S)/gu)?.length ?? 0
  return asked >= 5 && asked * 4 > (text.match(/\S+/gu)?.length ?? 0)
}
