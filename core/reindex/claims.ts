/** Claims: who holds which id, in the order of the corpus, and everything that could not be taken in. */
import {
  createIdRegister,
  mostRefused,
  refuseRest,
  type IdSet,
  type Refusal,
} from '../corpus/index.ts'

export interface Claims {
  readonly claimed: IdSet
  /** In the order of their places. */
  refused(): readonly Refusal[]
  /** @returns False when the id is another article's, which is reported. */
  claim(path: string, id: string, line?: number): boolean
  /** Takes a claim back. */
  release(id: string): void
  refuse(refusal: Refusal): void
}

/** @param onRefused - Told of each refusal as it is met. */
export function createClaims(onRefused: (refusal: Refusal) => void): Claims {
  const ids = createIdRegister()
  const refused: Refusal[] = []
  const contested = new Map<string, number>()

  function refuse(refusal: Refusal): void {
    refused.push(refusal)
    onRefused(refusal)
  }

  return {
    claimed: ids.taken,
    release: (id) => ids.release(id),
    refuse,
    refused() {
      const rest = [...contested].filter(([, count]) => count > mostRefused)
      const told = rest.map(([path, count]) => refuseRest(path, count - mostRefused))
      return [...refused, ...told].toSorted(byPlace)
    },
    claim(path, id, line) {
      const refusal = ids.claim(id, line === undefined ? { path } : { path, line })
      if (refusal !== null) {
        const count = (contested.get(path) ?? 0) + 1
        contested.set(path, count)
        if (count <= mostRefused) refuse(refusal)
      }
      return refusal === null
    },
  }
}

function byPlace(a: Refusal, b: Refusal): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return (a.line ?? 0) - (b.line ?? 0)
}
