/**
 * A disk that runs full: the index lies on a small tmpfs of which ever less is left, and every run over a changed corpus
 * either publishes or leaves what was served as it was.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRawiError } from '../../core/errors.ts'
import type { Embedder } from '../../core/semantic/index.ts'
import type { TortureCorpus } from './corpus.ts'
import { contentFromZero, readIndex, reindexQuietly } from './index-content.ts'

export interface FullDiskOptions {
  readonly root: string
  readonly corpus: TortureCorpus
  /** null for words alone. */
  readonly embedder: Embedder | null
  /** At how many fillings of the disk. */
  readonly fillings: number
  readonly deadline: number
}

export interface FaultsResult {
  /** Why none was tried. */
  readonly skipped?: string
  readonly tried: number
  readonly failedRuns: number
  readonly torn: readonly string[]
}

const diskBytes = 24 * 1024 * 1024
/** What a run over the whole corpus writes at most, above what is there. */
const neededBytes = 400 * 1024

export async function fillDisk(options: FullDiskOptions): Promise<FaultsResult> {
  const { root, corpus, embedder, fillings, deadline } = options
  const disk = join(root, 'disk')
  mkdirSync(disk)
  try {
    const size = `size=${diskBytes}`
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', disk], { stdio: 'pipe' })
  } catch {
    const skipped = 'A small tmpfs may not be mounted here: a full disk is tried as root only.'
    return { skipped, tried: 0, failedRuns: 0, torn: [] }
  }
  const database = join(disk, 'index.db')
  const filler = join(disk, 'filler')
  const torn: string[] = []
  let tried = 0
  let failedRuns = 0
  try {
    await reindexQuietly(corpus.folder, database, embedder)
    for (let n = 0; n < fillings && performance.now() < deadline; n++) {
      const before = readIndex(database)
      corpus.change('all')
      const after = await contentFromZero(corpus.folder, join(root, 'scratch.db'), embedder)
      const left = Math.round((neededBytes * n) / fillings)
      fill(disk, filler, left)
      const failure = await reindexQuietly(corpus.folder, database, embedder).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error : new Error('no error was thrown')),
      )
      const name = `${left} bytes left`
      tried += 1
      if (failure !== null) failedRuns += 1
      if (failure !== null && !(isRawiError(failure) && failure.code === 'STORAGE_FAILED'))
        torn.push(`${name}: ${failure.message}`)
      rmSync(filler, { force: true })
      const now = readIndex(database)
      torn.push(...now.damage.map((what) => `${name}: ${what}`))
      const isBefore = failure !== null && now.digest === before.digest
      if (!isBefore && now.digest !== after.digest) torn.push(`${name}: neither is served whole`)
      await reindexQuietly(corpus.folder, database, embedder)
      const end = readIndex(database)
      if (end.digest !== after.digest) torn.push(`${name}: the next run ends elsewhere`)
      torn.push(...end.damage.map((what) => `${name}, after the next run: ${what}`))
    }
  } finally {
    execFileSync('umount', [disk])
  }
  return { tried, failedRuns, torn }
}

/** Writes a file that leaves so many bytes free. */
function fill(disk: string, filler: string, left: number): void {
  const { bavail, bsize } = statfsSync(disk)
  const bytes = Math.max(0, bavail * bsize - left)
  writeFileSync(filler, Buffer.alloc(bytes, 1))
}
