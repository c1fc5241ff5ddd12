import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAnswerer, type Answerer } from '../../core/answer/answerer.ts'
import type { Snapshot } from '../../core/engine/search-engine.ts'
import { openEmbedder, type Embedder } from '../../core/semantic/index.ts'
import { openSampleIndex, type SampleIndex } from './sample-index.ts'

let index: SampleIndex
let embedder: Embedder
let snapshot: Snapshot
let answerer: Answerer
beforeAll(async () => {
  embedder = (await openEmbedder({ model: 'data/models/rawi-embed', cacheFolder: '', hub: '' }))!
  index = await openSampleIndex(embedder)
  snapshot = await index.engine.snapshot()
  answerer = createAnswerer({ embedder, translate: index.translate })
})
afterAll(async () => {
  await index.close()
  await embedder.close()
})

it.each([
  ['قیمت بیت‌کوین امروز چند شد؟', 'fa', 'بیت‌کوین'],
  ['Who designed the Burj Khalifa?', 'en', 'Burj Khalifa'],
  ['من كتب رواية البؤساء؟', 'ar', 'البؤساء'],
])('a refusal of «%s» names what is missing in whole words', async (text, language, word) => {
  const verdict = await answerer.answer({ text, language }, snapshot)
  expect(verdict).toMatchObject({ kind: 'refusal', missing: expect.arrayContaining([word]) })
})

it('a question more than half of which the archive holds in no form is refused', async () => {
  const text = 'What is the capital of Peru?'
  const verdict = await answerer.answer({ text, language: 'en' }, snapshot)
  expect(verdict).toMatchObject({ kind: 'refusal', missing: ['Peru'] })
})
