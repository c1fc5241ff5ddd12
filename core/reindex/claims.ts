/** Claims: who holds which id, in the order of the corpus, and everything that could not be taken in. */
import { createIdRegister, type IdSet, type Refusal } from '../corpus/index.ts'

export interface Claims {
  readonly claimed: IdSet
  /** In the order of their places. */
  refused(): readonly Refusal[]
  /** @returns False when the id is another article's, which is reported. */
  claim(path: string, id: string, line?: number): boolean
  refuse(refusal: Refusal): void
}

/** @param onRefused - Told of each refusal as it is met. */
export function createClaims(onRefused: (refusal: Refusal) => void): Claims {
  const ids = createIdRegister()
  const refused: Refusal[] = []

  function refuse(refusal: Refusal): void {
    refused.push(refusal)
    onRefused(refusal)
  }

  return {
    claimed: ids.taken,
    refuse,
    refused: () => refused.toSorted(byPlace),
    claim(path, id, line) {
      const refusal = ids.claim(id, line === undefined ? { path } : { path, line })
      if (refusal !== null) refuse(refusal)
      return refusal === null
    },
  }
}

function byPlace(a: Refusal, b: Refusal): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return (a.line ?? 0) - (b.line ?? 0)
}
