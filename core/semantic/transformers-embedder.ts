/**
 * Transformers embedder: a model made for @xenova/transformers, by a tokenizer of that package and a run of its graph.
 *
 * In:   a checked model folder.
 * Out:  an `Embedder`; vectors have unit length whatever the graph does.
 * Cost: one run of the graph a passage, or for some sentences or many words of about one length: a run of the shipped
 *       model costs as much as three words, and padding passages costs more than runs of their own.
 *
 * The graph's session is made here: the package reads the file twice and lets onnxruntime start a thread a core, and of
 * these all but the first wait for work by spinning. A graph that only looks vectors up gains nothing by them, and they
 * took two fifths of a second core from the scan of vectors.
 */
import onnx, { type Tensor } from 'onnxruntime-node'
import { join } from 'node:path'
import { RawiError } from '../errors.ts'
import type { Embedder } from './embedder.ts'
import { loadTokenizer } from './load-tokenizer.ts'
import type { ModelFolder } from './model-folder.ts'

/** Longest stretch of text handed to a tokenizer, per token it may keep: tokenizers read all before they truncate. */
const charactersPerToken = 12

/** Characters of all texts that are embedded together, each as long as the longest. */
const charactersTogether = 1_024

/** Token ids and masks of some texts, each as long as the longest. */
type Encoded = Readonly<Record<string, readonly (readonly number[])[]>>

type Graph = (inputs: Encoded) => Promise<Readonly<Record<string, Tensor | undefined>>>

/** @throws {RawiError} `EMBEDDER_UNAVAILABLE` when tokenizer or graph cannot be loaded or run. */
export async function createTransformersEmbedder(model: ModelFolder): Promise<Embedder> {
  const { encode, graph } = await load(model)
  const longest = model.maxTokens * charactersPerToken

  async function embedTogether(
    texts: readonly string[],
    role: 'question' | 'passage',
  ): Promise<readonly Float32Array[]> {
    const inputs = encode(texts.map((text) => model.prefixes[role] + text.slice(0, longest)))
    const outputs = await graph(inputs)
    const pooled = outputs[model.output]
    return texts.map((_, row) =>
      normalise(
        pooled
          ? rowOf(pooled, row)
          : poolTokens(outputs, inputs['attention_mask']![row]!, { row, pooling: model.pooling }),
      ),
    )
  }

  async function embed(
    texts: readonly string[],
    role: 'question' | 'passage',
  ): Promise<readonly Float32Array[]> {
    const vectors: Float32Array[] = []
    for (const places of alikeInLength(texts)) {
      const together = await embedTogether(
        places.map((place) => texts[place]!),
        role,
      )
      for (const [at, place] of places.entries()) vectors[place] = together[at]!
    }
    return vectors
  }

  // The first run proves that the graph works and tells the dimensions.
  const [probe] = await embed(['Rawi راوی'], 'question').catch((cause: unknown) => {
    throw unusable(model, cause)
  })
  const { length: dimensions } = probe!
  if (model.dimensions !== undefined && dimensions !== model.dimensions) {
    throw unusable(
      model,
      new Error(
        `its vectors have ${dimensions} dimensions where embedder.json says ${model.dimensions}`,
      ),
    )
  }
  return {
    fingerprint: model.fingerprint,
    name: model.name,
    dimensions,
    folder: model.folder,
    ...(model.languages && { languages: model.languages }),
    embed: (texts, role) =>
      embed(texts, role).catch((cause: unknown) => {
        throw unusable(model, cause)
      }),
    // onnxruntime 1.14 frees a session with the last reference to it.
    close: async () => undefined,
  }
}

async function load(model: ModelFolder) {
  try {
    const tokenizer = await loadTokenizer(model)
    const session = await onnx.InferenceSession.create(join(model.folder, model.graph), {
      ...(model.threads !== undefined && { intraOpNumThreads: model.threads }),
    })
    return {
      encode: (texts: readonly string[]): Encoded =>
        tokenizer(texts, { padding: true, truncation: true, return_tensor: false }),
      graph: graphOf(session),
    }
  } catch (cause) {
    throw unusable(model, cause)
  }
}

function graphOf(session: onnx.InferenceSession): Graph {
  return (inputs) => {
    const ids = inputs['input_ids']!
    const dims = [ids.length, ids[0]!.length]
    const feeds: Record<string, Tensor> = {}
    for (const name of session.inputNames) {
      // What a tokenizer does not tell, as which of two texts a token is of, is 0 throughout.
      const values = BigInt64Array.from(inputs[name]?.flat() ?? ids.flat().fill(0), BigInt)
      feeds[name] = new onnx.Tensor('int64', values, dims)
    }
    return session.run(feeds)
  }
}

/** Places of texts, those together that are to be embedded together. */
function alikeInLength(texts: readonly string[]): readonly (readonly number[])[] {
  const groups: number[][] = []
  const byLength = [...texts.keys()].toSorted((a, b) => texts[a]!.length - texts[b]!.length)
  for (const place of byLength) {
    const last = groups.at(-1)
    const padded = ((last?.length ?? 0) + 1) * texts[place]!.length
    if (last !== undefined && padded <= charactersTogether) last.push(place)
    else groups.push([place])
  }
  return groups
}

/** Of a tensor whose first dimension is that of the texts. */
function rowOf({ data, dims }: Tensor, row: number): Float32Array {
  const width = data.length / dims[0]!
  return (data as Float32Array).slice(row * width, (row + 1) * width)
}

/** Token vectors of a text to its vector: their mean under the mask, or the first. */
function poolTokens(
  outputs: Record<string, Tensor | undefined>,
  mask: readonly number[],
  { row, pooling }: { readonly row: number; readonly pooling: 'mean' | 'cls' },
): Float32Array {
  const states = outputs['last_hidden_state'] ?? outputs['token_embeddings']
  if (!states) {
    throw new Error(
      `the graph gives ${Object.keys(outputs).join(', ')}, no sentence or token vectors`,
    )
  }
  const [, tokens = 0, width = 0] = states.dims
  const data = rowOf(states, row)
  const vector = new Float32Array(width)
  for (let token = 0; token < tokens; token++) {
    if (!mask[token]) continue
    for (let i = 0; i < width; i++) vector[i]! += data[token * width + i]!
    if (pooling === 'cls') break
  }
  return vector
}

function normalise(vector: Float32Array): Float32Array {
  let squares = 0
  for (let at = 0; at < vector.length; at++) squares += vector[at]! * vector[at]!
  const norm = Math.sqrt(squares)
  if (!Number.isFinite(norm)) throw new Error('the graph gave a vector that is not finite')
  if (norm > 0) for (let at = 0; at < vector.length; at++) vector[at]! /= norm
  return vector
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
