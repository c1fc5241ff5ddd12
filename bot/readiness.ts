/** Whether questions can be asked yet; if not, what is being waited for. */
import type { Archive, ArchiveStatus } from '../core/archive.ts'
import { isRawiError } from '../core/errors.ts'

export type Readiness =
  | { readonly ready: true; readonly status: ArchiveStatus }
  | {
      readonly ready: false
      readonly state: 'opening' | 'indexing' | 'failed'
      /** For the operator: set when failed. */
      readonly reason: string | null
      readonly progress: IndexingProgress | null
    }

export interface IndexingProgress {
  readonly done: number
  /** null until the articles were counted. */
  readonly total: number | null
}

export interface ReadinessDeps {
  readonly archive: Archive
  /** null when no first indexing is under way. */
  readonly indexing: () => IndexingProgress | null
  /** How long an index may take to open before "opening" is the answer. @default 1000 */
  readonly patienceMs?: number
}

export function createReadiness({
  archive,
  indexing,
  patienceMs = 1000,
}: ReadinessDeps): () => Promise<Readiness> {
  return async () => {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<Readiness>((resolve) => {
      timer = setTimeout(resolve, patienceMs, waiting('opening'))
    })
    try {
      return await Promise.race([patience, readinessOf(archive, indexing())])
    } finally {
      clearTimeout(timer)
    }
  }
}

async function readinessOf(
  archive: Archive,
  indexing: IndexingProgress | null,
): Promise<Readiness> {
  try {
    return { ready: true, status: await archive.status() }
  } catch (error) {
    if (!isRawiError(error)) throw error
    return error.code === 'INDEX_MISSING' && indexing !== null
      ? { ...waiting('indexing'), progress: indexing }
      : waiting('failed', error.message)
  }
}

function waiting(
  state: 'opening' | 'indexing' | 'failed',
  reason: string | null = null,
): Readiness & { ready: false } {
  return { ready: false, state, reason, progress: null }
}
