/**
 * Window memory: lays the sources of a search out where `window.wat` reads them.
 *
 * In:     the terms of a search, a kernel whose memory may grow.
 * Out:    of each term, where the records of its sources begin and end; they lie one behind the other.
 * Cost:   a copy of each array, of lengths and masks that sources share one: 4 MB, a millisecond, for a question to
 *         260,000 passages.
 */
import type { Source } from './sources.ts'

export interface SourcedTerm {
  /** What the term adds to the covered weight of a passage that holds it, at full trust. */
  readonly weight: number
  readonly sources: readonly Source[]
}

export interface LaidTerm {
  readonly from: number
  readonly to: number
  readonly weight: number
}

export interface KernelMemory {
  readonly memory: WebAssembly.Memory
  /** Where records begin, in bytes; whatever lies behind is free. */
  readonly records: { readonly value: number }
}

type Block = Uint8Array | Uint16Array | Uint32Array | Float64Array

const page = 65_536
const recordLength = 64

export function layOut(
  terms: readonly SourcedTerm[],
  { memory, records }: KernelMemory,
): readonly LaidTerm[] {
  const sources = terms.flatMap((term) => term.sources)
  const { addressOf, end } = addresses(sources, records.value + sources.length * recordLength)
  const lacking = Math.ceil((end - memory.buffer.byteLength) / page)
  if (lacking > 0) memory.grow(lacking)
  const bytes = new Uint8Array(memory.buffer)
  for (const [block, at] of addressOf)
    bytes.set(new Uint8Array(block.buffer, block.byteOffset, block.byteLength), at)
  let at = records.value
  return terms.map(({ weight, sources: own }) => {
    const from = at
    for (const source of own) {
      write(new DataView(memory.buffer, at, recordLength), source, addressOf)
      at += recordLength
    }
    return { from, to: at, weight }
  })
}

function addresses(sources: readonly Source[], from: number) {
  const addressOf = new Map<Block, number>()
  let end = from
  for (const block of sources.flatMap(blocksOf)) {
    if (addressOf.has(block)) continue
    // As far as the widest number needs.
    const at = Math.ceil(end / 8) * 8
    addressOf.set(block, at)
    end = at + block.byteLength
  }
  return { addressOf, end }
}

function blocksOf(source: Source): readonly Block[] {
  if (source.kind === 'row') return [source.slots, source.points]
  const { slots, frequencies, lengths, mask } = source.list
  return [slots, frequencies, lengths, ...(mask === null ? [] : [mask])]
}

/** As `window.wat` reads it. */
function write(record: DataView, source: Source, addressOf: ReadonlyMap<Block, number>): void {
  const address = (block: Block | null): number => (block === null ? 0 : addressOf.get(block)!)
  const isList = source.kind === 'list'
  const { slots, mask, lengths, first } = isList ? source.list : { ...source, ...noList }
  const values = isList ? source.list.frequencies : source.points
  const whole = [address(slots), address(values), slots.length, 0, first, address(lengths)]
  const weights = isList
    ? [source.weight, source.trust, source.averageLength]
    : [0, source.trust, 0]
  for (const [at, number] of [...whole, address(mask)].entries())
    record.setUint32(at * 4, number, true)
  for (const [at, number] of weights.entries()) record.setFloat64(32 + at * 8, number, true)
}

/** A row of words has points instead, and slots of the whole index. */
const noList = { mask: null, lengths: null, first: 0 } as const
