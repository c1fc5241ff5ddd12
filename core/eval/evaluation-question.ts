/**
 * Evaluation questions: the product's own questions with what a right verdict must show.
 *
 * In:   JSON lines as `data/eval/README.md` describes them.
 * Out:  questions in file order; the needles exactly as the articles spell them.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { parseJsonLines } from './dataset.ts'

/** Any one of the strings is enough. */
export type Needle = readonly string[]

export interface EvaluationQuestion {
  readonly id: string
  readonly language: string
  readonly kind: string
  readonly split: 'dev' | 'reported'
  readonly question: string
  /** Any of them is a right source; none for a question that must be refused. */
  readonly articles: readonly string[]
  /** Every needle must be shown; empty for a question that must be refused. */
  readonly needles: readonly Needle[]
}

/** @throws {RawiError} `DATASET_INVALID` with the line. */
export function readEvaluationQuestions(path: string): readonly EvaluationQuestion[] {
  return parseJsonLines(readFileSync(path, 'utf8'), shape, path)
}

const needle = z.union([z.string().transform((one) => [one]), z.array(z.string())])

const shape = z
  .object({
    id: z.string(),
    lang: z.string(),
    kind: z.string(),
    split: z.enum(['dev', 'reported']),
    question: z.string(),
    articles: z.array(z.string()),
    needle: needle.nullable(),
    needlesAll: z.array(needle).optional(),
  })
  .transform(({ lang, needle: one, needlesAll, ...rest }): EvaluationQuestion => ({
    ...rest,
    language: lang,
    needles: needlesAll ?? (one === null ? [] : [one]),
  }))
