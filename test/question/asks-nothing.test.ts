import { describe, expect, it } from 'vitest'
import { planOf } from './plans.ts'

describe('asksNothing', () => {
  it.each([
    ['👍'],
    ['❤️😂'],
    ['ب'],
    ['۲۰۲۱'],
    ['123 456'],
    ['https://example.org/news/1'],
    ['isna.ir'],
    ['؟!'],
  ])('«%s» is no question', async (text) => {
    expect((await planOf(text, 'fa')).terms).toEqual([])
  })

  it.each([
    ['سکه چند شد https://example.org/coin/price', 'fa', ['سکه']],
    ['Putin', 'en', ['Putin']],
    ['کی؟', 'fa', []],
  ])('«%s» is one, of its own words alone', async (text, language, content) => {
    const plan = await planOf(text, language)
    expect(plan.terms.length + plan.content.length).toBeGreaterThan(0)
    expect(plan.content.map(({ written }) => written)).toEqual(expect.arrayContaining(content))
    expect(plan.terms.map(({ written }) => written)).not.toContain('https')
  })
})
