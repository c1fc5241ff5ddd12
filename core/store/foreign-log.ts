/**
 * Foreign log: whether the write-ahead log beside a database belongs to another, which lay at its path before.
 *
 * In:   the path, before SQLite opens it: it takes over whatever lies at `PATH-wal`, and damages a file that way.
 * Out:  true where mark or size differ; a log that tells neither is taken for the file's own.
 * Cost: two reads of a few bytes; a look at each page's header where the log does not hold the first page.
 *
 * The mark is a random number in the header of the database (`user_version`), so that every copy of the first page in
 * a log bears it. Offsets: https://sqlite.org/fileformat2.html.
 */
import type Database from 'better-sqlite3'
import { randomInt } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

const databaseHead = { bytes: 100, pages: 28, mark: 60 } as const
const logHead = { bytes: 32, magic: 0x377f0682, pageSize: 8, salts: 16 } as const
const frameHead = { bytes: 24, page: 0, pagesAfter: 4, salts: 8 } as const
const saltBytes = 8

/** Gives a database its mark, once. */
export function markDatabase(sqlite: Database.Database): void {
  const mark = (): number => sqlite.pragma('user_version', { simple: true }) as number
  if (mark() !== 0) return
  // Of two processes that open a new file at once one gives the mark.
  sqlite.transaction(() => mark() === 0 && remark(sqlite)).immediate()
}

/** Gives a copy a mark of its own. */
export function remark(sqlite: Database.Database): void {
  sqlite.pragma(`user_version = ${randomInt(1, 2 ** 31)}`)
}

export function hasForeignLog(path: string): boolean {
  const head = readStart(path, databaseHead.bytes)
  const log = openIfThere(`${path}-wal`)
  if (log === null) return false
  try {
    return head.length === databaseHead.bytes && isForeign(head, log)
  } finally {
    closeSync(log)
  }
}

function isForeign(head: Buffer, log: number): boolean {
  const start = readAt(log, 0, logHead.bytes)
  // The lowest bit of the magic tells the byte order of checksums.
  if (start.length < logHead.bytes || (start.readUInt32BE(0) & ~1) >>> 0 !== logHead.magic)
    return false
  const pageSize = start.readUInt32BE(logHead.pageSize)
  const salts = start.subarray(logHead.salts, logHead.salts + saltBytes)
  let pagesAfter = 0
  for (let at: number = logHead.bytes; ; at += frameHead.bytes + pageSize) {
    const frame = readAt(log, at, frameHead.bytes)
    const isOver =
      frame.length < frameHead.bytes ||
      !frame.subarray(frameHead.salts, frameHead.salts + saltBytes).equals(salts)
    if (isOver) break
    if (frame.readUInt32BE(frameHead.page) === 1) {
      const first = readAt(log, at + frameHead.bytes, databaseHead.bytes)
      const [own, logged] = [head, first].map((page) => page.readUInt32BE(databaseHead.mark))
      // A file of a release before marks gets its mark by the log.
      return own !== 0 && own !== logged
    }
    pagesAfter = frame.readUInt32BE(frameHead.pagesAfter) || pagesAfter
  }
  // Without a change of its first page a database keeps its size.
  return pagesAfter !== 0 && pagesAfter !== head.readUInt32BE(databaseHead.pages)
}

function readStart(path: string, length: number): Buffer {
  const file = openIfThere(path)
  if (file === null) return Buffer.alloc(0)
  try {
    return readAt(file, 0, length)
  } finally {
    closeSync(file)
  }
}

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, position))
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
