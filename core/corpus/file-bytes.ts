/**
 * Reads the bytes of a corpus file: whole or as a stream, unpacked, within bounds, and its hash.
 *
 * Out:  bytes, or a refusal; a file that was changed while it was read is refused, so that no half of it is indexed.
 * Cost: `readWhole` holds at most `maxBytes`; `streamBytes` and `hashFile` hold one chunk. Chunks are read at once and
 *       not by the thread pool of Node, which takes five times as long for the small files that most articles are.
 */
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { CorpusFile, Refusal } from './corpus-file.ts'
import { refuse } from './corpus-file.ts'
import { systemCode, systemReason } from './system-error.ts'

/** An expansion no text reaches: the archive was made to fill memory or disk. */
const maxExpansion = 200
const expansionFloor = 100 * 1024 * 1024

const chunkBytes = 256 * 1024

/**
 * @param onRead - Told of the bytes read from the disk, packed or not.
 * @returns Unpacked bytes in chunks; ends with a refusal when something was wrong, and nothing follows it.
 */
export async function* streamBytes(
  file: CorpusFile,
  onRead: (bytes: number) => void = () => undefined,
): AsyncIterable<Buffer | Refusal> {
  let descriptor: number | undefined
  try {
    descriptor = openPlainly(file.path)
    const before = fstatSync(descriptor, { bigint: true })
    if (!before.isFile()) {
      yield refuse(file.path, 'not-a-file')
      return
    }
    let unpacked = 0
    const raw = rawChunks(descriptor, Number(before.size), onRead)
    for await (const chunk of file.gzipped ? unpackedChunks(raw) : raw) {
      unpacked += chunk.length
      if (unpacked > expansionFloor && unpacked > file.size * maxExpansion) {
        yield refuse(
          file.path,
          'too-large',
          `It unpacks to more than ${maxExpansion} times its size.`,
        )
        return
      }
      yield chunk
    }
    const after = fstatSync(descriptor, { bigint: true })
    if (before.size !== after.size || before.mtimeNs !== after.mtimeNs)
      yield refuse(file.path, 'changed')
  } catch (error) {
    yield refusalOf(file.path, error)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** @param maxBytes - Limit for the bytes on disk and for the unpacked bytes alike. */
export async function readWhole(file: CorpusFile, maxBytes: number): Promise<Buffer | Refusal> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of streamBytes(file)) {
    if ('kind' in chunk) return chunk
    length += chunk.length
    if (length > maxBytes)
      return refuse(file.path, 'too-large', `Larger than ${megabytes(maxBytes)} MB.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

/**
 * SHA-256 over the raw bytes of the file and of its sidecar: while it stays the same, so does all that is read
 * from the file, under one version of this code.
 */
export async function hashFile(file: CorpusFile): Promise<string | Refusal> {
  const hash = createHash('sha256').update(file.name)
  for (const path of [file.path, file.sidecarPath]) {
    let length = 0
    if (path !== null) {
      for await (const chunk of streamBytes({ ...file, path, gzipped: false })) {
        if ('kind' in chunk) {
          if (path === file.path || chunk.reason === 'changed') return chunk
          // A sidecar that cannot be read is refused where it is read; the article stands without it.
          hash.update(chunk.reason)
          break
        }
        hash.update(chunk)
        length += chunk.length
      }
    }
    hash.update(`\0${path === null ? 'none' : length}\0`)
  }
  return hash.digest('hex')
}

/** Never waits for the other end of a FIFO that took the file's place since it was listed. */
function openPlainly(path: string): number {
  return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
}

function* rawChunks(
  descriptor: number,
  size: number,
  onRead: (bytes: number) => void,
): Iterable<Buffer> {
  for (;;) {
    const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, size + 1))
    const length = readSync(descriptor, chunk)
    if (length === 0) return
    onRead(length)
    yield chunk.subarray(0, length)
  }
}

function unpackedChunks(raw: Iterable<Buffer>): AsyncIterable<Buffer> {
  const gunzip = createGunzip({ chunkSize: chunkBytes })
  // Its outcome is seen by whoever reads gunzip; here it only ties the two streams' ends together.
  pipeline(Readable.from(raw), gunzip, () => undefined)
  return gunzip
}

function refusalOf(path: string, error: unknown): Refusal {
  const code = systemCode(error)
  if (code?.startsWith('Z_')) return refuse(path, 'corrupt', `Not a whole gzip file (${code}).`)
  return refuse(path, 'unreadable', systemReason(error))
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}
