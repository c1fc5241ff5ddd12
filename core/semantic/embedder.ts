/**
 * Embedder: the port through which text becomes vectors. Adapters know the model; nobody else does.
 */
import type { LanguageCode } from '../article.ts'

export interface Embedder {
  /**
   * Identifies what made a vector: model name and checksum of its files. Vectors of different
   * fingerprints are never compared.
   */
  readonly fingerprint: string
  readonly name: string
  readonly dimensions: number
  /** In which questions may be asked as they are; absent when the maker does not say. */
  readonly languages?: readonly LanguageCode[]
  /** Where it lies on this machine, so that another process can open one like it. */
  readonly folder?: string
  /**
   * @param texts - Non-empty strings; any length, the model truncates.
   * @param role - Questions and passages get the prefixes the model was trained with.
   * @returns One unit-length vector of `dimensions` for each text, in order; the zero vector for a text of which the
   *   model knows no piece.
   * @throws {RawiError} `EMBEDDER_UNAVAILABLE` when the model cannot run.
   */
  embed(texts: readonly string[], role: 'question' | 'passage'): Promise<readonly Float32Array[]>
  close(): Promise<void>
}
