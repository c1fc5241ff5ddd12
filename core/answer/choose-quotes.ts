/**
 * Choice of quotes: one to three runs of sentences out of the scored candidates.
 *
 * In:   weighed sentences with their scores, best first.
 * Out:  quotes, best first, apart from each other; a sentence that speaks of "he" begins with the one that names him.
 *
 * A second quote must come near the first and say something else; copies of one report count once. Of two good
 * sentences side by side one quote is made.
 */
import type { Span } from '../article.ts'
import type { Evidence } from '../question.ts'
import { containment, shinglesOf } from '../rank/near-duplicates.ts'
import { leansOnPrevious } from './leaning.ts'
import type { ReadWords } from './read-sentences.ts'
import type { Sentence } from './sentence.ts'
import type { QuestionPlan } from '../question/plan.ts'
import type { Weighed } from './sentence-features.ts'
import { better, coverOf, type Met } from './token-index.ts'
import { wholeWords } from './whole-words.ts'

export interface ScoredSentence extends Weighed {
  /** Log odds: comparable between questions, any real number. */
  readonly score: number
  /** The words in it that may answer; null where it was not read. */
  readonly read: ReadWords | null
}

/** A run of sentences of one passage; offsets are into the article's text. */
export interface QuoteDraft extends Span {
  readonly evidence: Evidence
  readonly quote: string
  /** The asked-for words; null where they are not known. */
  readonly span: Span | null
  /** Words of the asked-for kind, as offsets into the quote. */
  readonly highlights: readonly Span[]
  readonly chosen: ScoredSentence
  /** A sentence beside it that is quoted along with it. */
  readonly beside: ScoredSentence | null
}

export interface ChoiceOptions {
  readonly limit: number
  /** How far below the best a further quote may score. */
  readonly reach: number
  /** What meeting all of the question's weight that no chosen quote meets yet adds to a score. */
  readonly complement: number
}

export function chooseQuotes(
  { content: terms }: QuestionPlan,
  scored: readonly ScoredSentence[],
  { limit, reach, complement }: ChoiceOptions,
): readonly QuoteDraft[] {
  const drafts: QuoteDraft[] = []
  const best = scored[0]?.score ?? 0
  let met: readonly Met[] = terms.map(() => ({ strength: 0, at: -1 }))
  let left = scored.filter(({ score }) => score >= best - reach)
  while (left.length > 0) {
    const covered = coverOf(terms, met)
    const worth = ({ score, met: own }: ScoredSentence): number =>
      score + (drafts.length === 0 ? 0 : complement * (coverOf(terms, better(met, own)) - covered))
    const next = left.reduce((a, b) => (worth(b) > worth(a) ? b : a))
    left = left.filter((one) => one !== next)
    const draft = draftOf(next)
    const host = drafts.findIndex((other) => joined(other, draft) !== null)
    const whole = host === -1 ? null : joined(drafts[host] ?? draft, draft)
    if (whole !== null) drafts[host] = whole
    else if (drafts.length === limit) continue
    else if (drafts.some((other) => overlaps(other, draft) || repeats(other, draft))) continue
    else drafts.push(draft)
    met = better(met, next.met)
  }
  return drafts
}

export function draftOf(chosen: ScoredSentence): QuoteDraft {
  const { sentence } = chosen
  const first = leadOf(sentence)
  const { passage } = sentence.evidence
  const long = sentence.end - sentence.start > longestQuote
  const { start, end } = long ? clauseWindow(chosen) : { start: first.start, end: endOf(sentence) }
  return {
    evidence: sentence.evidence,
    start,
    end,
    quote: passage.text.slice(start - passage.start, end - passage.start),
    span: askedWords(chosen, { start, end }),
    highlights: highlightsOf(chosen, { start, end }),
    chosen,
    beside: null,
  }
}

/** Every sentence that a quote was made for. */
export function sentencesOf({ chosen, beside }: QuoteDraft): readonly ScoredSentence[] {
  return beside === null ? [chosen] : [chosen, beside]
}

/** One quote of two that stand side by side; null where they do not, or are too long together. */
function joined(host: QuoteDraft, guest: QuoteDraft): QuoteDraft | null {
  if (host.beside !== null) return null
  const [start, end] = [Math.min(host.start, guest.start), Math.max(host.end, guest.end)]
  if (end - start > longestQuote || !isSameArticle(host, guest)) return null
  const holder = [host, guest].find(
    ({ evidence: { passage } }) =>
      passage.start <= start && passage.start + passage.text.length >= end,
  )
  if (holder === undefined) return null
  const { passage } = holder.evidence
  const between = passage.text.slice(
    Math.min(host.end, guest.end) - passage.start,
    Math.max(host.start, guest.start) - passage.start,
  )
  if (between.trim() !== '') return null
  return {
    ...host,
    start,
    end,
    evidence: holder.evidence,
    quote: passage.text.slice(start - passage.start, end - passage.start),
    span: host.span ?? guest.span,
    highlights: [host.chosen, guest.chosen]
      .toSorted((a, b) => a.sentence.start - b.sentence.start)
      .flatMap((one) => highlightsOf(one, { start, end })),
    beside: guest.chosen,
  }
}

