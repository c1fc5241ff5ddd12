import { describe, expect, it } from 'vitest'
import { identifyLanguage } from '../../../core/language/index.ts'
import type { Answer } from '../../../core/question.ts'
import { useSampleAnswerer } from '../sample-index.ts'

const { answer } = useSampleAnswerer()

async function ask(text: string): Promise<Answer> {
  const verdict = await answer({ text, language: identifyLanguage(text) })
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

  it.each(['متى التقى بوتين والأسد؟', 'پوتین و اسد کی دیدار کردند؟'])(
    'tells four meetings apart, and no birthday between them: %s',
    async (question) => {
      const { disagreement } = await ask(question)
      expect(disagreement?.map(({ eventDate }) => eventDate)).toEqual([
        '2015-10-20',
        '2017-11-20',
        '2021-09-13',
        '2024-07-24',
      ])
    },
  )

  it.each([
    'متى بدأت الضربات الجوية الروسية في سوريا؟',
    'When did Russia begin its air strikes in Syria?',
    'پوتین چه زمانی به قاهره سفر کرد؟',
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
