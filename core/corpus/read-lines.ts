/**
 * Cuts a stream of bytes into lines, without holding more than one of them.
 *
 * Empty lines are passed over. A line over the limit is named and passed over too; the lines after it are read.
 */
import iconv from 'iconv-lite'
import { wideEncoding } from './decode-text.ts'

export type ByteLine =
  | { readonly number: number; readonly bytes: Buffer }
  | { readonly number: number; readonly tooLong: true }

const lineFeed = 0x0a

export async function* linesOf(
  chunks: AsyncIterable<Buffer>,
  maxBytes: number,
): AsyncIterable<ByteLine> {
  let number = 1
  let held: Buffer[] = []
  let length = 0
  const take = (part: Buffer): void => {
    length += part.length
    if (length <= maxBytes) held.push(part)
    else held = []
  }
  const finished = (): ByteLine => {
    const line =
      length > maxBytes
        ? { number, tooLong: true as const }
        : { number, bytes: held.length === 1 ? held[0]! : Buffer.concat(held, length) }
    number += 1
    held = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    while (start < chunk.length) {
      // Blank lines are counted here: millions of them are cheap to write.
      if (length === 0 && chunk[start] === lineFeed) {
        number += 1
        start += 1
        continue
      }
      const end = chunk.indexOf(lineFeed, start)
      take(chunk.subarray(start, end < 0 ? chunk.length : end))
      if (end < 0) break
      yield finished()
      start = end + 1
    }
  }
  if (length > 0) yield finished()
}

/** Hands bytes on as they are, unless they are UTF-16, in which a line feed is no byte of its own. */
export async function* asUtf8(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let decoder: { write(chunk: Buffer): string; end(): string | undefined } | null | undefined
  for await (const chunk of chunks) {
    if (decoder === undefined) {
      const encoding = wideEncoding(chunk)
      decoder = encoding === null ? null : iconv.getDecoder(encoding)
    }
    yield decoder === null ? chunk : Buffer.from(decoder.write(chunk), 'utf8')
  }
  const rest = decoder?.end()
  if (rest) yield Buffer.from(rest, 'utf8')
}
