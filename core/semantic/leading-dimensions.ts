/**
 * Leading dimensions: whether a model's space is turned so that its first dimensions tell most, as the shipped one's is
 * (`scripts/model/turn.py`), and how many of them a first look at many vectors can make do with.
 *
 * In:   int8 rows.
 * Out:  so many dimensions, or null where a first look would spare too little.
 * Cost: a look at 2,000 rows.
 */

/** Of the squares of all components. Over 261,675 passages .74 of 320 dimensions found what docs/decisions/0010 tells. */
const enough = 0.7
/** Widths that processors read whole. */
const step = 32
const sampled = 2_000

export function leadingDimensions(rows: Int8Array, dimensions: number): number | null {
  const count = rows.length / dimensions
  const squares = new Float64Array(dimensions)
  const stride = Math.max(1, Math.floor(count / sampled))
  for (let row = 0; row < count; row += stride)
    for (let at = 0; at < dimensions; at++) squares[at]! += rows[row * dimensions + at]! ** 2
  const whole = squares.reduce((sum, one) => sum + one, 0)
  for (let width = step; width <= dimensions / 2; width += step) {
    const held = squares.subarray(0, width).reduce((sum, one) => sum + one, 0)
    if (whole > 0 && held >= enough * whole) return width
  }
  return null
}

/**
 * The first dimensions of a vector, stretched to the length of a whole one: their inner products are cosines. Loops, as
 * a start stretches every row: `Math.hypot` over all of them and `Math.round` took 3 s of 261,675.
 */
export function headOf(vector: Int8Array, width: number): Int8Array {
  let squares = 0
  for (let at = 0; at < width; at++) squares += vector[at]! * vector[at]!
  const stretch = squares === 0 ? 0 : 127 / Math.sqrt(squares)
  const head = new Int8Array(width)
  // To the nearest, without a branch for the sign.
  for (let at = 0; at < width; at++) head[at] = ((vector[at]! * stretch + 128.5) | 0) - 128
  return head
}
