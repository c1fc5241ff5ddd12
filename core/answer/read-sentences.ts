/**
 * Read sentences: what the reader makes of the passages that hold the best sentences.
 *
 * In:   weighed sentences, best first; the question as it was understood.
 * Out:  of each that was read the words that may answer, and how surely; the order that follows from it.
 * Cost: reading three passages, some 100 ms on two cores.
 *
 * Asked for a number or a time, words that hold one go first, and its unit belongs to the number.
 */
import type { LanguageCode, Span } from '../article.ts'
import type { Evidence } from '../question.ts'
import { isRawiError } from '../errors.ts'
import { asksFor, asksNumber } from '../question/asked.ts'
import type { QuestionPlan } from '../question/plan.ts'
import type { Reader } from '../reading/index.ts'
import type { ScoredSentence } from './choose-quotes.ts'
import type { Sentence } from './sentence.ts'

/** The likeliest words of a sentence: offsets into its text. */
export interface ReadWords extends Span {
  /** Log odds against none of its passage's words answering. */
  readonly logOdds: number
}

export interface ReadPassages {
  readonly words: ReadonlyMap<Sentence, ReadWords>
  /** How many were read to their end. */
  readonly count: number
  /** For people: why none was; null where some were, and where there is no reader. */
  readonly reason: string | null
}

export function nothingRead(reason: string | null): ReadPassages {
  return { words: new Map(), count: 0, reason }
}

/** First quote right of 57 practice questions, by the first weights: 38 by three passages, 37 by two, 36 by five and by eight. */
const mostPassages = 3
/** Of so many sentences, best first, those in these passages are chosen among. */
const mostSentences = 10
/** What one of the reader's log odds weighs against one of a sentence's own: news, first quote right 70 % at 1, 73 % at .8 and .6. */
const weight = 0.8
/** Milliseconds: what is not read by then is chosen by its words. */
const budgetMs = 1_500

/** In other languages words and vectors choose alone. */
function readsIn({ languages }: Reader, language: LanguageCode): boolean {
  return languages?.includes(language) !== false
}

/** A reader that fails takes no answer along: words and vectors choose. */
export async function readPassages(
  reader: Reader | null,
  plan: QuestionPlan,
  scored: readonly ScoredSentence[],
  signal?: AbortSignal,
): Promise<ReadPassages> {
  if (reader === null) return nothingRead(null)
  if (!readsIn(reader, plan.language))
    return nothingRead('The reading model does not read questions in this language.')
  try {
    return await readBest(reader, plan, scored, signal)
  } catch (error) {
    if (!isRawiError(error) || error.code !== 'READER_UNAVAILABLE') throw error
    return nothingRead('The reading model failed; `npm run doctor` looks at it.')
  }
}

async function readBest(
  reader: Reader,
  { text, asked }: QuestionPlan,
  scored: readonly ScoredSentence[],
  signal: AbortSignal | undefined,
): Promise<ReadPassages> {
  const best = scored.slice(0, mostSentences)
  const given = [...new Set(best.map(({ sentence }) => sentence.evidence))].slice(0, mostPassages)
  const texts = given.map(({ passage }) => passage.text)
  const { spans, none, read } = await reader.read(text, texts, {
    budgetMs,
    ...(signal && { signal }),
  })
  const found = spans.map(({ passage, start, end, score }) => {
    const { start: from } = given[passage]!.passage
    return {
      evidence: given[passage]!,
      start: from + start,
      end: from + end,
      logOdds: score - none,
    }
  })
  const isTime = asksFor(asked, 'when')
  const isOfKind = isTime || asksNumber(asked)
  const words = new Map<Sentence, ReadWords>()
  for (const { sentence, spans: ofKind } of best) {
    const inside = wordsIn(sentence, found)
    const own = isOfKind ? (firstOfKind(inside, ofKind, isTime) ?? doubted(inside[0])) : inside[0]
    if (own !== undefined) words.set(sentence, own)
  }
  return { words, count: read, reason: read > 0 ? null : 'The time to read was over.' }
}

interface FoundSpan extends Span {
  readonly evidence: Evidence
  readonly logOdds: number
}

/** @param found - Best first. */
function wordsIn(
  { evidence, start, end }: Sentence,
  found: readonly FoundSpan[],
): readonly ReadWords[] {
  return found
    .filter((words) => words.evidence === evidence && words.start >= start && words.end <= end)
    .map((words) => ({
      start: words.start - start,
      end: words.end - start,
      logOdds: words.logOdds,
    }))
}

/**
 * The best words that meet spans of the asked-for kind: of a time these spans alone, a number with what was read of its
 * unit or of how exact it is ("about 300").
 */
function firstOfKind(
  words: readonly ReadWords[],
  ofKind: readonly Span[],
  isTime: boolean,
): ReadWords | undefined {
  for (const one of words) {
    const spans = ofKind.filter(({ start, end }) => start < one.end && one.start < end)
    const edges = isTime ? spans : [one, ...spans]
    if (spans.length > 0)
      return {
        ...one,
        start: Math.min(...edges.map(({ start }) => start)),
        end: Math.max(...edges.map(({ end }) => end)),
      }
  }
  return undefined
}

/** Log odds that words without the asked-for kind lose: the kind is not always told. */
const withoutKind = 2

function doubted(words: ReadWords | undefined): ReadWords | undefined {
  return words && { ...words, logOdds: words.logOdds - withoutKind }
}

/** A sentence that was not read counts like the least likely one that was. @returns Best first. */
export function byReading(scored: readonly ScoredSentence[]): readonly ScoredSentence[] {
  const least = Math.min(...scored.flatMap(({ read }) => read?.logOdds ?? []))
  if (least === Infinity) return scored
  return scored
    .map((one) => ({ ...one, score: one.score + weight * (one.read?.logOdds ?? least) }))
    .toSorted((a, b) => b.score - a.score)
}

/** How surely anything that was read answers: the best log odds; null when nothing was read. */
export function surestOf(scored: readonly ScoredSentence[]): number | null {
  const surest = Math.max(...scored.flatMap(({ read }) => read?.logOdds ?? []))
  return surest === -Infinity ? null : surest
}
