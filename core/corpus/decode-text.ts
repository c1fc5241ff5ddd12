/**
 * Turns bytes into text by what the bytes are, never by what a platform would assume.
 *
 * In:     bytes of a whole file or of one line; what the document itself declares, if anything.
 * Out:    text and the encoding it was in, or null: text that might be garbled is never handed on.
 * Order:  byte order mark; UTF-16 by its pattern; valid UTF-8; UTF-8 with a rare fault; Arabic single-byte by
 *         which reading gives Arabic words; the declared one; the statistics of chardet when they are sure.
 * Source: Arabic letters stand at other bytes in windows-1256 and ISO-8859-6, so the wrong one of the two gives
 *         undefined characters or French letters inside Arabic words.
 */
import { isUtf8 } from 'node:buffer'
import chardet from 'chardet'
import iconv from 'iconv-lite'

export interface DecodedText {
  readonly text: string
  /** Lower case, as `iconv-lite` knows it. */
  readonly encoding: string
  /** A fault that was mended, for people. */
  readonly note: string | null
}

const utf8 = new TextDecoder('utf-8')
/** Statistics on more than this cost time and tell nothing new. */
const sampleLength = 128 * 1024
const minStatisticalConfidence = 55
const minArabicScore = 0.5
const clearLead = 0.1
/** Frequent words, and the article, whose bytes make none of these in the other encoding. */
const knownArabic =
  /(?<![\p{L}\p{M}])(?:[وفبك]?ال\p{L}{3,}|(?:في|على|إلى|عن|مع|قد|هذا|هذه|التي|الذي|ما|لا|لم|بعد|قال|از|به|که|در|را|با|این|است)(?![\p{L}\p{M}]))/gu

export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText | null {
  const marked = byByteOrderMark(bytes)
  if (marked !== null) return decoded(bytes, marked)
  if (isUtf8(bytes) && !bytes.includes(0)) return decoded(bytes, 'utf-8')
  const wide = utf16Order(bytes)
  if (wide !== null) return decoded(bytes, wide)
  if (isUtf8(bytes)) return decoded(bytes, 'utf-8')
  const { text, good, bad } = asUtf8(bytes)
  // A file cut off in the middle of a character, or a few bad bytes in much good UTF-8.
  if (bad * 50 <= good) return { text, encoding: 'utf-8', note: 'bytes that are no UTF-8 replaced' }
  return (
    (good * 10 <= bad ? arabicSingleByte(bytes) : null) ??
    plausibly(bytes, declared) ??
    plausibly(bytes, byStatistics(bytes))
  )
}

/** UTF-16, told from the beginning of a file: it cannot be cut into lines by bytes. */
export function wideEncoding(beginning: Uint8Array): string | null {
  const encoding = byByteOrderMark(beginning) ?? utf16Order(beginning)
  return encoding?.startsWith('utf-16') ? encoding : null
}

/** What an HTML page says of its own encoding, or null. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return (
    /<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?(?<name>[\w-]{1,40})/iu.exec(head)?.groups?.[
      'name'
    ] ?? null
  )
}

function byByteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return isUtf8(bytes) ? 'utf-8' : null
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Latin, Cyrillic and Arabic text has one of few bytes at every second place in UTF-16, and nowhere else. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, sampleLength) & ~1
  if (length < 4) return null
  const pages = [0, 0]
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at]!
    if (byte === 0x00 || byte === 0x04 || byte === 0x06) pages[at & 1]! += 1
  }
  const units = length / 2
  const [even, odd] = [pages[0]! / units, pages[1]! / units]
  if (even > 0.8 && odd < 0.2) return 'utf-16be'
  if (odd > 0.8 && even < 0.2) return 'utf-16le'
  return null
}

/** Characters beyond ASCII that UTF-8 makes of the bytes, and those it cannot make. */
function asUtf8(bytes: Uint8Array): { text: string; good: number; bad: number } {
  const text = utf8.decode(bytes)
  return {
    text,
    good: count(text, /[\u0080-\ufffc\u{10000}-\u{10ffff}]/gu),
    bad: count(text, /\ufffd/gu),
  }
}

/** Not for bytes that are UTF-8 in part: Arabic in UTF-8 reads as Arabic letters of windows-1256, and as nonsense. */
export function arabicSingleByte(bytes: Uint8Array): DecodedText | null {
  const sample = Buffer.from(bytes.subarray(0, sampleLength))
  const [best, other] = ['windows-1256', 'iso-8859-6']
    .map((encoding) => {
      const text = iconv.decode(sample, encoding)
      return { encoding, score: arabicScore(text), known: count(text, knownArabic) }
    })
    .toSorted((a, b) => b.score - a.score || b.known - a.known)
  if (best === undefined || other === undefined || best.score <= minArabicScore) return null
  if (best.score - other.score > clearLead) return decoded(bytes, best.encoding)
  // Of a few words both readings may be Arabic letters; without a known word it cannot be told which is right.
  if (best.known === other.known) return null
  return decoded(bytes, best.known > other.known ? best.encoding : other.encoding)
}

/** Share of the words with characters beyond ASCII that are wholly Arabic, in [0, 1]. */
function arabicScore(text: string): number {
  const words = text.match(/[^\s!-/:-@،؛؟«»“”‘’–—…]{1,60}/gu) ?? []
  const beyondAscii = words.filter((word) => /\P{ASCII}/u.test(word))
  if (beyondAscii.length === 0) return 0
  const arabic = beyondAscii.filter((word) =>
    /^[\u0621-\u0652\u067e\u0686\u0698\u06a9\u06af\u06cc\u06be\u200c\u200d]+$/u.test(word),
  )
  const faulty = beyondAscii.filter((word) =>
    /\ufffd|[\u0621-\u064a].*[A-Za-zÀ-ÿ]|[A-Za-zÀ-ÿ].*[\u0621-\u064a]/u.test(word),
  )
  return (arabic.length - 2 * faulty.length) / beyondAscii.length
}

function byStatistics(bytes: Uint8Array): string | null {
  const [best] = chardet.analyse(bytes.subarray(0, sampleLength))
  if (!best || best.confidence < minStatisticalConfidence) return null
  // Whether it is Arabic has been settled, by words.
  if (/^(?:windows-1256|iso-8859-6)$/iu.test(best.name)) return null
  // The former is a part of the latter, and files that claim it are written in the latter.
  return best.name === 'ISO-8859-1' ? 'windows-1252' : best.name
}

function plausibly(bytes: Uint8Array, encoding: string | null): DecodedText | null {
  if (encoding === null || !iconv.encodingExists(encoding)) return null
  const result = decoded(bytes, encoding)
  const strange =
    count(result.text, /[\ufffd\p{Cc}\p{Co}\p{Cn}]/gu) - count(result.text, /[\t\n\r\f]/gu)
  const letters = count(result.text, /[\p{L}\p{M}]/gu)
  return strange === 0 && letters * 2 > result.text.length ? result : null
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  if (encoding === 'utf-8') return { text: utf8.decode(bytes), encoding, note: null }
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
  return { text, encoding: encoding.toLowerCase(), note: null }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
