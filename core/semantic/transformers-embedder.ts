/**
 * Transformers embedder: the one file that knows @xenova/transformers.
 *
 * In:   a checked model folder.
 * Out:  an `Embedder`; vectors have unit length whatever the graph does.
 * Cost: batches of texts of like length, so that little is spent on padding.
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
import type { Embedder } from './embedder.ts'
import type { ModelFolder } from './model-folder.ts'

/** Texts a run of the graph; larger costs memory, smaller costs calls. */
const batchSize = 32
/** Longest stretch of text handed to a tokenizer, per token it may keep: tokenizers read all before they truncate. */
const charactersPerToken = 12

type Graph = (inputs: unknown) => Promise<Record<string, Tensor | undefined>>

let loading: Promise<unknown> = Promise.resolve()

/** @throws {RawiError} `EMBEDDER_UNAVAILABLE` when tokenizer or graph cannot be loaded or run. */
export async function createTransformersEmbedder(model: ModelFolder): Promise<Embedder> {
  const { tokenizer, graph, dispose } = await load(model)
  const longest = model.maxTokens * charactersPerToken

  async function embedBatch(texts: readonly string[]): Promise<Float32Array[]> {
    const inputs: { attention_mask: Tensor } = tokenizer([...texts], {
      padding: true,
      truncation: true,
    })
    const outputs = await graph(inputs)
    const pooled = outputs[model.output]
    const vectors = pooled
      ? rowsOf(pooled)
      : poolTokens(outputs, inputs.attention_mask, model.pooling)
    return vectors.map(normalise)
  }

  async function embed(
    texts: readonly string[],
    role: 'question' | 'passage',
  ): Promise<readonly Float32Array[]> {
    const order = texts.map((text, index) => ({
      index,
      text: model.prefixes[role] + text.slice(0, longest),
    }))
    order.sort((a, b) => a.text.length - b.text.length)
    const vectors: Float32Array[] = []
    for (let at = 0; at < order.length; at += batchSize) {
      const batch = order.slice(at, at + batchSize)
      const embedded = await embedBatch(batch.map(({ text }) => text))
      for (const [i, { index }] of batch.entries()) vectors[index] = embedded[i]!
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

function rowsOf(tensor: Tensor): Float32Array[] {
  const width = tensor.dims.at(-1)!
  const data = tensor.data as Float32Array
  return Array.from({ length: tensor.dims[0]! }, (_, i) => data.slice(i * width, (i + 1) * width))
}

/** Token vectors to one vector a text: the mean under the mask, or the first token's. */
function poolTokens(
  outputs: Record<string, Tensor | undefined>,
  mask: Tensor,
  pooling: 'mean' | 'cls',
): Float32Array[] {
  const states = outputs['last_hidden_state'] ?? outputs['token_embeddings']
  if (!states) {
    throw new Error(
      `the graph gives ${Object.keys(outputs).join(', ')}, no sentence or token vectors`,
    )
  }
  const [texts = 0, tokens = 0, width = 0] = states.dims
  const data = states.data as Float32Array
  const kept = mask.data as BigInt64Array
  return Array.from({ length: texts }, (_, text) => {
    const vector = new Float32Array(width)
    for (let token = 0; token < (pooling === 'cls' ? 1 : tokens); token++) {
      if (pooling === 'mean' && !kept[text * tokens + token]) continue
      const at = (text * tokens + token) * width
      for (let i = 0; i < width; i++) vector[i]! += data[at + i]!
    }
    return vector
  })
}

function normalise(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector)
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
