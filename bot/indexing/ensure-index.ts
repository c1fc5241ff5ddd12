/** Sees to it that there is an index to serve: finds it, or makes the first one. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Archive } from '../../core/archive.ts'
import { isRawiError } from '../../core/errors.ts'
import type { Config } from '../config.ts'
import type { Logger } from '../logger.ts'
import type { IndexingProgress } from '../readiness.ts'
import { runFirstIndex } from './first-index.ts'
import { createProgressLine } from './progress-line.ts'

export interface EnsureIndexDeps {
  readonly archive: Archive
  readonly logger: Logger
  readonly report: (progress: IndexingProgress | null) => void
  readonly signal: AbortSignal
}

/** @throws {RawiError} When the index cannot be opened or made. */
export async function ensureIndex(
  config: Pick<Config, 'articles' | 'database' | 'embedding'>,
  { archive, logger, report, signal }: EnsureIndexDeps,
): Promise<void> {
  if (await hasIndex(archive)) return
  report({ done: 0, total: null })
  logger.info(`No index yet: indexing ${config.articles.join(', ')}`)
  const line = createProgressLine(logger, process.stderr)
  try {
    const { articles: folders, database, embedding } = config
    const done = await runFirstIndex(
      { folders, database, embedding },
      {
        signal,
        onProgress: ({ phase, done: count, total }) => {
          if (phase !== 'indexing') return
          report({ done: count, total })
          line.show({ done: count, total })
        },
        onRefused: (refusal) => logger.warn(refusal, 'Not indexed'),
      },
    )
    if (done === null) return
    line.end()
    if (done.articles.total === 0) {
      logger.warn(`No article was found in ${folders.join(', ')}. Put some there: npm run reindex`)
    }
    logger.info(
      `Indexed ${done.articles.total} articles, ${done.passages} passages, in ${done.seconds} s; ${done.refused.length} refused`,
    )
  } catch (error) {
    if (!isRawiError(error) || error.code !== 'INDEX_BUSY') throw error
    logger.info('Another process is indexing these articles: waiting for it')
  } finally {
    line.end()
  }
  while (!signal.aborted && !(await hasIndex(archive))) await pause(500)
  report(null)
}

async function hasIndex(archive: Archive): Promise<boolean> {
  try {
    await archive.status()
    return true
  } catch (error) {
    if (isRawiError(error) && error.code === 'INDEX_MISSING') return false
    throw error
  }
}
