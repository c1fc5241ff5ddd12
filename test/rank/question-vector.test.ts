import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openThrowawayIndex, type ThrowawayIndex } from '../../core/eval/throwaway-index.ts'
import { openWords } from '../../core/library/index.ts'
import { questionVector } from '../../core/rank/question-vector.ts'
import { draftOf } from '../question/plans.ts'
import { openEmbedder, type Embedder } from '../../core/semantic/index.ts'

const translate = openWords()
const passage = 'انهار الجسر القديم فوق النهر بعد فيضان استمر ثلاثة أيام، ولم يصب أحد بأذى.'

describe('questionVector', () => {
  let embedder: Embedder
  let index: ThrowawayIndex

  beforeAll(async () => {
    embedder = (await openEmbedder({ model: 'data/models/rawi-embed', cacheFolder: '', hub: '' }))!
    index = await openThrowawayIndex({
      corpus: { documents: [{ id: 'bridge', title: 'انهيار جسر', text: passage }] },
      embedder,
      now: () => new Date('2024-05-01T00:00:00Z'),
    })
  })

  afterAll(async () => {
    await index.close()
    await embedder.close()
  })

  it.each([
    ['tr', 'Eski köprü neden nehre yıkıldı?'],
    ['ru', 'Почему старый мост через реку обрушился?'],
  ])('brings a question in %s, which the model does not know, nearer', async (language, text) => {
    const snapshot = await index.engine.snapshot()
    const vector = await questionVector({ snapshot, embedder }, draftOf(text, language, translate))
    const [asked, held] = await embedder.embed([text, passage], 'question')
    expect(cosine(vector!, held!)).toBeGreaterThan(cosine(asked!, held!) + 0.1)
  })

  it.each([
    ['en', 'Why did the old bridge over the river collapse?'],
    ['ar', 'لماذا انهار الجسر القديم؟'],
    ['fa', 'چرا پل قدیمی فرو ریخت؟'],
  ])('is that of the text alone in %s', async (language, text) => {
    const snapshot = await index.engine.snapshot()
    const [alone] = await embedder.embed([text], 'question')
    expect(
      await questionVector({ snapshot, embedder }, draftOf(text, language, translate)),
    ).toEqual(alone)
  })

  it('is that of the text alone where the model does not say what it knows', async () => {
    const { languages: _, ...silent } = embedder
    const snapshot = await index.engine.snapshot()
    const text = 'Почему старый мост через реку обрушился?'
    const [alone] = await embedder.embed([text], 'question')
    const asked = draftOf(text, 'ru', translate)
    expect(await questionVector({ snapshot, embedder: silent }, asked)).toEqual(alone)
  })

  it('is null without a model', async () => {
    const snapshot = await index.engine.snapshot()
    const asked = draftOf('Why?', 'en')
    expect(await questionVector({ snapshot, embedder: null }, asked)).toBeNull()
  })
})

function cosine(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, at) => sum + value * other[at]!, 0)
}
