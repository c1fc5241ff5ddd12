import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ReadItem, ReadOptions, Refusal } from '../../core/corpus/index.ts'
import { listCorpusFiles, readCorpusFile } from '../../core/corpus/index.ts'

/** A folder of real files that goes when the test ends. */
export async function temporaryCorpus(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'corpus-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

/** All that the files of a folder hold, as a reindex reads it. */
export async function readCorpus(folder: string, options?: ReadOptions): Promise<ReadItem[]> {
  const items: ReadItem[] = []
  for await (const file of listCorpusFiles([folder])) {
    if (file.kind === 'refused') items.push(file)
    else for await (const item of readCorpusFile(file, options)) items.push(item)
  }
  return items
}

/** Reads files that are given as they lie in one folder. */
export async function readFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  options?: ReadOptions,
): Promise<ReadItem[]> {
  return readCorpus(await temporaryCorpus(files), options)
}

export function articlesOf(items: readonly ReadItem[]) {
  return items.filter((item) => item.kind === 'article').map((item) => item.article)
}

export function refusalsOf(items: readonly ReadItem[]): Refusal[] {
  return items.filter((item) => item.kind === 'refused')
}
