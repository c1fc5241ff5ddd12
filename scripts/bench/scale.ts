/**
 * Measures how indexing and serving grow with an archive, by the commands and the archive that people use.
 *
 * For each size: a first index, a run over nothing new, a run over one new article, a start, then questions.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say } from '../command/command.ts'
import { runMeasured, type MeasuredRun } from './run-measured.ts'
import { countRecords, sampleRecords } from './sample-records.ts'
import type { ServingFigures } from './serve.ts'

export interface ScaleRow extends ServingFigures {
  readonly articles: number
  readonly passages: number
  readonly firstSeconds: number
  readonly passagesASecond: number
  readonly unchangedSeconds: number
  readonly oneNewSeconds: number
  readonly diskMB: number
  readonly indexingMemoryMB: number | null
}

export interface ScaleOptions {
  /** Holds JSON lines. */
  readonly folder: string
  /** Articles; those above what the folder holds are measured once, over all of it. */
  readonly sizes: readonly number[]
}

/** What `npm run reindex` has Node run. */
const asByNpm = ['--import', './scripts/command/compile-cache.mjs', 'scripts/reindex.ts'] as const

/** Rows in ascending order of size, each as soon as it is known. */
export async function* benchScale(
  { folder, sizes }: ScaleOptions,
  signal: AbortSignal,
): AsyncGenerator<ScaleRow> {
  const total = await countRecords(folder)
  for (const size of new Set(sizes.map((wanted) => Math.min(wanted, total)))) {
    const place = mkdtempSync(join(tmpdir(), 'rawi-scale-'))
    try {
      say(`${size} articles: indexing`)
      yield await measure(folder, total, size, place, signal)
    } finally {
      rmSync(place, { recursive: true })
    }
  }
}

async function measure(
  folder: string,
  total: number,
  size: number,
  place: string,
  signal: AbortSignal,
): Promise<ScaleRow> {
  const [articles, added, index] = ['articles', 'added', 'index'].map((name) => join(place, name))
  for (const made of [articles!, added!, index!]) mkdirSync(made)
  if (size < total) await sampleRecords(folder, total, size, join(articles!, 'sample.jsonl'))
  const database = join(index!, 'index.db')
  const reindex = async () => {
    const folders = [size < total ? articles! : folder, added!]
    const args = [...asByNpm, '--json', '--db', database, '--articles', ...folders]
    const run = await runMeasured(args, signal, [0, 3])
    return {
      ...run,
      report: JSON.parse(run.output) as { passages: number; articles: { total: number } },
    }
  }
  const first = await reindex()
  const diskMB = bytesIn(index!) / 1e6
  const unchanged = await reindex()
  writeFileSync(
    join(added!, 'bridge.txt'),
    'افتتاح جسر جديد\nافتتحت البلدية صباح اليوم جسراً جديداً فوق النهر.\n',
  )
  const oneNew = await reindex()
  say(`${size} articles: asking`)
  const served = await runMeasured(['scripts/bench/serve.ts', database], signal)
  const { passages } = first.report
  return {
    articles: first.report.articles.total,
    passages,
    firstSeconds: first.seconds,
    passagesASecond: Math.round(passages / first.seconds),
    unchangedSeconds: unchanged.seconds,
    oneNewSeconds: oneNew.seconds,
    diskMB: Math.round(diskMB),
    indexingMemoryMB: first.memoryMB,
    ...(JSON.parse(served.output) as ServingFigures),
    ...peakOf(served),
  }
}

function peakOf({ memoryMB }: MeasuredRun): Partial<Pick<ServingFigures, 'memoryMB'>> {
  return memoryMB === null ? {} : { memoryMB }
}

function bytesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}

/** As it stands in docs/figures.md. */
export function scaleTable(rows: readonly ScaleRow[]): string {
  const columns: readonly (readonly [string, (row: ScaleRow) => string])[] = [
    ['articles', ({ articles }) => count(articles)],
    ['passages', ({ passages }) => count(passages)],
    ['first index', ({ firstSeconds }) => `${seconds(firstSeconds)} s`],
    ['passages/s', ({ passagesASecond }) => count(passagesASecond)],
    ['memory', ({ indexingMemoryMB }) => megabytes(indexingMemoryMB)],
    ['on disk', ({ diskMB }) => megabytes(diskMB)],
    ['nothing new', ({ unchangedSeconds }) => `${seconds(unchangedSeconds)} s`],
    ['one new', ({ oneNewSeconds }) => `${seconds(oneNewSeconds)} s`],
    ['ready after', ({ readySeconds }) => `${seconds(readySeconds)} s`],
    ['p50', ({ p50Ms }) => `${p50Ms.toFixed(0)} ms`],
    ['p95', ({ p95Ms }) => `${p95Ms.toFixed(0)} ms`],
    ['memory, serving', ({ memoryMB }) => megabytes(memoryMB)],
  ]
  return [
    line(columns.map(([name]) => name)),
    line(columns.map(() => '---:')),
    ...rows.map((row) => line(columns.map(([, cell]) => cell(row)))),
  ].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}

function seconds(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0)
}

function megabytes(value: number | null): string {
  return value === null ? '–' : `${count(value)} MB`
}
