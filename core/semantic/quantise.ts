/** Quantising: a vector as it is stored, one byte a dimension. Apart from the index, which loads what compares them. */

/** Of a component of 1. */
const scale = 127

/** @param vector - Unit length; components outside [-1, 1] are clipped. */
export function quantise(vector: Float32Array): Int8Array {
  return Int8Array.from(vector, (x) => Math.round(Math.max(-1, Math.min(1, x)) * scale))
}
