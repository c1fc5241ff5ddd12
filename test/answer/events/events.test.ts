import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAnswerer, type Answerer } from '../../../core/answer/answerer.ts'
import type { Snapshot } from '../../../core/engine/search-engine.ts'
import { identifyLanguage } from '../../../core/language/index.ts'
import type { Answer } from '../../../core/question.ts'
import { openSampleIndex, type SampleIndex } from '../sample-index.ts'

let index: SampleIndex
let snapshot: Snapshot
let answerer: Answerer
beforeAll(async () => {
  index = await openSampleIndex()
  snapshot = await index.engine.snapshot()
  answerer = createAnswerer({ embedder: null, translate: index.translate })
})
afterAll(() => index.close())

async function ask(text: string): Promise<Answer> {
  const verdict = await answerer.answer({ text, language: identifyLanguage(text) }, snapshot)
  if (verdict.kind !== 'answer') throw new Error(`refused: ${verdict.text}`)
  return verdict
}

describe('groupClaims', () => {
  it('tells visits apart by day, oldest first, each with citations of its own', async () => {
    const { disagreement, citations, text } = await ask('When did Putin visit Syria?')
    const days = (disagreement ?? []).map(({ eventDate }) => eventDate)
    expect(days).toEqual(expect.arrayContaining(['2017-12-11', '2020-01-07']))
    expect(days).toEqual(days.toSorted((a, b) => String(a).localeCompare(String(b))))
    const numbers = (disagreement ?? []).flatMap((group) => group.citations.map(({ n }) => n))
    expect(numbers).toEqual(citations.map(({ n }) => n))
    expect(text).toContain('December 11, 2017')
  })

  it.each([
    'متى وصل مسبار الأمل إلى المريخ؟',
    'کی مراکش پرتغال را برد؟',
    'When did India land on the Moon?',
    'ما النسبة التي حصل عليها محمود أحمد مرعي؟',
    'میرزاخانی در چه تاریخی مدال فیلدز گرفت؟',
  ])('makes no groups of one event: %s', async (question) => {
    expect((await ask(question)).disagreement).toBeNull()
  })
})

describe('inTime', () => {
  it.each([
    ['When did Putin and Assad last meet?', '2024-07', 'as of'],
    ['آخرین دیدار پوتین و اسد چه زمانی بود؟', '2024-07', 'تا '],
  ])('lets the latest lead: %s', async (question, month, mark) => {
    const { citations, text, disagreement } = await ask(question)
    expect(citations[0]?.publishedAt).toContain(month)
    expect(text.split('\n')[0]).toContain(mark)
    expect(disagreement).toBeNull()
  })
})
