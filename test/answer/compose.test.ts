import { describe, expect, it } from 'vitest'
import { withWideBrackets } from '../../core/answer/bracketed-numbers.ts'
import { answerText } from '../../core/answer/compose.ts'
import type { Citation } from '../../core/question.ts'

const citation: Citation = {
  n: 1,
  quote: 'وصلت الحافلات [2] إلى القرية [٣، ٤] صباحاً [انظر الخريطة].',
  articleId: 'bus',
  title: 'حافلات',
  source: 'بريد التل [7]',
  url: null,
  publishedAt: '2023-11-02',
  language: 'ar',
  start: 0,
  end: 58,
  score: 1,
  span: null,
  highlights: [],
}

describe('answerText', () => {
  it('has no mark that an article wrote', () => {
    const text = answerText([citation], 'ar', { groups: null, isLatest: false })
    expect(text.match(/\[[^\]]*\d[^\]]*\]/gu)).toEqual(['[1]'])
    expect(text).toContain('وصلت الحافلات ［2］ إلى القرية ［٣، ٤］ صباحاً [انظر الخريطة].')
    expect(text).toContain('بريد التل ［7］')
  })
})

describe('withWideBrackets', () => {
  it.each(['[1]', 'a [12, 13–15] b', '[ ۲ ]', 'none', '[sic]', '[[3]]', '['.repeat(9)])(
    'keeps the length of %s',
    (text) => {
      expect(withWideBrackets(text)).toHaveLength(text.length)
    },
  )
})
