/**
 * Vector index: nearest neighbours by cosine over int8 vectors: exact, or nearly so where the first dimensions of many
 * vectors tell most.
 *
 * In:   unit-length vectors, stored as int8 (component × 127, rounded): one byte a dimension.
 * Out:  ids, best first, each with its cosine in [-1, 1].
 * Cost: a scan (see `nearest-rows.ts`), of a large index in a thread beside: whoever asks can work on meanwhile.
 *
 * A filter is met by asking for more rows until enough pass: right for filters that most rows pass.
 */
import type { CandidateOptions, VectorCandidate } from '../engine/search-engine.ts'
import { headOf, leadingDimensions } from './leading-dimensions.ts'
import { nearestRows, type NearestRows, type Scan } from './nearest-rows.ts'
import { quantise } from './quantise.ts'
import { openScanThread, type ScanThread } from './scan-thread.ts'
import { createSharedRows, type SharedRows } from './shared-rows.ts'

export interface VectorIndex {
  readonly size: number
  /** @throws {RangeError} When a vector has another length than the index, or an id is there already. */
  add(id: number, vector: Int8Array): void
  /** An unknown id is ignored. */
  remove(id: number): void
  search(
    vector: Float32Array,
    options: Pick<CandidateOptions, 'limit'> & { readonly accept?: (id: number) => boolean },
  ): Promise<readonly VectorCandidate[]>
  /** Cosine of each given id to the vector; unknown ids are left out. */
  cosines(vector: Float32Array, ids: readonly number[]): Map<number, number>
  /** Ends its thread; searching goes on without one. */
  close(): void
}

export interface VectorIndexOptions {
  /** Rows from which on a scan is worth another thread. @default 20_000 */
  readonly threadFrom?: number
  /** Rows from which on a first look at leading dimensions pays. @default 20_000 */
  readonly headsFrom?: number
}

export function createVectorIndex(
  dimensions: number,
  { threadFrom = 20_000, headsFrom = 20_000 }: VectorIndexOptions = {},
): VectorIndex {
  const rows = createSharedRows(dimensions)
  /** The leading dimensions of the same rows, once there are many and these dimensions tell most. */
  let heads: SharedRows | null = null
  const ids: number[] = []
  const rowOf = new Map<number, number>()
  let thread: ScanThread | 'none' | null = null
  /** How often rows got other numbers. */
  let moves = 0

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
      rows.put(ids.length, vector)
      heads?.put(ids.length, headOf(vector, heads.width))
      rowOf.set(id, ids.length)
      ids.push(id)
      if (ids.length === headsFrom) heads = headsOf(rows, ids.length)
    },

    remove(id) {
      const index = rowOf.get(id)
      if (index === undefined) return
      moves += 1
      const last = ids.length - 1
      const lastId = ids[last]!
      rows.put(index, rows.row(last))
      heads?.put(index, heads.row(last))
      ids[index] = lastId
      rowOf.set(lastId, index)
      ids.pop()
      rowOf.delete(id)
    },

    async search(vector, { limit, accept }) {
      check(vector.length)
      const query = quantise(vector)
      const wanted = Math.min(limit, ids.length)
      // The zero vector is near nothing: the model knew no piece of the question.
      if (!(wanted > 0) || !query.some(Boolean)) return []
      for (let asked = accept ? Math.min(ids.length, wanted * 4) : wanted; ;) {
        const found = await nearest(query, asked, accept)
        if (found.length >= wanted || asked >= ids.length) return found.slice(0, wanted)
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
        if (index !== undefined) result.set(id, cosine(query, rows.row(index)))
      }
      return result
    },

    close() {
      if (thread !== null && thread !== 'none') thread.close()
      thread = 'none'
    },
  }

  async function nearest(
    query: Int8Array,
    count: number,
    accept: ((id: number) => boolean) | undefined,
  ): Promise<VectorCandidate[]> {
    const before = moves
    const there = await scanBeside(query, count)
    const { rows: found, cosines } =
      there !== null && moves === before ? there : nearestRows(scanOf(query, count))
    return found.flatMap((at, rank) => {
      const passageId = ids[at]
      if (passageId === undefined || (accept && !accept(passageId))) return []
      return [{ passageId, cosine: cosines[rank]! }]
    })
  }

  /** @returns null where there is no thread: too small an index, one that was closed, a thread that cannot start. */
  async function scanBeside(query: Int8Array, count: number): Promise<NearestRows | null> {
    if (thread === 'none' || ids.length < threadFrom) return null
    thread ??= openScanThread()
    try {
      return await thread.scan(scanOf(query, count))
    } catch {
      thread = 'none'
      return null
    }
  }

  function scanOf(query: Int8Array, count: number): Scan {
    return {
      rows: rows.first(ids.length),
      query,
      count: Math.min(count, ids.length),
      heads: heads === null ? null : { rows: heads.first(ids.length), width: heads.width },
    }
  }
}

function headsOf(rows: SharedRows, count: number): SharedRows | null {
  const width = leadingDimensions(rows.first(count), rows.width)
  if (width === null) return null
  const heads = createSharedRows(width)
  for (let at = 0; at < count; at++) heads.put(at, headOf(rows.row(at), width))
  return heads
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
