/**
 * Article passages: embeds what an article was split into.
 *
 * A title goes in front of each of its passages: what a passage is about is often said only there.
 */
import type { Article, Passage } from '../article.ts'
import type { PassageRecord } from '../engine/search-engine.ts'
// Past the room's door: a run of words alone need not load the model's runtime.
import type { Embedder } from '../semantic/embedder.ts'
import { quantise } from '../semantic/quantise.ts'
import type { Breath } from '../breath.ts'

/** Passages that are embedded between two breaths. */
const batchSize = 16

export async function withVectors(
  article: Article,
  passages: readonly Passage[],
  embedder: Embedder | null,
  breathe: Breath,
): Promise<readonly PassageRecord[]> {
  if (embedder === null) return passages.map((passage) => ({ ...passage, vector: null }))
  const records: PassageRecord[] = []
  for (let at = 0; at < passages.length; at += batchSize) {
    const batch = passages.slice(at, at + batchSize)
    const texts = batch.map((passage) => titled(article, passage))
    const vectors = await embedder.embed(texts, 'passage')
    for (const [n, passage] of batch.entries())
      records.push({ ...passage, vector: quantise(vectors[n]!) })
    await breathe()
  }
  return records
}

function titled({ title, text }: Article, { start, end }: Passage): string {
  const passage = text.slice(start, end)
  return passage.startsWith(title) ? passage : `${title}\n${passage}`
}
