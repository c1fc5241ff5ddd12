/**
 * Deferred embedder: an embedder whose model is loaded with the first text that it is given. Whoever finds nothing to
 * embed, or embeds in another process, never loads it.
 *
 * In:   a checked model folder that states its dimensions, and how to open it.
 * Out:  an embedder; what keeps the model from being loaded is told by the first text, and by each after it.
 */
import type { Embedder } from './embedder.ts'
import type { ModelFolder } from './model-folder.ts'

export function deferEmbedder(
  { fingerprint, name, folder, languages }: ModelFolder,
  dimensions: number,
  open: () => Promise<Embedder>,
): Embedder {
  let opening: Promise<Embedder> | null = null
  return {
    fingerprint,
    name,
    folder,
    dimensions,
    ...(languages && { languages }),
    async embed(texts, role) {
      opening ??= open()
      return (await opening).embed(texts, role)
    },
    async close() {
      await (await opening?.catch(() => null))?.close()
    },
  }
}
