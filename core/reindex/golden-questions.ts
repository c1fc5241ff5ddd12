/**
 * Golden questions: an operator's own questions with the articles that answer them, asked of a generation before it is
 * published, see `ask-golden.ts`.
 *
 * In:  JSON lines `{"question": "…", "articles": ["id", …], "lang"?: "fa"}`.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { RawiError } from '../errors.ts'
import { parseJsonLines } from '../eval/dataset.ts'

export interface GoldenQuestion {
  readonly question: string
  /** Any of them is a right source. */
  readonly articles: readonly string[]
  readonly lang?: string | undefined
}

const shape = z.object({
  question: z.string().trim().min(1),
  articles: z.array(z.string()).min(1),
  lang: z.string().optional(),
})

/** @throws {RawiError} `DATASET_INVALID` when there is no such file, or with the line that cannot be read. */
export function readGoldenQuestions(path: string): readonly GoldenQuestion[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new RawiError(
      'DATASET_INVALID',
      `The golden questions at ${path} cannot be read. Check GOLDEN_QUESTIONS.`,
      { cause },
    )
  }
  return parseJsonLines(text, shape, path)
}
