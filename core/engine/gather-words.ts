/**
 * Gathers the words of a generation that is about to be published into the lexical file, in a pool of threads, so that
 * neither the next start nor a server that goes over to it has to analyse them.
 *
 * In:     an index file whose new generation is written and committed.
 * Out:    its lexical file; whatever is served now stays part of it, so a run that ends here does no harm.
 * Cost:   the analysis of the passages that the file lacks, three quarters of a millisecond each, shared by the
 *         threads; then a visit of every posting. Nothing for a run that added few: who serves analyses these.
 */
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Piscina } from 'piscina'
import { joinLexical } from '../lexical/index.ts'
import { publishedGeneration } from '../store/generations.ts'
import type { Connection } from '../store/open-database.ts'
import { countNewPassages, shownArticles, type ShownArticle } from '../store/shown-articles.ts'
import type { GatherTask } from './gather-words-worker.ts'
import {
  lexicalFileOf,
  readLexicalFile,
  stampOf,
  writeLexicalFile,
  type SavedWords,
} from './lexical-file.ts'

export interface GatherOptions {
  readonly connection: Connection
  /** The generation that is about to be published. */
  readonly building: number
  /** New passages that are worth the work. @default 2_000 */
  readonly least?: number
  /** @default as many as the machine has cores */
  readonly threads?: number
  /** Told of passages. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** Passages analysed in one task: a thread holds their postings in memory. */
const taskPassages = 12_000

/**
 * @throws {RawiError} `STORAGE_FAILED` when the file cannot be written.
 * @throws The reason of the signal when it was aborted.
 */
export async function gatherWords({
  connection,
  building,
  least = 2_000,
  threads = availableParallelism(),
  onProgress = () => undefined,
  signal,
}: GatherOptions): Promise<void> {
  if (countNewPassages(connection, building) < least) return
  const path = lexicalFileOf(connection.path)
  // A file that is damaged or missing is as good as an empty one.
  const saved = await readLexicalFile(path).catch(() => null)
  const shown = shownArticles(connection, publishedGeneration(connection)?.generation ?? 0)
  const lacking = saved === null ? shown : shown.filter(({ row }) => !isSaved(saved, row))
  const tasks = tasksOf(lacking)
  if (tasks.length === 0) return
  const pool = openPool(Math.min(threads, tasks.length))
  const segments = await analyse(tasks, pool, connection.path, onProgress, signal).finally(() => {
    void pool.destroy()
  })
  const known = new Set(shown.flatMap(({ passageIds }) => passageIds))
  const parts = saved === null ? segments : [saved.lexical, ...segments]
  const joining = joinLexical(parts, (id) => known.has(id))
  for (;;) {
    signal?.throwIfAborted()
    const step = joining.next()
    if (step.done === true) {
      const stamps = new Map(shown.map(({ row }) => [row.row, stampOf(row)]))
      return writeLexicalFile(path, { stamps, lexical: step.value }, 'gathered')
    }
    await setImmediate()
  }
}

function isSaved({ stamps }: SavedWords, row: ShownArticle['row']): boolean {
  return stamps.get(row.row) === stampOf(row)
}

type Pool = Piscina<GatherTask, ArrayBuffer>

function openPool(threads: number): Pool {
  return new Piscina({
    filename: new URL('gather-words-worker.ts', import.meta.url).href,
    name: 'gather',
    minThreads: threads,
    maxThreads: threads,
  })
}

interface Task extends Pick<GatherTask, 'rows'> {
  readonly passages: number
}

async function analyse(
  tasks: readonly Task[],
  pool: Pool,
  database: string,
  onProgress: NonNullable<GatherOptions['onProgress']>,
  signal: AbortSignal | undefined,
): Promise<readonly Uint8Array[]> {
  const total = tasks.reduce((sum, { passages }) => sum + passages, 0)
  let done = 0
  onProgress(done, total)
  return Promise.all(
    tasks.map(async ({ rows, passages }) => {
      const segment = await pool.run({ database, rows }, signal === undefined ? {} : { signal })
      onProgress((done += passages), total)
      return new Uint8Array(segment)
    }),
  )
}

function tasksOf(articles: readonly ShownArticle[]): readonly Task[] {
  const tasks: { readonly rows: number[]; passages: number }[] = []
  for (const { row, passageIds } of articles) {
    let task = tasks.at(-1)
    if (task === undefined || task.passages >= taskPassages)
      tasks.push((task = { rows: [], passages: 0 }))
    task.rows.push(row.row)
    task.passages += passageIds.length
  }
  return tasks
}
