/**
 * Shared rows: int8 vectors one after the other from the beginning of one growing block that threads share.
 *
 * In:   vectors of `width` components.
 * Cost: doubles its block when it is full; nothing is copied to read.
 */
export interface SharedRows {
  readonly width: number
  /** A view, of a row that is there. */
  row(at: number): Int8Array
  /** Writes the first `width` components of a vector. */
  put(at: number, vector: Int8Array): void
  /** A view of the first `count` rows. */
  first(count: number): Int8Array
}

export function createSharedRows(width: number): SharedRows {
  let block = new Int8Array(new SharedArrayBuffer(width * 1024))
  return {
    width,
    row: (at) => block.subarray(at * width, (at + 1) * width),
    put(at, vector) {
      if ((at + 1) * width > block.length) {
        const longer = new Int8Array(new SharedArrayBuffer(block.length * 2))
        longer.set(block)
        block = longer
      }
      block.set(vector.subarray(0, width), at * width)
    },
    first: (count) => block.subarray(0, count * width),
  }
}
