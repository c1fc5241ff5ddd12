/**
 * Reader folder: reads what a local reading model is and checks that its files are whole before anything loads them.
 *
 * In:   a folder with `reader.json`, `tokenizer.json` and the graph `onnx/model_quantized.onnx`.
 * Out:  what they say, the pieces with their scores among it; checksums must be stated for both files.
 * Cost: 38 MB are read, 0.1 s.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { LanguageCode } from '../article.ts'
import { RawiError } from '../errors.ts'
import { sha256Of } from '../semantic/model-folder.ts'

const files = ['onnx/model_quantized.onnx', 'tokenizer.json'] as const

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const card = z.object({
  name: z.string().min(1),
  languages: z.array(z.string().min(2)).optional(),
  questionPieces: z.number().int().positive(),
  passagePieces: z.number().int().min(2),
  threads: z.number().int().positive().optional(),
  sha256: z.object({ [files[0]]: sha256, [files[1]]: sha256 }),
})

/** The rest of a tokenizer's file is not used: `PieceCutter` folds and splits as the training did. */
const tokenizer = z.object({
  model: z.object({
    type: z.literal('Unigram'),
    unk_id: z.number().int(),
    vocab: z.array(z.tuple([z.string(), z.number()])).min(8),
  }),
})

export interface ReaderFolder {
  readonly folder: string
  readonly name: string
  readonly languages?: readonly LanguageCode[]
  /** The file of the graph. */
  readonly graph: string
  /** Pieces at most of a question, and of a window of a passage. */
  readonly questionPieces: number
  readonly passagePieces: number
  /** That a run of the graph is worth; absent for as many as there are cores. */
  readonly threads?: number
  /** Pieces with their log probabilities, by id. */
  readonly vocabulary: readonly (readonly [piece: string, score: number])[]
  readonly unknown: number
  readonly fingerprint: string
}

/** @throws {RawiError} `READER_UNAVAILABLE` when a file is missing, unreadable or not what its checksum says. */
export async function readReaderFolder(folder: string): Promise<ReaderFolder> {
  const {
    sha256: expected,
    name,
    languages,
    threads,
    ...sizes
  } = await read(folder, 'reader.json', card)
  for (const file of files) {
    const found = await sha256Of(join(folder, file)).catch((cause: unknown) => {
      throw unusable(folder, `it has no readable ${file}`, cause)
    })
    if (found !== expected[file])
      throw unusable(
        folder,
        `${file} is damaged: its sha256 is ${found}, expected ${expected[file]}`,
      )
  }
  const { model } = await read(folder, 'tokenizer.json', tokenizer)
  return {
    folder,
    name,
    ...(languages && { languages }),
    ...(threads && { threads }),
    ...sizes,
    graph: join(folder, files[0]),
    vocabulary: model.vocab,
    unknown: model.unk_id,
    fingerprint: [name, ...files.map((file) => expected[file].slice(0, 16))].join(':'),
  }
}

/** What is wrong with the reading model in a folder, and what mends it. */
export function unusable(folder: string, why: string, cause?: unknown): RawiError {
  return new RawiError(
    'READER_UNAVAILABLE',
    `The reading model in ${folder} cannot be used: ${why}. Restore the folder, or answer without a reader.`,
    { cause },
  )
}

async function read<Shape extends z.ZodType>(
  folder: string,
  file: string,
  shape: Shape,
): Promise<z.output<Shape>> {
  try {
    return shape.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
    throw unusable(folder, `${file} cannot be read: ${why}`, cause)
  }
}
