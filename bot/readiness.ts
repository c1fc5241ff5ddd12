/** Whether questions can be asked yet; if not, what is being waited for. */
import type { Archive, ArchiveStatus } from '../core/archive.ts'
import { isRawiError, type ErrorCode, type RawiError } from '../core/errors.ts'

export type Readiness =
  | { readonly ready: true; readonly status: ArchiveStatus }
  | {
      readonly ready: false
      readonly state: 'opening' | 'indexing' | 'failed'
      /** For the operator: set when failed. Where the index lies, the log alone tells. */
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
  /** Told of a failure once, until there is another. */
  readonly onFailure?: (error: RawiError) => void
  /** How long an index may take to open before "opening" is the answer. @default 1000 */
  readonly patienceMs?: number
}

export function createReadiness({
  archive,
  indexing,
  onFailure = () => undefined,
  patienceMs = 1000,
}: ReadinessDeps): () => Promise<Readiness> {
  let lastFailure = ''

  function failed(error: RawiError): Readiness {
    if (error.message !== lastFailure) onFailure(error)
    lastFailure = error.message
    return waiting(
      'failed',
      reasons[error.code] ?? 'The archive cannot be asked; the log says why.',
    )
  }

  return async () => {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<Readiness>((resolve) => {
      timer = setTimeout(resolve, patienceMs, waiting('opening'))
    })
    try {
      return await Promise.race([patience, readinessOf(archive, indexing(), failed)])
    } finally {
      clearTimeout(timer)
    }
  }
}

async function readinessOf(
  archive: Archive,
  indexing: IndexingProgress | null,
  failed: (error: RawiError) => Readiness,
): Promise<Readiness> {
  try {
    return { ready: true, status: await archive.status() }
  } catch (error) {
    if (!isRawiError(error)) throw error
    return error.code === 'INDEX_MISSING' && indexing !== null
      ? { ...waiting('indexing'), progress: indexing }
      : failed(error)
  }
}

function waiting(
  state: 'opening' | 'indexing' | 'failed',
  reason: string | null = null,
): Readiness & { ready: false } {
  return { ready: false, state, reason, progress: null }
}

const reasons: Readonly<Partial<Record<ErrorCode, string>>> = {
  INDEX_MISSING: 'There is no index. Run `npm run reindex`.',
  INDEX_CORRUPT: 'The index is torn. Run `npm run reindex -- --full`.',
  INDEX_BUSY: 'The index is locked by another process. Wait for it to end.',
  INDEX_TOO_NEW: 'The index was written by a newer Rawi. Update this installation.',
  STORAGE_FAILED: 'The index cannot be read. Check its folder, its rights and its disk.',
  ARCHIVE_ENDED: 'The archive ends again and again. Give it more memory.',
}
