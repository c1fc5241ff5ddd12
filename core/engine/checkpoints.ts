/**
 * Checkpoints: the moments of writing a generation between which a process may be cut off with different things done.
 *
 * Nothing is decided here. Whoever passes `onCheckpoint` is told synchronously: a test ends its process there.
 */

export const checkpoints = [
  /** The generation has its row, not committed yet. */
  'begun',
  'article-written',
  'article-removed',
  'file-noted',
  'committing',
  'committed',
  'verifying',
  'words-written',
  'verified',
  /** The row that publishes is written, not committed yet. */
  'publishing',
  /** Served from here on; what no generation shows any more is still there. */
  'published',
  /** What no generation shows is removed, not committed yet. */
  'sweeping',
  'swept',
] as const

export type Checkpoint = (typeof checkpoints)[number]
export type OnCheckpoint = (checkpoint: Checkpoint) => void
