/**
 * Dataset reader: a retrieval set in BEIR layout, with gold answers and unanswerable questions where it has them.
 *
 * In:   a folder with `corpus.jsonl`, `queries.jsonl`, `qrels/test.tsv`, each `.jsonl` plain or `.gz`.
 * Out:  everything in memory; only questions that `qrels` judges are kept as queries.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { RawiError } from '../errors.ts'
import type { Grades } from './metrics.ts'

export interface DatasetDocument {
  readonly id: string
  readonly title: string
  readonly text: string
}

export interface DatasetQuery {
  readonly id: string
  readonly text: string
}

export interface Dataset {
  readonly documents: readonly DatasetDocument[]
  readonly queries: readonly DatasetQuery[]
  /** By query id, then by document id. */
  readonly grades: ReadonlyMap<string, Grades>
  /** Gold answer by query id; empty when the set has none. */
  readonly answers: ReadonlyMap<string, string>
  readonly unanswerable: readonly DatasetQuery[]
}

/** @throws {RawiError} `DATASET_INVALID` with the file, and the line where there is one. */
export function readDataset(folder: string): Dataset {
  const grades = readGrades(folder)
  const documents = readLines(folder, 'corpus', documentShape)
  const queries = readLines(folder, 'queries', queryShape).filter(({ id }) => grades.has(id))
  if (documents.length === 0 || queries.length === 0) {
    throw new RawiError(
      'DATASET_INVALID',
      `The dataset in ${folder} holds ${documents.length} documents and ${queries.length} judged queries. Both must be there.`,
    )
  }
  return {
    documents,
    queries,
    grades,
    answers: new Map(readLines(folder, 'answers', answerShape, 'optional')),
    unanswerable: readLines(folder, 'unanswerable', queryShape, 'optional'),
  }
}

const documentShape = z
  .object({ _id: z.coerce.string(), title: z.string().default(''), text: z.string() })
  .transform(({ _id, title, text }) => ({ id: _id, title, text }))
const queryShape = z
  .object({ _id: z.coerce.string(), text: z.string() })
  .transform(({ _id, text }) => ({ id: _id, text }))
const answerShape = z
  .object({ _id: z.coerce.string(), answer: z.string() })
  .transform(({ _id, answer }): readonly [string, string] => [_id, answer])

function readLines<Shape extends z.ZodType>(
  folder: string,
  name: string,
  shape: Shape,
  need: 'required' | 'optional' = 'required',
): readonly z.output<Shape>[] {
  const path = [`${name}.jsonl`, `${name}.jsonl.gz`]
    .map((file) => join(folder, file))
    .find((file) => existsSync(file))
  if (path === undefined) {
    if (need === 'optional') return []
    throw new RawiError('DATASET_INVALID', `${join(folder, `${name}.jsonl`)} (or .gz) is missing.`)
  }
  return parseJsonLines(readText(path), shape, path)
}

/** @throws {RawiError} `DATASET_INVALID` naming the line that is no JSON or has another shape. */
export function parseJsonLines<Shape extends z.ZodType>(
  text: string,
  shape: Shape,
  path: string,
): readonly z.output<Shape>[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      return [shape.parse(JSON.parse(line))]
    } catch (cause) {
      const why = cause instanceof z.ZodError ? z.prettifyError(cause) : 'it is no JSON'
      throw new RawiError('DATASET_INVALID', `${path}, line ${index + 1} cannot be read: ${why}.`, {
        cause,
      })
    }
  })
}

function readGrades(folder: string): ReadonlyMap<string, Grades> {
  const path = join(folder, 'qrels', 'test.tsv')
  if (!existsSync(path)) throw new RawiError('DATASET_INVALID', `${path} is missing.`)
  const grades = new Map<string, Map<string, number>>()
  readText(path)
    .split('\n')
    .forEach((line, index) => {
      const [query, document, grade] = line.trim().split('\t')
      if (query === undefined || document === undefined || query === '') return
      if (index === 0 && Number.isNaN(Number(grade))) return
      const known = grades.get(query) ?? new Map<string, number>()
      grades.set(query, known.set(document, Number(grade ?? 1)))
    })
  return grades
}

function readText(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
