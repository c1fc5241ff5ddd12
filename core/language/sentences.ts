/**
 * Sentences are spans of a text that end at a full stop of any script, a question or exclamation mark, or a line break.
 *
 * In:     any text. The language chooses no rule today but abbreviations of all known languages hold in each.
 * Out:    trimmed spans in order, not overlapping, none empty; what lies between them is white space.
 * Cost:   one pass of `Intl.Segmenter` and one over its boundaries.
 *
 * `Intl.Segmenter` proposes; a boundary falls after an abbreviation, an initial or a list number, and inside a quotation
 * that closes soon: «…», “…” and "…" stay whole. A comma of any script never ends a sentence.
 */
import type { LanguageCode, Span } from '../article.ts'

export function sentences(text: string, language: LanguageCode): Span[] {
  const spans: Span[] = []
  for (const line of text.matchAll(/[^\n\r\u2028\u2029\u0085]+/gu))
    collect(line[0], line.index, language, spans)
  return spans
}

/** Longest quotation that is kept whole, in UTF-16 code units. */
const longestQuote = 300

/** Without one of these the segmenter proposes no end inside a line, and asking it costs more than all the rest. */
const stop = /[\p{Sentence_Terminal}\u2024…]/u

function collect(line: string, offset: number, language: LanguageCode, spans: Span[]): void {
  if (!stop.test(line)) {
    push(line, 0, line.length, offset, spans)
    return
  }
  const quotes = quotationsOf(line)
  let start = 0
  let quote = 0
  for (const end of boundaries(line, language)) {
    while (quote < quotes.length && quotes[quote]!.end <= end) quote += 1
    const isQuoted = quote < quotes.length && quotes[quote]!.start < end
    if (end < line.length && (isQuoted || !endsSentence(line, start, end))) continue
    push(line, start, end, offset, spans)
    start = end
  }
  push(line, start, line.length, offset, spans)
}

function push(line: string, from: number, to: number, offset: number, spans: Span[]): void {
  const sentence = line.slice(from, to)
  const start = from + sentence.length - sentence.trimStart().length
  const end = from + sentence.trimEnd().length
  if (start < end) spans.push({ start: offset + start, end: offset + end })
}

const segmenters = new Map<string, Intl.Segmenter>()

/** Proposed ends, each behind the white space that follows the sentence. */
function* boundaries(line: string, language: LanguageCode): Generator<number> {
  const locale = /^(?:ar|fa|en)$/u.test(language) ? language : 'en'
  const segmenter =
    segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'sentence' })
  segmenters.set(locale, segmenter)
  for (const { index, segment } of segmenter.segment(line)) {
    // The segmenter knows no end at an ellipsis character.
    for (const ellipsis of segment.matchAll(/…[»”"’)\]]*\s+(?=[^\p{Ll}\s])/gu))
      if (ellipsis.index > 0) yield index + ellipsis.index + ellipsis[0].length
    yield index + segment.length
  }
}

function endsSentence(line: string, start: number, end: number): boolean {
  const before = line.slice(Math.max(start, end - 80), end)
  const after = line.slice(end, end + 40)
  const sentence = before.trimEnd()
  const glued = sentence.length === before.length
  // “Where?” he asked.
  if (/^[\s"'“”«»(]*\p{Ll}/u.test(after)) return false
  if (!sentence.endsWith('.') || sentence.endsWith('..')) return true
  if (
    start + sentence.length >= end - 4 &&
    /^\s*[\p{Nd}]{1,3}\.$/u.test(line.slice(start, end).trimEnd())
  )
    return false
  const word = /[\p{L}\p{M}\p{N}.\u200c-]+$/u.exec(sentence.slice(0, -1))?.[0] ?? ''
  if (abbreviations.has(word.toLowerCase())) return false
  if (/^\p{L}$/u.test(word)) return eraMark.test(sentence) && !glued
  // «بی.بی.سی» begins like this; no sentence ends on two letters with the next one hard behind it.
  if (glued && /(?:^|\.)\p{L}{1,2}$/u.test(word) && /^\p{L}/u.test(after)) return false
  if (/^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u.test(word)) return !glued && starter.test(after)
  return !(glued && /^[A-Za-z\p{Nd}]/u.test(after))
}

/** «سنة 1952 م.»: an era's letter after its year may well end a sentence. */
const eraMark = /\p{Nd}\s*[مهشق]\.$/u

/** After "U.S." a new sentence is told from a name by its first word. */
const starter =
  /^\s*["'“«(]?(?:The|A|An|He|She|It|They|We|I|You|In|On|At|But|And|This|That|These|Those|His|Her|Its|Their|There|When|While|After|Before|As|For|If|To|Both|Some|Many|However)\s/u

const abbreviations: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof st sen rep gov gen col lt sgt capt cmdr adm maj hon rev pres jr sr vs etc no nos vol fig pp dept est
jan feb mar apr jun jul aug sep sept oct nov dec mt ft e.g i.e cf al bros ph.d m.d
hr frau nr bzw z.b usw mm mme mlle art env sr. sra dra ud uds
doç yrd vb sn
ا.د أ.د ص.ب هـ ق.م ب.م ه.ش ه.ق ر.ک ص.پ
гг тов ул им т.е т.д т.п др`.split(/\s+/u),
)

/** In order and apart, quotations that close within reach, on one line; a straight quote opens after a blank and closes before one. */
function quotationsOf(line: string): Span[] {
  const found: Span[] = []
  const pattern = /«[^«»]*»|“[^“”]*”|(?<=^|[\s(،:])"[^"]*"(?=$|[\s).,،؛؟!?:])/gu
  for (const { index, 0: quote } of line.matchAll(pattern))
    if (quote.length <= longestQuote) found.push({ start: index, end: index + quote.length })
  return found
}