/** Whole words of what was read, without marks before and behind. */
function askedWords({ sentence, read }: ScoredSentence, quote: Span): Span | null {
  const [words] = read === null ? [] : wholeWords(sentence.text, [bare(sentence.text, read)])
  if (words === undefined || words.start >= words.end) return null
  const span = { start: sentence.start + words.start, end: sentence.start + words.end }
  return span.start >= quote.start && span.end <= quote.end ? span : null
}

function bare(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end)
  const before = /^[^\p{L}\p{N}\p{Sc}]*/u.exec(slice)![0].length
  const behind = /[^\p{L}\p{M}\p{N}\p{Sc}%٪]*$/u.exec(slice)![0].length
  return { start: start + before, end: Math.max(start + before, end - behind) }
}

function highlightsOf({ sentence, spans }: ScoredSentence, quote: Span): readonly Span[] {
  return spans
    .map((span) => ({
      start: span.start + sentence.start - quote.start,
      end: span.end + sentence.start - quote.start,
    }))
    .filter((span) => span.start >= 0 && span.end <= quote.end - quote.start)
}

const longestQuote = 600
/** A line of so few words ("7 January 2020, Damascus.") says nothing without the one below it. */
const longestHeading = 6

function endOf({ index, end, next }: Sentence): number {
  return index.tokens.length <= longestHeading && next !== null ? next.end : end
}

/** Goes back from «وأضاف أن…» to the sentence that names the speaker, two steps at the most. */
function leadOf(sentence: Sentence): Sentence {
  let first = sentence
  for (let step = 0; step < 2 && first.previous !== null; step += 1) {
    const tooLong = sentence.end - first.previous.start > longestQuote
    const isHeaded =
      first.previous.index.tokens.length <= longestHeading && first.previous.ordinal > 0
    const leans = leansOnPrevious(first.text, first.index.language) || isHeaded
    if (!leans || tooLong) break
    first = first.previous
  }
  return first
}

/** Of a sentence that is a page long: the clauses around what was met, up to `longestQuote`. */
function clauseWindow({ sentence, met, spans }: ScoredSentence): Span {
  const centres = [
    ...spans.map(({ start }) => start),
    ...met.flatMap(({ at }) => sentence.index.tokens[at]?.start ?? []),
  ].toSorted((a, b) => a - b)
  const centre = centres[Math.floor(centres.length / 2)] ?? 0
  const cuts = [...sentence.text.matchAll(/[،؛,;\n]\s+|\s[–—-]\s/gu)].map(
    ({ index, 0: mark }) => index + mark.length,
  )
  const from = Math.max(0, centre - longestQuote / 2)
  const until = Math.min(sentence.text.length, from + longestQuote)
  const words = [...sentence.text.matchAll(/\s+/gu)].map(({ index, 0: gap }) => index + gap.length)
  const start =
    from === 0 ? 0 : (firstWithin(cuts, from, centre) ?? firstWithin(words, from, centre) ?? from)
  const end =
    until === sentence.text.length
      ? until
      : (lastWithin(cuts, centre, until) ?? lastWithin(words, centre, until) ?? until)
  return offsetTrimmed(
    sentence,
    wholeCharacters(sentence.text, start),
    wholeCharacters(sentence.text, end),
  )
}

function firstWithin(places: readonly number[], from: number, to: number): number | undefined {
  return places.find((place) => place >= from && place <= to)
}

function lastWithin(places: readonly number[], from: number, to: number): number | undefined {
  return places.findLast((place) => place > from && place <= to)
}

/** Moves off the middle of a surrogate pair. */
function wholeCharacters(text: string, at: number): number {
  return /[\udc00-\udfff]/u.test(text[at] ?? '') && at > 0 ? at - 1 : at
}

function offsetTrimmed(sentence: Sentence, start: number, end: number): Span {
  const slice = sentence.text.slice(start, end)
  return {
    start: sentence.start + start + slice.length - slice.trimStart().length,
    end: sentence.start + end - (slice.length - slice.trimEnd().length),
  }
}

function overlaps(a: QuoteDraft, b: QuoteDraft): boolean {
  return isSameArticle(a, b) && a.start < b.end && b.start < a.end
}

function isSameArticle(a: QuoteDraft, b: QuoteDraft): boolean {
  return a.evidence.passage.articleId === b.evidence.passage.articleId
}

export function repeats(a: QuoteDraft, b: QuoteDraft): boolean {
  return containment(wordShingles(a), wordShingles(b)) >= 0.6
}

function wordShingles({ chosen }: QuoteDraft): ReadonlySet<string> {
  return shinglesOf(
    chosen.sentence.index.tokens.map(({ stem }) => stem),
    2,
  )
}
