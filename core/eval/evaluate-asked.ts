/**
 * Asked evaluation: how questions are answered as people type them, over an index that is there.
 *
 * In:   questions with a needle each, a pattern on folded text, or none where the archive does not hold the answer; an archive.
 * Out:  counts as `readAsked` lines are judged: right where a shown quote of a named article holds the needle, "first"
 *       where the first does; without a needle a refusal alone is right.
 */
import { z } from 'zod'
import type { Archive } from '../archive.ts'
import { documentFromResult, type AnswerDocument } from '../answer/document.ts'
import type { Citation } from '../question.ts'
import { percentile } from './metrics.ts'
import { readPackedLines } from './packed-lines.ts'

const line = z.object({
  id: z.string(),
  lang: z.string().optional(),
  kind: z.string().optional(),
  q: z.string().min(1),
  /** Asked just before it, in the same conversation. */
  before: z.string().min(1).optional(),
  articles: z.array(z.string()),
  needle: z.string().min(1).refine(isPattern, 'is no pattern').nullable(),
})

export type AskedQuestion = Readonly<z.infer<typeof line>>

/** `later`: in another quote than the first. `answered`: where nothing was to be said. */
export type AskedJudgement = 'first' | 'later' | 'wrong' | 'refused' | 'answered'

export interface AskedRow {
  readonly question: AskedQuestion
  readonly document: AnswerDocument
  readonly judged: AskedJudgement
  readonly ms: number
}

export interface AskedFigures {
  readonly answerable: number
  readonly right: number
  readonly first: number
  readonly wronglyRefused: number
  readonly wrong: number
  readonly unanswerable: number
  readonly refused: number
  readonly medianMs: number
  /** Of the text of right answers, or of their quotes where these are longer. */
  readonly medianCharactersShown: number
  /** Of answers whose first quote is right: those whose asked-for words hold the needle too. */
  readonly spansRight: number
  readonly medianSpanWords: number
}

/** @throws {RawiError} As `readPackedLines` does. */
export function readAskedQuestions(path: string): readonly AskedQuestion[] {
  return readPackedLines(path, line)
}

export async function askAll(
  archive: Archive,
  questions: readonly AskedQuestion[],
  signal?: AbortSignal,
): Promise<readonly AskedRow[]> {
  const rows: AskedRow[] = []
  for (const question of questions) {
    signal?.throwIfAborted()
    const conversation =
      question.before === undefined ? null : await after(archive, question.before)
    const started = performance.now()
    const result = await archive.ask({
      question: question.q,
      ...(conversation && { conversation }),
    })
    const ms = performance.now() - started
    const document = documentFromResult(result)
    rows.push({ question, document, judged: judgeAsked(question, document), ms })
  }
  return rows
}

async function after(archive: Archive, previousQuestion: string) {
  const { citations } = documentFromResult(await archive.ask({ question: previousQuestion }))
  const cited = new Set(citations.map(({ articleId }) => articleId))
  return { previousQuestion, citedArticleIds: [...cited].slice(0, 20) }
}

export function judgeAsked(question: AskedQuestion, document: AnswerDocument): AskedJudgement {
  if (document.verdict === 'refusal') return 'refused'
  if (question.needle === null) return 'answered'
  const at = document.citations.findIndex(
    ({ articleId, quote }) => question.articles.includes(articleId) && holds(question, quote),
  )
  return at === 0 ? 'first' : at > 0 ? 'later' : 'wrong'
}

export function askedFigures(rows: readonly AskedRow[]): AskedFigures {
  const answerable = rows.filter(({ question }) => question.needle !== null)
  const others = rows.filter(({ question }) => question.needle === null)
  const count = (some: readonly AskedRow[], ...judged: readonly AskedJudgement[]): number =>
    some.filter((row) => judged.includes(row.judged)).length
  const right = answerable.filter(({ judged }) => judged === 'first' || judged === 'later')
  const spans = answerable.flatMap(({ question, document, judged }) => {
    const words = judged === 'first' ? spanOf(document.citations[0]!) : null
    return words === null ? [] : [{ question, words }]
  })
  return {
    answerable: answerable.length,
    right: right.length,
    first: count(answerable, 'first'),
    wronglyRefused: count(answerable, 'refused'),
    wrong: count(answerable, 'wrong'),
    unanswerable: others.length,
    refused: count(others, 'refused'),
    medianMs: Math.round(
      percentile(
        rows.map(({ ms }) => ms),
        0.5,
      ),
    ),
    medianCharactersShown: Math.round(
      percentile(
        right.map(({ document }) => shown(document)),
        0.5,
      ),
    ),
    spansRight: spans.filter(({ question, words }) => holds(question, words)).length,
    medianSpanWords: percentile(
      spans.map(({ words }) => words.trim().split(/\s+/u).length),
      0.5,
    ),
  }
}

function spanOf({ quote, start, span }: Citation): string | null {
  return span === null ? null : quote.slice(span.start - start, span.end - start)
}

function shown({ answer, citations }: AnswerDocument): number {
  return Math.max(
    answer.length,
    citations.reduce((sum, { quote }) => sum + quote.length, 0),
  )
}

function isPattern(needle: string): boolean {
  try {
    return new RegExp(asNeedle(needle), 'u').source !== ''
  } catch {
    return false
  }
}

function holds({ needle }: AskedQuestion, text: string): boolean {
  return new RegExp(asNeedle(needle!), 'u').test(asNeedle(text))
}

const written = 'يىكةأإآؤئ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩'
const alike = 'ییکهاااوی01234567890123456789'

/** As needles are written: Persian letters, Latin digits, without hamza, marks and half-spaces. */
function asNeedle(text: string): string {
  return text
    .replaceAll(/[يىكةأإآؤئ۰-۹٠-٩]/gu, (letter) => alike[written.indexOf(letter)]!)
    .replaceAll('\u200c', ' ')
    .replaceAll('ء', '')
    .replaceAll(/[\u064b-\u065f\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
}
