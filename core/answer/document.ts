/**
 * The answer document: the JSON that `POST /v1/ask` and `ask --json` answer with.
 *
 * In:   what an archive answered.
 * Out:  plain data in the published shape; fields are added over time, never renamed or removed.
 */
import type { AskResult, ReadingReport } from '../archive.ts'
import type { ArchiveDays, Citation, ClaimGroup, RefusalReason, SearchMode } from '../question.ts'
import type { LanguageCode } from '../article.ts'
import type { PlanDocument } from '../question/plan-document.ts'

export interface AnswerDocument {
  readonly verdict: 'answer' | 'refusal'
  readonly language: LanguageCode
  readonly answer: string
  readonly citations: readonly Citation[]
  readonly nearest: readonly Citation[]
  readonly disagreement: readonly ClaimGroup[] | null
  readonly reason: RefusalReason | null
  readonly missing: readonly string[]
  /** On a refusal: what time the archive speaks of; absent where no article has a day. */
  readonly archive?: ArchiveDays | undefined
  readonly mode: SearchMode
  /** The whole question, where it leaned on the one before; null where it stands alone. */
  readonly readAs: string | null
  readonly generation: number
  readonly timings: { readonly totalMs: number }
  readonly reading: ReadingReport
  /** How the question was understood, where that was wished for. */
  readonly plan?: PlanDocument
}

export function documentFromResult({
  verdict,
  timings,
  generation,
  plan,
  reading,
}: AskResult): AnswerDocument {
  const isAnswer = verdict.kind === 'answer'
  return {
    verdict: verdict.kind,
    language: verdict.language,
    answer: verdict.text,
    citations: isAnswer ? verdict.citations : [],
    nearest: isAnswer ? [] : verdict.nearest,
    disagreement: isAnswer ? verdict.disagreement : null,
    reason: isAnswer ? null : verdict.reason,
    missing: isAnswer ? [] : verdict.missing,
    ...(!isAnswer && verdict.archive !== null && { archive: verdict.archive }),
    mode: verdict.mode,
    readAs: verdict.readAs,
    generation,
    timings: { totalMs: Math.round(timings.totalMs * 10) / 10 },
    reading,
    ...(plan !== undefined && { plan }),
  }
}
