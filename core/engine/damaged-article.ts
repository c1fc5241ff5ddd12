/** Damaged article: one whose row is no longer what was read from its file. The others are as they were. */
import { RawiError } from '../errors.ts'

class DamagedArticle extends RawiError {}

export function damagedArticle(id: string, database: string): RawiError {
  return new DamagedArticle(
    'INDEX_CORRUPT',
    `Article "${id}" is damaged in ${database}: it is no longer what was read from its file, and nothing of it is said. Run \`npm run reindex\`, which reads it anew, and check the disk.`,
  )
}

/** In the process that found it. */
export function isDamagedArticle(error: unknown): boolean {
  return error instanceof DamagedArticle
}
