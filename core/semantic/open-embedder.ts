/**
 * Opens the embedder an operator chose: a folder, a hub model by name, or none.
 *
 * A model that cannot be used is an error that says so, never a silent step down to keywords:
 * whether to go on without one is the caller's decision.
 */
import { existsSync } from 'node:fs'
import { RawiError } from '../errors.ts'
import { deferEmbedder } from './deferred-embedder.ts'
import type { Embedder } from './embedder.ts'
import { downloadModel, type ModelDownloadOptions } from './model-download.ts'
import { readModelFolder } from './model-folder.ts'

export interface EmbedderOptions extends ModelDownloadOptions {
  /** A folder, `owner/model` of the hub, or `none`. */
  readonly model: string
  /** Check the folder, and load the model with the first text, see `deferEmbedder`. @default false */
  readonly deferred?: boolean
}

/** Where hub models come from when no mirror is set; the one @xenova/transformers itself uses. */
export const defaultHub = 'https://huggingface.co/'

/**
 * @returns null for `none`.
 * @throws {RawiError} `EMBEDDER_UNAVAILABLE` with the reason and the setting that mends it.
 */
export async function openEmbedder({
  model,
  deferred = false,
  ...download
}: EmbedderOptions): Promise<Embedder | null> {
  if (model === 'none') return null
  const checked = await readModelFolder(await folderOf(model, download))
  const open = async (): Promise<Embedder> => {
    const { createTransformersEmbedder } = await import('./transformers-embedder.ts')
    return createTransformersEmbedder(checked)
  }
  // A model that does not state its dimensions is loaded to tell them.
  const { dimensions } = checked
  return deferred && dimensions !== undefined ? deferEmbedder(checked, dimensions, open) : open()
}

async function folderOf(model: string, download: ModelDownloadOptions): Promise<string> {
  if (existsSync(model)) return model
  if (!/^[\w.-]+\/[\w.-]+$/.test(model) || model.startsWith('.')) {
    throw new RawiError(
      'EMBEDDER_UNAVAILABLE',
      `EMBEDDING_MODEL is "${model}": no such folder, and not the name of a hub model (owner/name). Give one of these, or "none" for keyword search only.`,
    )
  }
  return downloadModel(model, download)
}
