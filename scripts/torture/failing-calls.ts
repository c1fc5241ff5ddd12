/**
 * Failing calls: each write and each flush of a run over the index file, its log and its lock fails once with the error
 * of a full or of a dying disk, by the system's own strace.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Embedder } from '../../core/semantic/index.ts'
import type { TortureCorpus } from './corpus.ts'
import type { FaultsResult } from './full-disk.ts'
import { contentFromZero, readIndex, reindexQuietly } from './index-content.ts'

export interface FailingCallsOptions {
  readonly root: string
  readonly corpus: TortureCorpus
  /** null for words alone. */
  readonly embedder: Embedder | null
  /** How many calls of each kind, spread over the run; all of them where there are fewer. */
  readonly each: number
  readonly deadline: number
  readonly say: (line: string) => void
}

/** A full disk stays full; a bad sector is met once. */
const kinds = [
  { call: 'pwrite64', error: 'ENOSPC', from: true },
  { call: 'pwrite64', error: 'EIO', from: false },
  { call: 'fsync', error: 'EIO', from: false },
  { call: 'fdatasync', error: 'EIO', from: false },
  { call: 'ftruncate', error: 'EIO', from: false },
] as const

const script = fileURLToPath(new URL('../reindex.ts', import.meta.url))

export async function failCalls(options: FailingCallsOptions): Promise<FaultsResult> {
  const { root, corpus, embedder, each, deadline, say } = options
  const model = embedder?.folder ?? 'none'
  const database = join(root, 'failing.db')
  const torn: string[] = []
  let tried = 0
  let failedRuns = 0
  if (!canTrace()) {
    const skipped = 'strace is not installed or may not trace here: no call is made to fail.'
    return { skipped, tried, failedRuns, torn }
  }
  await reindexQuietly(corpus.folder, database, embedder)
  corpus.change('all')
  const counted = await countCalls(corpus.folder, database, model, join(root, 'calls'))

  for (const { call, error, from } of kinds) {
    const count = counted.get(call) ?? 0
    for (const at of spread(count, each)) {
      if (performance.now() > deadline) break
      const name = `${call} ${at} of ${count}: ${error}`
      const before = readIndex(database)
      corpus.change('all')
      const after = await contentFromZero(corpus.folder, join(root, 'scratch.db'), embedder)
      const inject = `${call}:error=${error}:when=${at}${from ? '+' : ''}`
      const { code, stderr } = await traced(corpus.folder, database, model, [
        '-e',
        `inject=${inject}`,
      ])
      tried += 1
      if (code !== 0) failedRuns += 1
      if (code !== 0 && (code !== 1 || /^\s+at /m.test(stderr)))
        torn.push(`${name}: exit code ${code}, ${stderr}`)
      const now = readIndex(database)
      torn.push(...now.damage.map((what) => `${name}: ${what}`))
      const isBefore = code !== 0 && now.digest === before.digest
      if (!isBefore && now.digest !== after.digest) torn.push(`${name}: neither is served whole`)
      await reindexQuietly(corpus.folder, database, embedder)
      const end = readIndex(database)
      if (end.digest !== after.digest) torn.push(`${name}: the next run ends elsewhere`)
      torn.push(...end.damage.map((what) => `${name}, after the next run: ${what}`))
    }
    say(`${call} ${error}: ${tried} tried, ${failedRuns} runs failed, ${torn.length} torn`)
  }
  return { tried, failedRuns, torn }
}

function canTrace(): boolean {
  return spawnSync('strace', ['-qqq', '-e', 'trace=none', 'true']).status === 0
}

/** @returns How often an undisturbed run makes each of the calls. */
async function countCalls(
  folder: string,
  database: string,
  model: string,
  log: string,
): Promise<ReadonlyMap<string, number>> {
  await traced(folder, database, model, ['-o', log])
  const counts = new Map<string, number>()
  for (const [, call] of readFileSync(log, 'utf8').matchAll(/^(?:\d+ +)?(\w+)\(/gm)) {
    counts.set(call!, (counts.get(call!) ?? 0) + 1)
  }
  rmSync(log)
  return counts
}

async function traced(folder: string, database: string, model: string, more: readonly string[]) {
  const paths = ['', '-wal', '-shm', '.lock'].flatMap((end) => ['-P', `${database}${end}`])
  const calls = [...new Set(kinds.map(({ call }) => call))].join(',')
  const log = more.includes('-o') ? [] : ['-o', '/dev/null']
  const run = [process.execPath, script, '--articles', folder, '--db', database]
  const child = spawn(
    'strace',
    ['-f', '-qqq', ...log, ...paths, '-e', `trace=${calls}`, ...more, ...run],
    {
      env: { PATH: process.env['PATH'], EMBEDDING_MODEL: model },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stderr }
}

/** Of 1 to `count` so many, evenly. */
function spread(count: number, wanted: number): readonly number[] {
  if (count <= wanted) return Array.from({ length: count }, (_, n) => n + 1)
  return Array.from({ length: wanted }, (_, n) => 1 + Math.floor((n * count) / wanted))
}
