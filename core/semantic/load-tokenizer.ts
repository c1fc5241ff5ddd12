/**
 * Loads a model's tokenizer, one of those of @xenova/transformers.
 *
 * The package is frozen upstream at 2.17. These alone are loaded of it: its door brings what reads images and sound as
 * well, 0.1 s of a start. Its own loader keeps its settings in one object for all callers, and may fetch what it misses.
 */
import type * as Transformers from '@xenova/transformers'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compilePatterns } from './compiled-patterns.ts'
import { keepPieces } from './kept-pieces.ts'
import type { ModelFolder } from './model-folder.ts'

type Tokenizer = Transformers.PreTrainedTokenizer
type TokenizerClass = new (tokenizer: unknown, config: unknown) => Tokenizer

/** @throws {Error} When a file is missing, no JSON, or not what the package takes for a tokenizer. */
export async function loadTokenizer({
  folder,
  maxTokens,
}: Pick<ModelFolder, 'folder' | 'maxTokens'>): Promise<Tokenizer> {
  const [tokenizerJson, config] = await Promise.all([
    readJson(join(folder, 'tokenizer.json')),
    readJson(join(folder, 'tokenizer_config.json')),
  ])
  const { AutoTokenizer, PreTrainedTokenizer } = await tokenizersOfPackage()
  const classes: Readonly<Record<string, TokenizerClass | undefined>> =
    AutoTokenizer.TOKENIZER_CLASS_MAPPING
  // A class that the package does not know is read as the plain one, as the package itself does.
  const name = String(config['tokenizer_class']).replace(/Fast$/, '')
  const tokenizer = new (classes[name] ?? PreTrainedTokenizer)(tokenizerJson, config)
  // Some exports state none. Given here rather than with each call, where it would also be what is padded to.
  tokenizer.model_max_length = Math.min(tokenizer.model_max_length || Infinity, maxTokens)
  compilePatterns(tokenizer)
  keepPieces(tokenizer)
  return tokenizer
}

/** The package describes them at its door alone. */
async function tokenizersOfPackage() {
  const path = '@xenova/transformers/src/tokenizers.js'
  return (await import(path)) as Pick<typeof Transformers, 'AutoTokenizer' | 'PreTrainedTokenizer'>
}

async function readJson(path: string): Promise<Readonly<Record<string, unknown>>> {
  return JSON.parse(await readFile(path, 'utf8')) as Readonly<Record<string, unknown>>
}
