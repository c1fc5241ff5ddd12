/**
 * Lexical file: the words of all passages, kept beside the index file, so that a start need not analyse them again.
 *
 * In:     the lexical index of a generation, with a stamp of every article in it.
 * Out:    the same, or null where none is or another analyser wrote it.
 * Cost:   one read and one checksum over the file.
 *
 * It is a copy of what the index file tells and may be deleted at any time. Nothing in it is believed without its
 * stamp: an article whose stamp differs is analysed anew, so a file left behind by another index does no harm.
 */
import { open, readFile, rename, rm } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { RawiError } from '../errors.ts'
import { analyserVersion } from '../language/index.ts'
import type { ArticleRow } from '../store/article-rows.ts'
import { privateFile } from '../store/private-file.ts'

export interface SavedWords {
  /** By row of the article. */
  readonly stamps: ReadonlyMap<number, number>
  /** What `loadLexicalIndex` takes. */
  readonly lexical: Uint8Array
}

const magic = 0x52_57_44_01
/** Magic, checksum of all that follows, analyser, number of articles. */
const headLength = 4
const summedFrom = 8

export function lexicalFileOf(database: string): string {
  return `${database}.words`
}

/** Tells versions of an article apart by all that its words depend on. */
export function stampOf({ id, contentHash, pipeline, language, title }: ArticleRow): number {
  return crc32(JSON.stringify([id, contentHash, pipeline, language, title]))
}

/** @throws {RawiError} `INDEX_CORRUPT` when the file is damaged or something else. */
export async function readLexicalFile(path: string): Promise<SavedWords | null> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw damaged(path, error)
  })
  if (bytes === null) return null
  try {
    return savedFrom(bytes)
  } catch (error) {
    throw damaged(path, error)
  }
}

/** @throws {RawiError} `STORAGE_FAILED`; what was there before is left as it is. */
export async function writeLexicalFile(
  path: string,
  { stamps, lexical }: SavedWords,
  writer: 'served' | 'gathered' = 'served',
): Promise<void> {
  const rows = Uint32Array.from(stamps.keys())
  const values = Uint32Array.from(stamps.values())
  const version = crc32(analyserVersion)
  const parts = [Uint32Array.of(version, rows.length), rows, values, lexical].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  )
  const sum = parts.reduce((before, part) => crc32(part, before), 0)
  // A name for each of those who may write at the same time; what a killed one left is written over.
  const temporary = `${path}.${writer}`
  try {
    const file = await open(temporary, 'w', privateFile)
    try {
      await file.writeFile(new Uint8Array(Uint32Array.of(magic, sum).buffer))
      for (const part of parts) await file.writeFile(part)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw new RawiError(
      'STORAGE_FAILED',
      `The words of the index could not be saved to ${path}: ${String(cause)}. Searching goes on; the next start will take longer. Check that its folder is writable and not full.`,
      { cause },
    )
  }
}

function savedFrom(read: Uint8Array): SavedWords | null {
  const bytes = read.byteOffset % 4 === 0 ? read : new Uint8Array(read)
  if (bytes.length < headLength * 4) throw new RangeError('it is cut off')
  const [kind, sum, version, count] = numbersAt(bytes, 0, headLength)
  if (kind !== magic) throw new RangeError('it is something else')
  if (sum !== crc32(bytes.subarray(summedFrom))) throw new RangeError('its checksum is wrong')
  if (version !== crc32(analyserVersion)) return null
  const rows = numbersAt(bytes, headLength * 4, count!)
  const values = numbersAt(bytes, (headLength + count!) * 4, count!)
  const stamps = new Map<number, number>()
  for (const [at, row] of rows.entries()) stamps.set(row, values[at]!)
  return { stamps, lexical: bytes.subarray((headLength + count! * 2) * 4) }
}

function numbersAt(bytes: Uint8Array, at: number, count: number): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset + at, count)
}

function damaged(path: string, cause: unknown): RawiError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new RawiError(
    'INDEX_CORRUPT',
    `The saved words at ${path} cannot be read (${why}). They are gathered anew from the index, which takes longer; nothing is lost. If it comes again, check the disk.`,
    { cause },
  )
}
