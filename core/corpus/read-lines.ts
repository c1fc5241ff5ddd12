/**
 * Cuts a stream of bytes into lines, without holding more than one of them.
 *
 * A line over the limit is named and passed over; the lines after it are read.
 */

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
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      take(chunk.subarray(start, end))
      yield finished()
      start = end + 1
    }
    take(chunk.subarray(start))
  }
  if (length > 0) yield finished()
}
