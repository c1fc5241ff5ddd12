/** Runs as a process of its own: waits for a word, reindexes, and ends itself with SIGKILL at a checkpoint. */
import type { Checkpoint } from '../../core/engine/index.ts'
import { reindex } from '../../core/reindex/index.ts'
import { openEmbedder } from '../../core/semantic/index.ts'

/** What `startStruck` sends. */
export interface StruckOrder {
  readonly folder: string
  readonly database: string
  /** A folder, or `none`. */
  readonly model: string
  /** null runs to the end, or until it is killed from outside. */
  readonly strike: { readonly at: Checkpoint; readonly time: number } | null
}

process.once('message', (order: StruckOrder) => void run(order))
process.send?.('ready')

async function run({ folder, database, model, strike }: StruckOrder): Promise<void> {
  let times = 0
  const embedder = await openEmbedder({ model, cacheFolder: '', hub: '', deferred: true })
  await reindex({
    folders: [folder],
    database,
    embedder,
    // More than one, so that what one did cannot be taken for what another did.
    readers: 2,
    // Often, so that there is work to go on with.
    commitEveryMs: 10,
    now: () => new Date(),
    onCheckpoint(checkpoint) {
      if (checkpoint !== strike?.at) return
      times += 1
      if (times === strike.time) process.kill(process.pid, 'SIGKILL')
    },
  })
  process.disconnect()
}
