/**
 * Reading evaluation: how well a reader finds the asked-for words in a context, and tells when it does not hold them.
 *
 * In:     questions with a context each and the answers that it holds, none where it does not.
 * Out:    F1 and EM of the best span, over the questions that are answerable; how the best span's score above none parts
 *         these from the rest: the area under the curve, and the unanswerable refused where 8 % of the answerable are.
 * Source: Rajpurkar et al. 2016: the best over all gold answers, by the words that both hold; words are compared by
 *         their folded letters, without the Arabic article, "a", "an" and "the".
 */
import { z } from 'zod'
import { fold } from '../language/index.ts'
import type { Reader } from '../reading/index.ts'
import { readPackedLines } from './packed-lines.ts'

export interface ReadingQuestion {
  readonly context: string
  readonly question: string
  /** Empty where the context holds no answer. */
  readonly answers: readonly string[]
}

export interface ReadingFigures {
  readonly questions: number
  readonly answerable: number
  /** Null with no answerable question. */
  readonly f1: number | null
  readonly em: number | null
  /** Null unless there are questions of both kinds. */
  readonly noAnswerAuc: number | null
  readonly refusedAt8: number | null
}

const shape = z.object({
  context: z.string(),
  question: z.string().min(1),
  answers: z.array(z.string().min(1)),
})

const refusedOfAnswerable = 0.08

/** @throws {RawiError} As `readPackedLines` does. */
export function readReadingQuestions(path: string): readonly ReadingQuestion[] {
  return readPackedLines(path, shape)
}

/** @throws {RawiError} `READER_UNAVAILABLE` when the model cannot run. */
export async function evaluateReading(
  reader: Reader,
  questions: readonly ReadingQuestion[],
  signal?: AbortSignal,
): Promise<ReadingFigures> {
  const f1: number[] = []
  const em: number[] = []
  const sure: { readonly answerable: number[]; readonly unanswerable: number[] } = {
    answerable: [],
    unanswerable: [],
  }
  for (const { context, question, answers } of questions) {
    signal?.throwIfAborted()
    const { spans, none } = await reader.read(question, [context])
    const [best] = spans
    const margin = best === undefined ? -Infinity : best.score - none
    if (answers.length === 0) {
      sure.unanswerable.push(margin)
      continue
    }
    sure.answerable.push(margin)
    const told = best === undefined ? '' : context.slice(best.start, best.end)
    f1.push(Math.max(...answers.map((answer) => wordsShared(told, answer))))
    em.push(Math.max(...answers.map((answer) => Number(isSame(told, answer)))))
  }
  return {
    questions: questions.length,
    answerable: f1.length,
    f1: mean(f1),
    em: mean(em),
    noAnswerAuc: areaUnderCurve(sure.answerable, sure.unanswerable),
    refusedAt8: refusedAt(sure.answerable, sure.unanswerable),
  }
}

/** F1 of the words that both hold, each as often as both do. */
export function wordsShared(told: string, gold: string): number {
  const a = comparedWords(told)
  const b = comparedWords(gold)
  if (a.length === 0 || b.length === 0) return Number(a.length === b.length)
  const left = new Map<string, number>()
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1)
  const shared = a.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  }).length
  return (2 * shared) / (a.length + b.length)
}

/** Share of pairs in which the higher one is the answerable; equal ones count half. */
export function areaUnderCurve(high: readonly number[], low: readonly number[]): number | null {
  if (high.length === 0 || low.length === 0) return null
  let won = 0
  for (const a of high) for (const b of low) won += a > b ? 1 : a === b ? 0.5 : 0
  return won / (high.length * low.length)
}

function refusedAt(answerable: readonly number[], unanswerable: readonly number[]): number | null {
  if (answerable.length === 0 || unanswerable.length === 0) return null
  const least = answerable.toSorted((a, b) => a - b)[
    Math.floor(refusedOfAnswerable * answerable.length)
  ]!
  return unanswerable.filter((margin) => margin < least).length / unanswerable.length
}

function isSame(told: string, gold: string): boolean {
  return comparedWords(told).join(' ') === comparedWords(gold).join(' ')
}

function comparedWords(text: string): readonly string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words
    .map((word) => (word.startsWith('ال') && word.length > 4 ? word.slice(2) : word))
    .filter((word) => !['a', 'an', 'the'].includes(word))
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length
}
