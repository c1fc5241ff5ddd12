import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnswerDocument } from '../../core/answer/document.ts'
import type { Article } from '../../core/article.ts'
import { serveSample, type ServedSample } from './serve-sample.ts'

let served: ServedSample
beforeAll(async () => {
  served = await serveSample()
}, 120_000)
afterAll(() => served.close(1000))

async function answerTo(question: string): Promise<AnswerDocument> {
  const response = await served.ask({ question })
  expect(response.status).toBe(200)
  return (await response.json()) as AnswerDocument
}

describe('a question over a socket, to the sample corpus', () => {
  it.each([
    ['كم عدد القتلى في فيضانات درنة؟', 'ar', 'derna-flood-2023-ar'],
    ['مریم میرزاخانی دکتری خود را از کدام دانشگاه گرفت؟', 'fa', 'mirzakhani-fields-2014-fa'],
    ['What is the name of the lander of Chandrayaan-3?', 'en', 'chandrayaan-2023-en'],
  ])('is answered with slices of stored articles: %s', async (question, language, articleId) => {
    const answer = await answerTo(question)
    expect(answer).toMatchObject({ verdict: 'answer', language })
    expect(answer.citations.map((one) => one.articleId)).toContain(articleId)
    for (const { articleId: id, quote, start, end } of answer.citations) {
      const stored = (await (await fetch(`${served.address}/v1/articles/${id}`)).json()) as Article
      expect(stored.text.slice(start, end)).toBe(quote)
    }
  })

  it('refuses what the corpus does not tell', async () => {
    const answer = await answerTo('What is the population of Brazil?')
    expect(answer.verdict).toBe('refusal')
    expect(answer.citations).toEqual([])
  })

  it('keeps to the outlets and days it is told to', async () => {
    const filters = { sources: ['The Meridian Ledger'], publishedFrom: '2023-09-01' }
    const response = await served.ask({
      question: 'How many people died in the Derna flood?',
      filters,
    })
    const { citations, nearest } = (await response.json()) as AnswerDocument
    expect([...citations, ...nearest].length).toBeGreaterThan(0)
    for (const { source, publishedAt } of [...citations, ...nearest]) {
      expect(source).toBe('The Meridian Ledger')
      expect((publishedAt ?? '') >= '2023-09-01').toBe(true)
    }
  })

  it('lists the outlets', async () => {
    const { sources } = (await (await fetch(`${served.address}/v1/sources`)).json()) as {
      sources: { source: string; articles: number }[]
    }
    expect(sources.map(({ source }) => source)).toContain('روزنامهٔ رواق')
    expect(sources.reduce((sum, { articles }) => sum + articles, 0)).toBe(34)
  })

  it('leaves the event loop free while questions are answered', async () => {
    await answerTo('من هو محافظ البنك المركزي المصري؟')
    const questions = Array.from({ length: 40 }, (_one, at) =>
      at % 2 === 0 ? 'متى زار الأسد روسيا؟' : 'When did Putin visit Syria?',
    )
    const before = process.threadCpuUsage()
    // Eight at a time: what would wait more than two seconds is refused.
    for (let at = 0; at < questions.length; at += 8)
      await Promise.all(questions.slice(at, at + 8).map(answerTo))
    const { user, system } = process.threadCpuUsage(before)
    // Processor time of this thread in milliseconds a question, its client included: unlike the loop's delay it does
    // not depend on what else the machine is doing, and no delay caused here can be longer.
    expect((user + system) / 1000 / questions.length).toBeLessThan(25)
  })
})
