/**
 * Freezing merges what lies frozen with what grew since into one new block of bytes. Removed passages are left out.
 *
 * Cost:   one visit of every posting; yields now and then, so that who drives it can see to other things. Neither
 *         layer may change until it ends.
 */
import {
  FrozenPostings,
  fieldCount,
  frozenFormat,
  hashOf,
  headLength,
  tableLength,
} from './frozen-postings.ts'
import type { GrowingPostings, VisitPosting } from './growing-postings.ts'

/** Postings copied between two yields, about a millisecond's worth. */
const step = 100_000

const longest = { length: 0xffff, frequency: 0xff }

export function* freezePostings(
  frozen: FrozenPostings,
  growing: GrowingPostings,
): Generator<undefined, FrozenPostings> {
  const layers = [frozen, growing] as const
  const count = frozen.documentCount + growing.documentCount
  const numbers = layers.map(({ slots }) => new Uint32Array(slots))
  const ids = new Uint32Array(count)
  const lengths = new Uint16Array(count * fieldCount)
  const languages = new Uint8Array(count)
  const names: string[] = []
  let number = 0
  for (const [at, layer] of layers.entries()) {
    for (let slot = 0; slot < layer.slots; slot++) {
      if (!layer.isLive(slot)) continue
      numbers[at]![slot] = number
      ids[number] = layer.idAt(slot)
      for (let field = 0; field < fieldCount; field++)
        lengths[field * count + number] = Math.min(longest.length, layer.lengthAt(field, slot))
      languages[number] = numberOf(names, layer.languageAt(slot))
      number += 1
    }
  }

  const most = sizesOf(frozen, growing)
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
  const copier =
    (layer: 0 | 1): VisitPosting =>
    (slot, frequency) => {
      slots[postings] = numbers[layer]![slot]!
      frequencies[postings] = Math.min(longest.frequency, frequency)
      postings += 1
    }
  const [copyFrozen, copyGrown] = [copier(0), copier(1)]
  const end = (field: number, term: string): void => {
    if (postings === (postingEnds[entries - 1] ?? 0)) return
    for (let at = 0; at < term.length; at++) terms[units++] = term.charCodeAt(at)
    fields[entries] = field
    hashes[entries] = hashOf(field, term)
    termEnds[entries] = units
    postingEnds[entries] = postings
    entries += 1
  }
  let pause = step
  for (let entry = 0; entry < frozen.parts.termEnds.length; entry++) {
    const field = frozen.parts.fields[entry]!
    const term = frozen.termAt(entry)
    frozen.visitEntry(entry, copyFrozen)
    growing.visit(field, term, copyGrown)
    end(field, term)
    if (postings < pause) continue
    pause = postings + step
    yield
  }
  for (const { field, term } of growing.entries()) {
    if (frozen.holds(field, term)) continue
    growing.visit(field, term, copyGrown)
    end(field, term)
    if (postings < pause) continue
    pause = postings + step
    yield
  }

  const table = new Uint32Array(tableLength(entries))
  const mask = table.length - 1
  const named = new TextEncoder().encode(JSON.stringify(names))
  const head = new Uint32Array(headLength)
  head.set([frozenFormat, count, entries, units, postings, table.length, named.length])
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

/** Of the new block at the most: a term that both layers hold is counted twice. */
function sizesOf(frozen: FrozenPostings, growing: GrowingPostings) {
  const { termEnds, terms, slots } = frozen.parts
  const most = { entries: termEnds.length, units: terms.length, postings: slots.length }
  for (const { term, most: held } of growing.entries()) {
    most.entries += 1
    most.units += term.length
    most.postings += held
  }
  return most
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
