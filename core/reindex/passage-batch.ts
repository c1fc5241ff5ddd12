/**
 * Passage batch: gathers articles until their passages fill a batch, embeds them together, and hands each article on
 * with its passages, in the order they came.
 *
 * A title goes in front of each of its passages: what a passage is about is often said only there.
 */
import type { Article, Passage } from '../article.ts'
import { splitPassages, type ReadArticle } from '../corpus/index.ts'
import type { PassageRecord } from '../engine/search-engine.ts'
import { quantise, type Embedder } from '../semantic/index.ts'
import type { Breath } from './breath.ts'

/** Passages that are embedded in one call. */
const batchSize = 128

export interface PassageBatch {
  /** @param done - Called once the article, and all before it, were embedded. */
  add(read: ReadArticle, done: (passages: readonly PassageRecord[]) => void): Promise<void>
  /** Runs when all that was added before is done. */
  after(step: () => void): void
  flush(): Promise<void>
}

interface Waiting {
  readonly article: Article | null
  readonly passages: readonly Passage[]
  readonly done: (passages: readonly PassageRecord[]) => void
}

export function createPassageBatch(embedder: Embedder | null, breathe: Breath): PassageBatch {
  let waiting: Waiting[] = []
  let size = 0

  async function embed(texts: readonly string[]): Promise<readonly (Int8Array | null)[]> {
    if (embedder === null) return texts.map(() => null)
    const vectors: Int8Array[] = []
    for (let at = 0; at < texts.length; at += batchSize) {
      const embedded = await embedder.embed(texts.slice(at, at + batchSize), 'passage')
      vectors.push(...embedded.map(quantise))
      await breathe()
    }
    return vectors
  }

  async function flush(): Promise<void> {
    const batch = waiting
    waiting = []
    size = 0
    const vectors = await embed(
      batch.flatMap(({ article, passages }) =>
        article === null ? [] : passages.map((passage) => titled(article, passage)),
      ),
    )
    let at = 0
    for (const { passages, done } of batch) {
      done(passages.map((passage) => ({ ...passage, vector: vectors[at++] ?? null })))
      await breathe()
    }
  }

  return {
    async add({ article }, done) {
      const passages = splitPassages(article)
      waiting.push({ article, passages, done })
      size += passages.length
      if (size >= batchSize) await flush()
    },
    after: (step) => void waiting.push({ article: null, passages: [], done: step }),
    flush,
  }
}

function titled({ title, text }: Article, { start, end }: Passage): string {
  const passage = text.slice(start, end)
  return passage.startsWith(title) ? passage : `${title}\n${passage}`
}
