/** A smaller corpus out of a large one: records of its JSON lines, spread evenly over all of them. */
import { createReadStream, globSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { RawiError } from '../../core/errors.ts'

/** @throws {RawiError} `CORPUS_UNREADABLE` when the folder holds no JSON lines. */
export async function countRecords(folder: string): Promise<number> {
  let count = 0
  for await (const _ of recordsIn(folder)) count += 1
  if (count > 0) return count
  throw new RawiError(
    'CORPUS_UNREADABLE',
    `${folder} holds no .jsonl or .jsonl.gz file. The scale is measured over such files: name a folder of them with --articles.`,
  )
}

/** @param total - What `countRecords` says of the folder. */
export async function sampleRecords(
  folder: string,
  total: number,
  wanted: number,
  path: string,
): Promise<void> {
  const file = await open(path, 'w')
  try {
    let seen = 0
    let taken = 0
    for await (const line of recordsIn(folder)) {
      seen += 1
      if (Math.floor((seen * wanted) / total) === taken) continue
      taken += 1
      await file.write(`${line}\n`)
    }
  } finally {
    await file.close()
  }
}

async function* recordsIn(folder: string): AsyncGenerator<string> {
  for (const name of globSync('**/*.{jsonl,jsonl.gz}', { cwd: folder }).toSorted()) {
    const raw = createReadStream(join(folder, name))
    const input = name.endsWith('.gz') ? raw.pipe(createGunzip()) : raw
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      if (line.trim() !== '') yield line
    }
  }
}
