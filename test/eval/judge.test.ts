import { describe, expect, it } from 'vitest'
import type { EvaluationQuestion } from '../../core/eval/evaluation-question.ts'
import { holdsAnswer, judge } from '../../core/eval/judge.ts'
import type { Verdict } from '../../core/question.ts'

const text = 'بلغ عدد الحضور ٤٥٠ شخصاً.'
const question: EvaluationQuestion = {
  id: 'x-1',
  language: 'ar',
  kind: 'exact',
  split: 'dev',
  question: 'كم بلغ عدد الحضور؟',
  articles: ['hall'],
  needles: [['٤٥٠', '450']],
}

function answer(
  articleId: string,
  start: number,
  end: number,
  quote = text.slice(start, end),
): Verdict {
  const citation = {
    n: 1,
    quote,
    articleId,
    title: '',
    source: null,
    url: null,
    span: null,
    highlights: [],
  }
  return {
    kind: 'answer',
    language: 'ar',
    readAs: null,
    mode: 'keyword-only',
    text: '',
    disagreement: null,
    citations: [{ ...citation, publishedAt: null, language: 'ar', start, end, score: 1 }],
  }
}

const refusal: Verdict = {
  kind: 'refusal',
  language: 'ar',
  readAs: null,
  mode: 'keyword-only',
  text: '',
  reason: 'too-weak',
  missing: [],
  archive: null,
  nearest: [],
}

describe('judge', () => {
  it('wants the needle in a quote of a right article', () => {
    expect(judge(question, answer('hall', 0, text.length), () => text).answered).toBe(true)
    expect(judge(question, answer('other', 0, text.length), () => text).answered).toBe(false)
    expect(judge(question, answer('hall', 0, 8), () => text).answered).toBe(false)
    expect(judge(question, refusal, () => text)).toMatchObject({ answered: false, refused: true })
  })

  it('counts quotes that are no slice of their article', () => {
    const invented = answer('hall', 0, 8, 'غير ذلك')
    expect(judge(question, invented, () => text).falseQuotes).toBe(1)
    expect(judge(question, answer('hall', 0, 8), () => text).falseQuotes).toBe(0)
  })

  it('does not ask an unanswerable question for needles', () => {
    const unanswerable = { ...question, articles: [], needles: [] }
    expect(judge(unanswerable, refusal, () => text)).toMatchObject({
      answered: null,
      refused: true,
    })
  })
})

describe('holdsAnswer', () => {
  it('looks past spelling and marks', () => {
    expect(holdsAnswer(['زارَ «أحمد» القاهرة'], 'احمد، القاهره')).toBe(true)
    expect(holdsAnswer(['می‌رود به شهر'], 'میرود')).toBe(true)
    expect(holdsAnswer(['زار القاهرة'], 'بيروت')).toBe(false)
    expect(holdsAnswer(['شيء'], '؟')).toBe(false)
  })
})
