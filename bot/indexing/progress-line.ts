/** Progress of the first indexing: a bar for a person who looks on, a line now and then for a log. */
import { Presets, SingleBar } from 'cli-progress'
import type { Logger } from '../logger.ts'
import type { IndexingProgress } from '../readiness.ts'

export interface ProgressLine {
  readonly show: (progress: IndexingProgress) => void
  readonly end: () => void
}

export function createProgressLine(logger: Logger, stream: NodeJS.WriteStream): ProgressLine {
  return stream.isTTY ? bar(stream) : lines(logger)
}

function bar(stream: NodeJS.WriteStream): ProgressLine {
  const format = 'Indexing {bar} {value} of {total} articles, {eta_formatted} left'
  const shown = new SingleBar({ format, stream, clearOnComplete: true }, Presets.shades_classic)
  return {
    show: ({ done, total }) => {
      if (total === null) return
      if (shown.isActive) shown.update(done)
      else shown.start(total, done)
    },
    end: () => shown.stop(),
  }
}

function lines(logger: Logger): ProgressLine {
  let lastAt = -Infinity
  return {
    show: ({ done, total }) => {
      if (total === null || performance.now() - lastAt < everyMs) return
      lastAt = performance.now()
      logger.info(`Indexing: ${done} of ${total} articles`)
    },
    end: () => {},
  }
}

const everyMs = 5000
