/**
 * Opens the reading model an operator chose: a folder, or none.
 *
 * A model that cannot be used is an error that says so: whether to answer without a reader is the caller's decision.
 */
import type { Reader } from './reader.ts'
import { readReaderFolder } from './reader-folder.ts'

/**
 * @param model - A folder, or `none`.
 * @returns null for `none`.
 * @throws {RawiError} `READER_UNAVAILABLE` with the reason.
 */
export async function openReader(model: string): Promise<Reader | null> {
  if (model === 'none') return null
  const folder = await readReaderFolder(model)
  const { createOnnxReader } = await import('./onnx-reader.ts')
  return createOnnxReader(folder)
}
