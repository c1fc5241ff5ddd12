/**
 * Vector index: exact nearest neighbours by cosine over int8 vectors, through usearch's SIMD kernels.
 *
 * In:   unit-length vectors, stored as int8 (component × 127, rounded): one byte a dimension.
 * Out:  ids, best first, each with its cosine in [-1, 1].
 * Cost: a scan; 100,000 × 256 takes about 10 ms on one core. Rows lie in one growing block, nothing is copied to ask.
 *
 * A filter is met by asking for more rows until enough pass: right for filters that most rows pass.
 */
import usearch from 'usearch'
import type { CandidateOptions, VectorCandidate } from '../engine/search-engine.ts'

export interface VectorIndex {
  readonly size: number
  /** @throws {RangeError} When a vector has another length than the index, or an id is there already. */
  add(id: number, vector: Int8Array): void
  /** An unknown id is ignored. */
  remove(id: number): void
  search(
    vector: Float32Array,
    options: Pick<CandidateOptions, 'limit'> & { readonly accept?: (id: number) => boolean },
  ): VectorCandidate[]
  /** Cosine of each given id to the vector; unknown ids are left out. */
  cosines(vector: Float32Array, ids: readonly number[]): Map<number, number>
}

const scale = 127

/** @param vector - Unit length; components outside [-1, 1] are clipped. */
export function quantise(vector: Float32Array): Int8Array {
  return Int8Array.from(vector, (x) => Math.round(Math.max(-1, Math.min(1, x)) * scale))
}

export function createVectorIndex(dimensions: number): VectorIndex {
  let rows = new Int8Array(dimensions * 1024)
  const ids: number[] = []
  const rowOf = new Map<number, number>()

  function row(index: number): Int8Array {
    return rows.subarray(index * dimensions, (index + 1) * dimensions)
  }

  function check(length: number): void {
    if (length !== dimensions) {
      throw new RangeError(`Expected a vector of ${dimensions} dimensions, got ${length}`)
    }
  }

  return {
    get size() {
      return ids.length
    },

    add(id, vector) {
      check(vector.length)
      if (rowOf.has(id)) throw new RangeError(`Expected a new id, got ${id}, which is in the index`)
      if ((ids.length + 1) * dimensions > rows.length) {
        const grown = new Int8Array(rows.length * 2)
        grown.set(rows)
        rows = grown
      }
      rows.set(vector, ids.length * dimensions)
      rowOf.set(id, ids.length)
      ids.push(id)
    },

    remove(id) {
      const index = rowOf.get(id)
      if (index === undefined) return
      const last = ids.length - 1
      const lastId = ids[last]!
      row(index).set(row(last))
      ids[index] = lastId
      rowOf.set(lastId, index)
      ids.pop()
      rowOf.delete(id)
    },

    search(vector, { limit, accept }) {
      check(vector.length)
      const query = quantise(vector)
      const wanted = Math.min(limit, ids.length)
      // The zero vector is near nothing: the model knew no piece of the question.
      if (!(wanted > 0) || !query.some(Boolean)) return []
      for (let asked = accept ? Math.min(ids.length, wanted * 4) : wanted; ;) {
        const found = nearest(query, asked, accept)
        if (found.length >= wanted || asked === ids.length) return found.slice(0, wanted)
        asked = Math.min(ids.length, asked * 4)
      }
    },

    cosines(vector, wanted) {
      check(vector.length)
      const query = quantise(vector)
      const result = new Map<number, number>()
      if (!query.some(Boolean)) return result
      for (const id of wanted) {
        const index = rowOf.get(id)
        if (index !== undefined) result.set(id, cosine(query, row(index)))
      }
      return result
    },
  }

  function nearest(
    query: Int8Array,
    count: number,
    accept: ((id: number) => boolean) | undefined,
  ): VectorCandidate[] {
    const matches = usearch.exactSearch(
      rows.subarray(0, ids.length * dimensions),
      query,
      dimensions,
      count,
      usearch.MetricKind.Cos,
      1,
    )
    const found: VectorCandidate[] = []
    for (const [rank, key] of matches.keys.entries()) {
      const passageId = ids[Number(key)]
      if (passageId === undefined || (accept && !accept(passageId))) continue
      found.push({ passageId, cosine: 1 - matches.distances[rank]! })
    }
    return found
  }
}

function cosine(a: Int8Array, b: Int8Array): number {
  let dot = 0
  let aa = 0
  let bb = 0
  for (let i = 0; i < a.length; i++) {
    dot += a[i]! * b[i]!
    aa += a[i]! * a[i]!
    bb += b[i]! * b[i]!
  }
  return aa && bb ? dot / Math.sqrt(aa * bb) : 0
}
