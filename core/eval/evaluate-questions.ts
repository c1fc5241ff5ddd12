/**
 * Question evaluation: how often the product answers its own questions rightly, and refuses rightly.
 *
 * In:   questions with needles, and the engine over the articles they are about.
 * Out:  every judgement, and rates with bootstrap intervals for any part of them.
 */
import { createAnswerer } from '../answer/answerer.ts'
import type { SearchEngine } from '../engine/search-engine.ts'
import { identifyLanguage } from '../language/index.ts'
import type { Translate } from '../language/lexicon/index.ts'
import type { Reader } from '../reading/index.ts'
import type { Embedder } from '../semantic/embedder.ts'
import { bootstrapMean, type Interval } from './bootstrap.ts'
import type { EvaluationQuestion } from './evaluation-question.ts'
import { judge, type Judgement } from './judge.ts'

export interface Rates {
  /** Of answerable questions: right verdicts. */
  readonly answerPrecision: Interval
  /** Of answered answerable questions: the first quote is of a right article. */
  readonly articlePrecision: Interval
  /** Of answerable questions: refused. */
  readonly wronglyRefused: Interval
  /** Of unanswerable questions: refused. */
  readonly refusalRecall: Interval
  /** Of refusals: unanswerable indeed. */
  readonly refusalPrecision: Interval
  /** Quotes that are no slice of their article: must be 0. */
  readonly falseQuotes: number
}

export interface QuestionEvaluation {
  readonly judgements: readonly Judgement[]
  /** Milliseconds from question to verdict, in the questions' order. */
  readonly times: readonly number[]
}

export interface QuestionEvaluationDeps {
  readonly engine: SearchEngine
  readonly embedder: Embedder | null
  readonly reader?: Reader | null
  readonly translate?: Translate | null
}

export async function evaluateQuestions(
  { engine, embedder, reader = null, translate = null }: QuestionEvaluationDeps,
  questions: readonly EvaluationQuestion[],
): Promise<QuestionEvaluation> {
  const snapshot = await engine.snapshot()
  const answerer = createAnswerer({ embedder, reader, translate })
  const judgements: Judgement[] = []
  const times: number[] = []
  for (const question of questions) {
    const language = identifyLanguage(question.question)
    const started = performance.now()
    const verdict = await answerer.answer({ text: question.question, language }, snapshot)
    times.push(performance.now() - started)
    const shown = verdict.kind === 'answer' ? verdict.citations : verdict.nearest
    const grouped = verdict.kind === 'answer' ? (verdict.disagreement ?? []) : []
    const ids = [...shown, ...grouped.flatMap(({ citations }) => citations)].map(
      ({ articleId }) => articleId,
    )
    const texts = new Map<string, string>()
    for (const id of ids) texts.set(id, (await snapshot.article(id))?.text ?? '')
    judgements.push(judge(question, verdict, (id) => texts.get(id) ?? null))
  }
  return { judgements, times }
}

export function ratesOf(judgements: readonly Judgement[]): Rates {
  const answerable = judgements.filter(({ answered }) => answered !== null)
  const unanswerable = judgements.filter(({ answered }) => answered === null)
  const refusals = judgements.filter(({ refused }) => refused)
  return {
    answerPrecision: rate(answerable, ({ answered }) => answered === true),
    articlePrecision: rate(
      answerable.filter(({ rightArticle }) => rightArticle !== null),
      ({ rightArticle }) => rightArticle === true,
    ),
    wronglyRefused: rate(answerable, ({ refused }) => refused),
    refusalRecall: rate(unanswerable, ({ refused }) => refused),
    refusalPrecision: rate(refusals, ({ answered }) => answered === null),
    falseQuotes: judgements.reduce((sum, { falseQuotes }) => sum + falseQuotes, 0),
  }
}

function rate<Item>(items: readonly Item[], holds: (item: Item) => boolean): Interval {
  return bootstrapMean(items.map((item) => (holds(item) ? 1 : 0)))
}
