import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEvaluationQuestions } from '../../core/eval/evaluation-question.ts'
import { evaluateQuestions, ratesOf } from '../../core/eval/evaluate-questions.ts'
import type { Judgement } from '../../core/eval/judge.ts'
import { openSampleIndex, type SampleIndex } from '../answer/sample-index.ts'

let index: SampleIndex
let judgements: readonly Judgement[]
beforeAll(async () => {
  index = await openSampleIndex()
  const questions = readEvaluationQuestions('data/eval/questions.jsonl')
  const dev = questions.filter(({ split }) => split === 'dev')
  const { engine, translate } = index
  judgements = (await evaluateQuestions({ engine, embedder: null, translate }, dev)).judgements
}, 120_000)
afterAll(() => index.close())

const ofKinds = (...kinds: readonly string[]): readonly Judgement[] =>
  judgements.filter(({ question }) => kinds.includes(question.kind))

/** Floors for words alone, some way below what is measured: a fall through one is a regression. */
describe('evaluateQuestions', () => {
  it('finds no quote that is not a slice of its article', () => {
    expect(ratesOf(judgements).falseQuotes).toBe(0)
  })

  it('answers what an article says in the words of the question', () => {
    expect(ratesOf(ofKinds('exact')).answerPrecision.mean).toBeGreaterThanOrEqual(0.8)
    expect(ratesOf(ofKinds('dated', 'latest')).answerPrecision.mean).toBeGreaterThanOrEqual(0.6)
  })

  it('refuses what no article knows', () => {
    expect(ratesOf(ofKinds('off-topic')).refusalRecall.mean).toBeGreaterThanOrEqual(0.9)
    expect(ratesOf(ofKinds('near-topic')).refusalRecall.mean).toBeGreaterThanOrEqual(0.3)
    expect(ratesOf(judgements).wronglyRefused.mean).toBeLessThanOrEqual(0.08)
  })
})
