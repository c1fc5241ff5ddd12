/**
 * Pipeline fingerprint: names all that makes an article, its passages and vectors out of a file's bytes.
 * What was stored under another fingerprint is stale, whatever the files say.
 */
import { createHash } from 'node:crypto'
import { passageSplitterVersion, readerVersion } from '../corpus/index.ts'
import { analyserVersion } from '../language/index.ts'
import type { Embedder } from '../semantic/embedder.ts'

export function pipelineFingerprint(embedder: Pick<Embedder, 'fingerprint'> | null): string {
  const model = embedder?.fingerprint ?? null
  const parts = [readerVersion, analyserVersion, passageSplitterVersion, model]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
