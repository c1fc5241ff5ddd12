import { describe, expect, it } from 'vitest'
import type { EvaluationQuestion } from '../../core/eval/evaluation-question.ts'
import type { QuestionEvaluation } from '../../core/eval/evaluate-questions.ts'
import { judge } from '../../core/eval/judge.ts'
import type { Verdict } from '../../core/question.ts'
import { missLines } from '../../scripts/eval/question-report.ts'

const refusal: Verdict = {
  kind: 'refusal',
  language: 'ar',
  text: '',
  readAs: null,
  mode: 'keyword-only',
  reason: 'nothing-found',
  missing: [],
  archive: null,
  nearest: [],
}

function asked(split: 'dev' | 'reported', question: string, needles: readonly string[]) {
  const one: EvaluationQuestion = {
    id: `x-${split}`,
    language: 'ar',
    kind: 'exact',
    split,
    question,
    articles: ['harbour'],
    needles: needles.map((needle) => [needle]),
  }
  return judge(one, refusal, () => null)
}

const evaluation: QuestionEvaluation = {
  times: [1, 1, 1],
  judgements: [
    asked('dev', 'متى افتُتح الميناء الجديد؟', ['يوم السبت']),
    asked('reported', 'كم سفينة رست في الميناء؟', ['تسع سفن']),
    asked('reported', 'ما لون البحر في المساء؟', []),
  ],
}

describe('missLines', () => {
  it('lists one half, and of the other says how many there are and how to see them', () => {
    expect(missLines(evaluation, 'dev')).toEqual([
      'x-dev dev ar exact: refused — متى افتُتح الميناء الجديد؟',
      'reported: 1 misses not listed · --misses reported lists them',
    ])
    expect(missLines(evaluation, 'reported')).toEqual([
      'x-reported reported ar exact: refused — كم سفينة رست في الميناء؟',
      'dev: 1 misses not listed · --misses dev lists them',
    ])
  })

  it('lists both where both are asked for', () => {
    expect(missLines(evaluation, 'all')).toHaveLength(2)
  })
})
