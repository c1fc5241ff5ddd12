/**
 * Models of an archive: opened where they can be used; where one cannot, the archive goes on without it.
 *
 * Out:  the model, or null with why, for an operator.
 */
import type { GenerationInfo } from '../engine/search-engine.ts'
import { isRawiError } from '../errors.ts'
import type { Reader } from '../reading/index.ts'
import type { Embedder, EmbedderOptions } from '../semantic/index.ts'

export async function embedderOrTrouble(
  embedding: EmbedderOptions | null,
): Promise<{ readonly embedder: Embedder | null; readonly trouble: string | null }> {
  const none = 'No embedding model is set; words alone are matched.'
  if (embedding === null) return { embedder: null, trouble: none }
  try {
    // Its runtime takes a second to load: not for an archive of words alone.
    const { openEmbedder } = await import('../semantic/index.ts')
    const embedder = await openEmbedder(embedding)
    return { embedder, trouble: embedder === null ? none : null }
  } catch (error) {
    if (!isRawiError(error) || error.code !== 'EMBEDDER_UNAVAILABLE') throw error
    return { embedder: null, trouble: error.message }
  }
}

/** @param onProblem - Told where the folder is, which `readerReason` does not tell. */
export async function readerOrReason(
  folder: string | null,
  onProblem: ((problem: unknown) => void) | undefined,
): Promise<{ readonly reader: Reader | null; readonly readerReason: string | null }> {
  if (folder === null) return { reader: null, readerReason: 'No reading model is set.' }
  try {
    // As with the embedder.
    const { openReader } = await import('../reading/index.ts')
    return { reader: await openReader(folder), readerReason: null }
  } catch (error) {
    if (!isRawiError(error) || error.code !== 'READER_UNAVAILABLE') throw error
    onProblem?.(error)
    return {
      reader: null,
      readerReason: 'The reading model cannot be used; the log and `npm run doctor` say why.',
    }
  }
}

/** @returns Why the embedder does not fit the index; null when it does. */
export function mismatch(info: GenerationInfo, embedder: Embedder | null): string | null {
  if (info.embedder === embedder?.fingerprint) return null
  return info.embedder === null
    ? 'The index was built without an embedding model. Run `npm run reindex`.'
    : 'The index was built with another embedding model. Run `npm run reindex`.'
}
