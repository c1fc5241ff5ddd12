import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Snapshot } from '../../core/engine/search-engine.ts'
import { openThrowawayIndex, type ThrowawayIndex } from '../../core/eval/throwaway-index.ts'
import { beginComparing } from '../../core/rank/compared.ts'
import { retrieve } from '../../core/rank/retrieve.ts'
import { completePlan, type QuestionPlan } from '../../core/question/plan.ts'
import { draftOf } from '../question/plans.ts'
import { openEmbedder, type Embedder } from '../../core/semantic/index.ts'

const question = draftOf('لماذا انهار الجسر القديم؟', 'ar')
const wanted = { limit: 5 }

describe('beginComparing', () => {
  let embedder: Embedder
  let index: ThrowawayIndex
  let snapshot: Snapshot
  let plan: QuestionPlan
  /** The thread beside ends under it. */
  let failing: Snapshot

  beforeAll(async () => {
    embedder = (await openEmbedder({ model: 'data/models/rawi-embed', cacheFolder: '', hub: '' }))!
    const text = 'انهار الجسر القديم فوق النهر بعد فيضان استمر ثلاثة أيام، ولم يصب أحد بأذى.'
    index = await openThrowawayIndex({
      corpus: { documents: [{ id: 'bridge', title: 'انهيار جسر', text }] },
      embedder,
      now: () => new Date('2024-05-01T00:00:00Z'),
    })
    snapshot = await index.engine.snapshot()
    plan = await completePlan(question, snapshot)
    failing = {
      ...snapshot,
      similar: async () => {
        throw new Error('the thread has ended')
      },
    }
  })

  afterAll(async () => {
    await index.close()
    await embedder.close()
  })

  it('hands the nearest passages to retrieval', async () => {
    const compared = await beginComparing({ snapshot, embedder }, question, wanted)
    const [best] = await retrieve(snapshot, plan, compared, wanted)
    expect(best?.passage.articleId).toBe('bridge')
    expect(best?.cosine).toBeGreaterThan(0.3)
  })

  it('compares nothing without a model; words alone are matched', async () => {
    const compared = await beginComparing({ snapshot, embedder: null }, question, wanted)
    expect(compared).toBeNull()
    const [best] = await retrieve(snapshot, plan, compared, wanted)
    expect(best).toMatchObject({ passage: { articleId: 'bridge' }, cosine: null })
  })

  it('tells whoever retrieves that comparing failed, and troubles nobody where nothing is retrieved', async () => {
    await beginComparing({ snapshot: failing, embedder }, question, wanted)
    const compared = await beginComparing({ snapshot: failing, embedder }, question, wanted)
    await expect(retrieve(failing, plan, compared, wanted)).rejects.toThrow('has ended')
  })
})
