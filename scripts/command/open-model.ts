/** Opens the embedding model of the settings for a command. */
import { existsSync } from 'node:fs'
import { openEmbedder, type Embedder, type EmbedderOptions } from '../../core/semantic/index.ts'
import { say, type CommandContext } from './command.ts'

/**
 * The default model may be missing, which is said; one that was asked for and cannot be used is an error.
 *
 * @throws {RawiError} `EMBEDDER_UNAVAILABLE`.
 */
export async function openModel(
  { config, env }: CommandContext,
  tell: (line: string) => void = say,
  { deferred = false }: Pick<EmbedderOptions, 'deferred'> = {},
): Promise<Embedder | null> {
  const { embedding } = config
  if (embedding === null) return null
  const { model } = embedding
  if (!env['EMBEDDING_MODEL']?.trim() && !existsSync(model)) {
    tell(
      `No embedding model lies in ${model}: questions will be matched by their words alone. EMBEDDING_MODEL names another one.`,
    )
    return null
  }
  let said = ''
  return openEmbedder({
    ...embedding,
    deferred,
    onProgress: ({ file, receivedBytes, totalBytes }) => {
      const share =
        totalBytes === null ? '' : ` ${Math.floor((10 * receivedBytes) / totalBytes)}0 %`
      const line = `Fetching ${model}: ${file}${share}`
      if (line !== said) tell(line)
      said = line
    },
  })
}
