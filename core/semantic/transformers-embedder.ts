/**
 * Transformers embedder: the one file that knows @xenova/transformers.
 *
 * In:   a checked model folder.
 * Out:  an `Embedder`; vectors have unit length whatever the graph does.
 * Cost: one run of the graph a text, or for many single words. With the shipped model batches of 8 or 32 were slower (200–260 passages a second
 *       against 500–700, before pieces were kept): padding adds to what tokenizing costs.
 *
 * The package is frozen upstream at 2.17 and keeps its settings in one global object; here they allow local files
 * alone, and folders are loaded one after the other.
 */
import {
  AutoModel,
  AutoTokenizer,
  env,
  type PreTrainedTokenizer,
  type Tensor,
} from '@xenova/transformers'
import { basename, dirname, resolve } from 'node:path'
import { RawiError } from '../errors.ts'
import { compilePatterns } from './compiled-patterns.ts'
import type { Embedder } from './embedder.ts'
import { keepPieces } from './kept-pieces.ts'
import type { ModelFolder } from './model-folder.ts'

/** Longest stretch of text handed to a tokenizer, per token it may keep: tokenizers read all before they truncate. */
const charactersPerToken = 12

/** Texts no longer than this, words say, are embedded together: there is little to pad, and a run costs more than they. */
const wordLength = 32
const wordsTogether = 256

type Graph = (inputs: unknown) => Promise<Record<string, Tensor | undefined>>

let loading: Promise<unknown> = Promise.resolve()

/** @throws {RawiError} `EMBEDDER_UNAVAILABLE` when tokenizer or graph cannot be loaded or run. */
export async function createTransformersEmbedder(model: ModelFolder): Promise<Embedder> {
  const { tokenizer, graph, dispose } = await load(model)
  const longest = model.maxTokens * charactersPerToken

  async function embedOne(text: string, role: 'question' | 'passage'): Promise<Float32Array> {
    const inputs: { attention_mask: Tensor } = tokenizer(
      model.prefixes[role] + text.slice(0, longest),
      { truncation: true },
    )
    const outputs = await graph(inputs)
    const pooled = outputs[model.output]
    return normalise(
      pooled
        ? (pooled.data as Float32Array)
        : poolTokens(outputs, inputs.attention_mask, model.pooling),
    )
  }

  /** @returns null when the graph gives no vectors of whole texts. */
  async function embedTogether(
    texts: readonly string[],
    role: 'question' | 'passage',
  ): Promise<readonly Float32Array[] | null> {
    const inputs: unknown = tokenizer(
      texts.map((text) => model.prefixes[role] + text),
      { padding: true, truncation: true },
    )
    const pooled = (await graph(inputs))[model.output]
    if (pooled === undefined) return null
    const width = pooled.data.length / texts.length
    const data = pooled.data as Float32Array
    return texts.map((_, at) => normalise(data.slice(at * width, (at + 1) * width)))
  }

  async function embed(
    texts: readonly string[],
    role: 'question' | 'passage',
  ): Promise<readonly Float32Array[]> {
    const vectors: Float32Array[] = []
    const areWords = texts.length > 1 && texts.every(({ length }) => length <= wordLength)
    for (let at = 0; at < texts.length;) {
      const some = texts.slice(at, areWords ? at + wordsTogether : at + 1)
      const together = some.length > 1 ? await embedTogether(some, role) : null
      if (together !== null) vectors.push(...together)
      else for (const text of some) vectors.push(await embedOne(text, role))
      at += some.length
    }
    return vectors
  }

  // The first run proves that the graph works and tells the dimensions.
  const [probe] = await embed(['Rawi راوی'], 'question').catch((cause: unknown) => {
    throw unusable(model, cause)
  })
  return {
    fingerprint: model.fingerprint,
    name: model.name,
    dimensions: probe!.length,
    folder: model.folder,
    ...(model.languages && { languages: model.languages }),
    embed: (texts, role) =>
      embed(texts, role).catch((cause: unknown) => {
        throw unusable(model, cause)
      }),
    close: dispose,
  }
}

async function load(model: ModelFolder) {
  const attempt = loading
    .catch(() => undefined)
    .then(async () => {
      const folder = resolve(model.folder)
      env.allowRemoteModels = false
      env.allowLocalModels = true
      env.useFSCache = false
      env.useBrowserCache = false
      env.localModelPath = dirname(folder)
      const name = basename(folder)
      const tokenizer: PreTrainedTokenizer = await AutoTokenizer.from_pretrained(name)
      // Some exports state none. Given here rather than with each call, where it would also be what is padded to.
      tokenizer.model_max_length = Math.min(tokenizer.model_max_length || Infinity, model.maxTokens)
      compilePatterns(tokenizer)
      keepPieces(tokenizer)
      const network = await AutoModel.from_pretrained(name, { quantized: model.quantised })
      return {
        tokenizer,
        graph: (inputs: unknown) => (network as unknown as Graph)(inputs),
        dispose: async () => {
          await network.dispose()
        },
      }
    })
  loading = attempt
  return attempt.catch((cause: unknown) => {
    throw unusable(model, cause)
  })
}

/** Token vectors of one text to its vector: their mean under the mask, or the first. */
function poolTokens(
  outputs: Record<string, Tensor | undefined>,
  mask: Tensor,
  pooling: 'mean' | 'cls',
): Float32Array {
  const states = outputs['last_hidden_state'] ?? outputs['token_embeddings']
  if (!states) {
    throw new Error(
      `the graph gives ${Object.keys(outputs).join(', ')}, no sentence or token vectors`,
    )
  }
  const [, tokens = 0, width = 0] = states.dims
  const data = states.data as Float32Array
  const kept = mask.data as BigInt64Array
  const vector = new Float32Array(width)
  for (let token = 0; token < (pooling === 'cls' ? 1 : tokens); token++) {
    if (pooling === 'mean' && !kept[token]) continue
    for (let i = 0; i < width; i++) vector[i]! += data[token * width + i]!
  }
  return vector
}

function normalise(vector: Float32Array): Float32Array {
  let squares = 0
  for (let at = 0; at < vector.length; at++) squares += vector[at]! * vector[at]!
  const norm = Math.sqrt(squares)
  if (!Number.isFinite(norm)) throw new Error('the graph gave a vector that is not finite')
  return norm > 0 ? vector.map((x) => x / norm) : vector
}

function unusable(model: ModelFolder, cause: unknown): RawiError {
  if (cause instanceof RawiError) return cause
  const why = cause instanceof Error ? cause.message : String(cause)
  return new RawiError(
    'EMBEDDER_UNAVAILABLE',
    `The model ${model.name} in ${model.folder} cannot be used: ${why}. Restore the folder, or set EMBEDDING_MODEL to another model ("none" for keyword search only).`,
    { cause },
  )
}
