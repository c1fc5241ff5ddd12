/**
 * Joining makes one serialised lexical index of several, as when its parts were analysed by several threads.
 *
 * In:     what `LexicalIndex.serialise` gave, under one version of the analyser; which passages to keep. A passage
 *         that two parts hold is taken from the later one.
 * Out:    what `loadLexicalIndex` takes.
 * Cost:   one visit of every posting; driven step by step, so that who waits can see to other things.
 */
import { freezePostings } from './freeze-postings.ts'
import { FrozenPostings } from './frozen-postings.ts'

/** @throws {RangeError} When a part is nothing that `serialise` gave. */
export function* joinLexical(
  parts: readonly Uint8Array[],
  keeps: (id: number) => boolean,
): Generator<undefined, Uint8Array> {
  const layers = parts.map((bytes) => new FrozenPostings(bytes))
  const taken = new Set<number>()
  for (const layer of layers.toReversed()) {
    // A map may lose its keys while they are walked over.
    for (const id of layer.ids()) {
      if (taken.has(id) || !keeps(id)) layer.discard(id)
      else taken.add(id)
    }
  }
  return (yield* freezePostings(layers)).bytes
}
