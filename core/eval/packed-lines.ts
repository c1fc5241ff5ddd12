/** Lines of JSON in one shape, from a plain file or one packed by gzip. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { z } from 'zod'
import { RawiError } from '../errors.ts'
import { parseJsonLines } from './dataset.ts'

/** @throws {RawiError} `DATASET_INVALID` when the file, or a line of it, cannot be read, or there is none. */
export function readPackedLines<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
): readonly z.output<Shape>[] {
  let text: string
  try {
    const bytes = readFileSync(path)
    text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  } catch (cause) {
    throw new RawiError('DATASET_INVALID', `${path} cannot be read: ${String(cause)}.`, { cause })
  }
  const questions = parseJsonLines(text, shape, path)
  if (questions.length === 0)
    throw new RawiError('DATASET_INVALID', `${path} holds no question. Give one with some.`)
  return questions
}
