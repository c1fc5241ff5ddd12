/**
 * Model folder: reads what a local model is and checks that its files are whole before anything loads them.
 *
 * Layout (that of models exported for transformers.js): `config.json`, `tokenizer.json`, `tokenizer_config.json`,
 * `onnx/model_quantized.onnx` or `onnx/model.onnx`, and optionally `embedder.json` with what only the maker knows:
 * dimensions, languages, prefixes, the output to read, threads, the checksums. Without it prefixes follow the model's family.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { LanguageCode } from '../article.ts'
import { RawiError } from '../errors.ts'

const card = z.object({
  name: z.string().min(1).optional(),
  dimensions: z.int().positive().optional(),
  languages: z.array(z.string().min(2)).optional(),
  output: z.string().min(1).optional(),
  pooling: z.enum(['mean', 'cls']).optional(),
  queryPrefix: z.string().optional(),
  passagePrefix: z.string().optional(),
  maxTokens: z.int().positive().optional(),
  threads: z.int().positive().optional(),
  sha256: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)).optional(),
})

export interface ModelFolder {
  readonly folder: string
  readonly name: string
  /** Of its vectors; absent when the maker does not say. */
  readonly dimensions?: number
  /** The file of the graph, in the folder. */
  readonly graph: string
  /** The graph's output that already is one vector a text, when it has one. */
  readonly output: string
  /** How token vectors become one vector where the graph gives token vectors only. */
  readonly pooling: 'mean' | 'cls'
  readonly prefixes: { readonly question: string; readonly passage: string }
  readonly maxTokens: number
  /** That a run of the graph is worth; absent for as many as there are cores. */
  readonly threads?: number
  /** In which questions may be asked as they are; absent when the maker does not say. */
  readonly languages?: readonly LanguageCode[]
  /** Name and checksums of graph and tokenizer. */
  readonly fingerprint: string
}

/** Prefixes that families of models were trained with; from their model cards. */
const families = [
  { pattern: /(^|[/-])e5-/i, question: 'query: ', passage: 'passage: ' },
  { pattern: /nomic-embed/i, question: 'search_query: ', passage: 'search_document: ' },
  {
    pattern: /bge-(small|base|large)-en/i,
    question: 'Represent this sentence for searching relevant passages: ',
    passage: '',
  },
] as const

/**
 * @throws {RawiError} `EMBEDDER_UNAVAILABLE` when a file is missing, unreadable or not what its checksum says.
 */
export async function readModelFolder(folder: string): Promise<ModelFolder> {
  const small = 'onnx/model_quantized.onnx'
  const graph = existsSync(join(folder, small)) ? small : 'onnx/model.onnx'
  for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json', graph]) {
    if (!existsSync(join(folder, file))) throw missing(folder, file)
  }
  const { sha256: expected = {}, ...about } = await readCard(folder)
  const checksums: string[] = []
  for (const file of new Set([...Object.keys(expected), graph, 'tokenizer.json'])) {
    const found = await sha256Of(join(folder, file)).catch((cause: unknown) => {
      throw missing(folder, file, cause)
    })
    if (expected[file] !== undefined && expected[file] !== found) {
      throw new RawiError(
        'EMBEDDER_UNAVAILABLE',
        `The model file ${join(folder, file)} is damaged: its sha256 is ${found}, expected ${expected[file]}. Restore the file, or remove the folder so that it is fetched anew.`,
      )
    }
    if (file === graph || file === 'tokenizer.json') checksums.push(found.slice(0, 16))
  }
  const name = about.name ?? basename(folder)
  const family = families.find(({ pattern }) => pattern.test(name))
  return {
    folder,
    name,
    ...(about.dimensions && { dimensions: about.dimensions }),
    graph,
    output: about.output ?? 'sentence_embedding',
    pooling: about.pooling ?? (await poolingOf(folder)),
    prefixes: {
      question: about.queryPrefix ?? family?.question ?? '',
      passage: about.passagePrefix ?? family?.passage ?? '',
    },
    maxTokens: about.maxTokens ?? 512,
    ...(about.threads && { threads: about.threads }),
    ...(about.languages && { languages: about.languages }),
    fingerprint: [name, ...checksums.toSorted()].join(':'),
  }
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

async function readCard(folder: string): Promise<z.infer<typeof card>> {
  const path = join(folder, 'embedder.json')
  if (!existsSync(path)) return {}
  try {
    return card.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
    throw new RawiError('EMBEDDER_UNAVAILABLE', `Cannot use ${path}: ${why}. Correct the file.`, {
      cause,
    })
  }
}

/** Sentence-transformers models state their pooling in `1_Pooling/config.json`; mean is what most others use. */
async function poolingOf(folder: string): Promise<'mean' | 'cls'> {
  const text = await readFile(join(folder, '1_Pooling/config.json'), 'utf8').catch(() => '{}')
  return /"pooling_mode_cls_token"\s*:\s*true/.test(text) ? 'cls' : 'mean'
}

function missing(folder: string, file: string, cause?: unknown): RawiError {
  return new RawiError(
    'EMBEDDER_UNAVAILABLE',
    `The model folder ${folder} has no readable ${file}. Put a model exported for transformers.js there, or set EMBEDDING_MODEL to another one ("none" for keyword search only).`,
    { cause },
  )
}
