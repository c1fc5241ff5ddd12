/**
 * Opens the embedder an operator chose: a folder, a hub model by name, or none.
 *
 * A model that cannot be used is an error that says so, never a silent step down to keywords:
 * whether to go on without one is the caller's decision.
 */
import { existsSync } from 'node:fs'
import { RawiError } from '../errors.ts'
import type { Embedder } from './embedder.ts'
import { downloadModel, type ModelDownloadOptions } from './model-download.ts'
import { readModelFolder } from './model-folder.ts'
import { createTransformersEmbedder } from './transformers-embedder.ts'

export interface EmbedderOptions extends ModelDownloadOptions {
  /** A folder, `owner/model` of the hub, or `none`. */
  readonly model: string
}

/** Where hub models come from when no mirror is set; the one @xenova/transformers itself uses. */
export const defaultHub = 'https://huggingface.co/'

/**
 * @returns null for `none`.
 * @throws {RawiError} `EMBEDDER_UNAVAILABLE` with the reason and the setting that mends it.
 */
export async function openEmbedder({
  model,
  ...download
}: EmbedderOptions): Promise<Embedder | null> {
  if (model === 'none') return null
  if (existsSync(model)) return createTransformersEmbedder(await readModelFolder(model))
  if (!/^[\w.-]+\/[\w.-]+$/.test(model) || model.startsWith('.')) {
    throw new RawiError(
      'EMBEDDER_UNAVAILABLE',
      `EMBEDDING_MODEL is "${model}": no such folder, and not the name of a hub model (owner/name). Give one of these, or "none" for keyword search only.`,
    )
  }
  return createTransformersEmbedder(await readModelFolder(await downloadModel(model, download)))
}
