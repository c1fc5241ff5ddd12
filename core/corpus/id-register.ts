/** Finds articles that claim one id: the first keeps it, and the refusal of the second names both places. */
import type { Refusal } from './corpus-file.ts'
import { refuse } from './corpus-file.ts'

/** Ids, to be asked for and counted. */
export type IdSet = Pick<ReadonlySet<string>, 'has' | 'size'>

export interface ArticlePlace {
  readonly path: string
  readonly line?: number
}

export interface IdRegister {
  /** Ids that were claimed. */
  readonly taken: IdSet
  /** @returns null when the id was free; a refusal of `place` when another article holds it. */
  claim(id: string, place: ArticlePlace): Refusal | null
  /** Frees an id. */
  release(id: string): void
}

export function createIdRegister(): IdRegister {
  const holders = new Map<string, ArticlePlace>()
  return {
    taken: holders,
    release: (id) => void holders.delete(id),
    claim(id, place) {
      const holder = holders.get(id)
      if (holder === undefined) {
        holders.set(id, place)
        return null
      }
      const detail = `The id ${JSON.stringify(id)} of ${named(place)} is taken by ${named(holder)}.`
      return refuse(place.path, 'duplicate-id', detail, place.line)
    },
  }
}

function named({ path, line }: ArticlePlace): string {
  return line === undefined ? path : `${path}, line ${line}`
}
