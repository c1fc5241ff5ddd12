/**
 * RawiError names a failure and who must act on it; every edge maps the closed table of codes to its own words.
 *
 * A weak search or an unanswerable question is no error: it is a value, see `Verdict`.
 * Bugs are plain errors, and only the outermost boundary catches those.
 *
 * Messages say what happened, with which value, and what to do. They never hold a token, a chat id or a user's text.
 */

/** Who must act: the operator (a command to run), the caller (a better request), or a dependency (retry, degrade). */
export const actorOf = {
  ARTICLE_UNKNOWN: 'caller',
  ARTICLE_WITHDRAWN: 'caller',
  OVERLOADED: 'caller',
  QUESTION_INVALID: 'caller',
  BACKUP_INVALID: 'operator',
  CONFIG_INVALID: 'operator',
  CORPUS_SHRUNK: 'operator',
  CORPUS_UNREADABLE: 'operator',
  DATASET_INVALID: 'operator',
  INDEX_BUSY: 'operator',
  INDEX_CORRUPT: 'operator',
  INDEX_MISSING: 'operator',
  INDEX_STALE: 'operator',
  INDEX_TOO_NEW: 'operator',
  ROLLBACK_IMPOSSIBLE: 'operator',
  STORAGE_FAILED: 'operator',
  VERIFICATION_FAILED: 'operator',
  ARCHIVE_ENDED: 'dependency',
  EMBEDDER_UNAVAILABLE: 'dependency',
  READER_UNAVAILABLE: 'dependency',
} as const satisfies Record<string, 'operator' | 'caller' | 'dependency'>

export type ErrorCode = keyof typeof actorOf

export class RawiError extends Error {
  override name = 'RawiError' as const
  readonly code: ErrorCode
  /** After how many milliseconds another try makes sense; null where that is not known. */
  readonly retryAfterMs: number | null

  constructor(
    code: ErrorCode,
    message: string,
    {
      retryAfterMs = null,
      ...options
    }: ErrorOptions & { readonly retryAfterMs?: number | null } = {},
  ) {
    super(message, options)
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

/** True for a RawiError of this thread or one that lost its class on the way from a worker thread. */
export function isRawiError(error: unknown): error is RawiError {
  return error instanceof Error && error.name === 'RawiError' && 'code' in error
}
