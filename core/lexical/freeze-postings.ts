/**
 * Freezing merges layers of postings into one new block of bytes. Removed passages are left out.
 *
 * In:     layers; no passage is live in two of them.
 * Out:    a frozen layer; slots follow the order of the layers, and within each the order they had.
 * Cost:   one visit of every posting, and one look-up of every term in every layer; yields now and then, so that who
 *         drives it can see to other things. No layer may change until it ends.
 */
import {
  FrozenPostings,
  fieldCount,
  frozenFormat,
  hashOf,
  headLength,
  tableLength,
} from './frozen-postings.ts'
import type { PostingLayer } from './posting-layer.ts'

/** Postings copied between two yields, about a millisecond's worth. */
const step = 100_000

export function* freezePostings(
  layers: readonly PostingLayer[],
): Generator<undefined, FrozenPostings> {
  const { ids, lengths, languages, names, numbers } = passagesOf(layers)
  const most = sizesOf(layers)
  const termEnds = new Uint32Array(most.entries)
  const postingEnds = new Uint32Array(most.entries)
  const fields = new Uint8Array(most.entries)
  const hashes = new Uint32Array(most.entries)
  const terms = new Uint16Array(most.units)
  const slots = new Uint32Array(most.postings)
  const frequencies = new Uint8Array(most.postings)
  let entries = 0
  let units = 0
  let postings = 0
  let pause = step
  for (const [first, layer] of layers.entries()) {
    for (const { field, term } of layer.entries()) {
      if (isHeldBefore(layers, first, field, term)) continue
      const start = postings
      for (let at = first; at < layers.length; at++) {
        const list = layers[at]!.list(field, term)
        if (list === null) continue
        for (let posting = 0; posting < list.slots.length; posting++) {
          const number = numbers[at]![list.slots[posting]!]!
          if (number === removed) continue
          slots[postings] = number
          frequencies[postings] = list.frequencies[posting]!
          postings += 1
        }
      }
      if (postings === start) continue
      for (let at = 0; at < term.length; at++) terms[units++] = term.charCodeAt(at)
      fields[entries] = field
      hashes[entries] = hashOf(field, term)
      termEnds[entries] = units
      postingEnds[entries] = postings
      entries += 1
      if (postings < pause) continue
      pause = postings + step
      yield
    }
  }

  const table = new Uint32Array(tableLength(entries))
  const mask = table.length - 1
  const named = new TextEncoder().encode(JSON.stringify(names))
  const head = new Uint32Array(headLength)
  head.set([frozenFormat, ids.length, entries, units, postings, table.length, named.length])
  for (let entry = 0; entry < entries; entry++) {
    let at = hashes[entry]! & mask
    while (table[at] !== 0) at = (at + 1) & mask
    table[at] = entry + 1
    if (entry % step === step - 1) yield
  }
  return new FrozenPostings(
    joined([
      head,
      ids,
      termEnds.subarray(0, entries),
      postingEnds.subarray(0, entries),
      table,
      slots.subarray(0, postings),
      lengths,
      terms.subarray(0, units),
      languages,
      fields.subarray(0, entries),
      frequencies.subarray(0, postings),
      named,
    ]),
  )
}

const removed = 0xffff_ffff

/** What is known of the passages, under their new numbers; `numbers` gives these by layer and old slot. */
function passagesOf(layers: readonly PostingLayer[]) {
  const count = layers.reduce((sum, { documentCount }) => sum + documentCount, 0)
  const ids = new Uint32Array(count)
  const lengths = new Uint16Array(count * fieldCount)
  const languages = new Uint8Array(count)
  const names: string[] = []
  let number = 0
  const numbers = layers.map((layer) => {
    const own = new Uint32Array(layer.slots).fill(removed)
    const known = Array.from({ length: fieldCount }, (_, field) => layer.lengths(field))
    for (let slot = 0; slot < layer.slots; slot++) {
      if (!layer.isLive(slot)) continue
      own[slot] = number
      ids[number] = layer.idAt(slot)
      for (let field = 0; field < fieldCount; field++)
        lengths[field * count + number] = known[field]![slot]!
      languages[number] = numberOf(names, layer.languageAt(slot))
      number += 1
    }
    return own
  })
  return { ids, lengths, languages, names, numbers }
}

/** Of the new block at the most: a term that several layers hold is counted as often. */
function sizesOf(layers: readonly PostingLayer[]) {
  const most = { entries: 0, units: 0, postings: 0 }
  for (const layer of layers) {
    for (const { term, most: held } of layer.entries()) {
      most.entries += 1
      most.units += term.length
      most.postings += held
    }
  }
  return most
}

function isHeldBefore(
  layers: readonly PostingLayer[],
  first: number,
  field: number,
  term: string,
): boolean {
  for (let at = 0; at < first; at++) if (layers[at]!.holds(field, term)) return true
  return false
}

function numberOf(names: string[], name: string): number {
  const known = names.indexOf(name)
  return known === -1 ? names.push(name) - 1 : known
}

function joined(parts: readonly (Uint32Array | Uint16Array | Uint8Array)[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += byteLength
  }
  return bytes
}

/** With nothing in it. */
export function emptyPostings(): FrozenPostings {
  const head = new Uint32Array(headLength)
  const names = new TextEncoder().encode('[]')
  const table = new Uint32Array(tableLength(0))
  head.set([frozenFormat, 0, 0, 0, 0, table.length, names.length])
  return new FrozenPostings(joined([head, table, names]))
}
