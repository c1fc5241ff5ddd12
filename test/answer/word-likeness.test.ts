import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWordLikeness } from '../../core/answer/word-likeness.ts'
import { openEmbedder, type Embedder } from '../../core/semantic/index.ts'

let embedder: Embedder
beforeAll(async () => {
  embedder = (await openEmbedder({ model: 'data/models/rawi-embed', cacheFolder: '', hub: '' }))!
})
afterAll(() => embedder.close())

const first = ['نهر', 'جسر', 'هدنه', 'وزير', 'باران', 'سیل', 'ceasefire', 'minister', 'river']
const second = ['فيضان', 'قطار', 'بندر', 'زلزله', 'harbour', 'earthquake', 'نهر', 'train']

async function cosine(one: string, other: string): Promise<number> {
  const vectors = await embedder.embed([one], 'passage')
  const [to] = await embedder.embed([other], 'passage')
  return vectors[0]!.reduce((sum, x, at) => sum + x * to![at]!, 0)
}

describe('createWordLikeness', () => {
  it.each([
    ['as many words as there are', 100],
    ['fewer words than one question has', 4],
  ])('gives the cosines of vectors when it keeps %s', async (_, capacity) => {
    const likenessOf = createWordLikeness(embedder, capacity)
    const terms = ['truce', 'نهر']
    // Asked at once: what one question has the other forget is not missed.
    const both = await Promise.all(
      [first, second].map((words) => likenessOf(terms, new Set(words))),
    )
    for (const [at, words] of [first, second].entries()) {
      expect([...both[at]!.keys()]).toEqual(words)
      for (const word of words)
        for (const [term, found] of both[at]!.get(word)!.entries())
          expect(found).toBeCloseTo(await cosine(word, terms[term]!), 4)
    }
  })

  it('knows nothing of no words', async () => {
    const likenessOf = createWordLikeness(embedder)
    expect((await likenessOf(['نهر'], new Set())).size).toBe(0)
    expect(await likenessOf([], new Set(['نهر']))).toEqual(new Map([['نهر', new Float32Array(0)]]))
  })
})
