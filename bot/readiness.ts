/** An archive that can be handed out before it is open: until then it says what it waits for. */
import type { Archive } from '../core/archive.ts'
import { RawiError } from '../core/errors.ts'

export type Readiness =
  | { readonly state: 'opening' }
  | {
      readonly state: 'indexing'
      readonly done: number
      /** null until the articles were counted. */
      readonly total: number | null
    }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'ready' }

export interface PendingArchive extends Archive {
  readonly readiness: () => Readiness
  /** Tells what is being waited for; of no effect once open. */
  readonly report: (readiness: Exclude<Readiness, { state: 'ready' }>) => void
  readonly open: (archive: Archive) => void
}

export function createPendingArchive(): PendingArchive {
  let opened: Archive | null = null
  let waiting: Readiness = { state: 'opening' }

  const current = (): Archive => {
    if (opened !== null) return opened
    throw new RawiError('INDEX_MISSING', 'No index is open yet. Ask again when /readyz says so.')
  }
  return {
    readiness: () => (opened === null ? waiting : { state: 'ready' }),
    report: (readiness) => {
      waiting = readiness
    },
    open: (archive) => {
      opened = archive
    },
    ask: async (request) => current().ask(request),
    article: async (id) => current().article(id),
    sources: async () => current().sources(),
    status: async () => current().status(),
    close: async () => opened?.close(),
  }
}
