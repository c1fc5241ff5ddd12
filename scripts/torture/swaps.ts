/** Swaps: every article is rewritten and published again and again, while a server answers and goes over each time. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Asking } from './asking.ts'
import type { Embedder } from '../../core/semantic/index.ts'
import type { TortureCorpus } from './corpus.ts'
import { readIndex, reindexQuietly } from './index-content.ts'

export interface SwapsOptions {
  readonly corpus: TortureCorpus
  /** null for words alone. */
  readonly embedder: Embedder | null
  readonly database: string
  readonly asking: Asking
  readonly swaps: number
  readonly deadline: number
  readonly say: (line: string) => void
}

export interface SwapsResult {
  /** Generations that the server was seen to go over to. */
  readonly swaps: number
  /** From publication to the first answer from it, milliseconds. */
  readonly longestMs: number
}

/** A server looks for news once a second; one that is asked more than it can answer takes its time. */
const longestWaitMs = 120_000

export async function swap(options: SwapsOptions): Promise<SwapsResult> {
  const { corpus, database, embedder, asking, deadline, say } = options
  let swaps = 0
  let longestMs = 0
  while (swaps < options.swaps && performance.now() < deadline) {
    corpus.change('all')
    const generation = await reindexQuietly(corpus.folder, database, embedder)
    asking.learn(generation, readIndex(database))
    const published = performance.now()
    while (!asking.hasAnswered(generation)) {
      if (performance.now() - published > longestWaitMs)
        throw new Error(`The server did not go over to generation ${generation}`)
      await pause(5)
    }
    longestMs = Math.max(longestMs, Math.round(performance.now() - published))
    swaps += 1
    if (swaps % 25 === 0) say(`${swaps} swaps`)
  }
  return { swaps, longestMs }
}
