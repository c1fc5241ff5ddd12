/** Article count: how many articles were dealt with, and how many there will be by what they take up on disk. */
import type { ReindexProgress } from './report.ts'
import type { Track } from './track.ts'

export interface ArticleCount {
  article(): void
  /** Bytes of a JSON lines file, as they are read. */
  readonly read: (bytes: number) => void
  /** All of a file was dealt with. */
  file(track: Track): void
}

/** A smaller part of the bytes says little of the rest. */
const tellingShare = 0.01

export function createArticleCount(
  tracks: readonly Track[],
  tell: (step: Pick<ReindexProgress, 'done' | 'total'>) => void,
): ArticleCount {
  const expected = tracks.filter(({ isNew }) => isNew).reduce((sum, { file }) => sum + file.size, 0)
  let bytes = 0
  let done = 0
  return {
    read: (more) => void (bytes += more),
    file({ file, isNew }) {
      if (isNew && file.format !== 'jsonl') bytes += file.size
    },
    article() {
      done += 1
      const share = bytes / expected
      tell({ done, total: share < tellingShare ? null : Math.max(done, Math.round(done / share)) })
    },
  }
}
