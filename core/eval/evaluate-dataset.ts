/**
 * Dataset evaluation: how well articles are ranked for the questions of a retrieval set, and how its gold answers fare.
 *
 * In:   a dataset and the engine over an index of its documents.
 * Out:  the means of the ranking metrics, times, a TREC run, and counts of answers and refusals where the set has them.
 */
import { createAnswerer } from '../answer/answerer.ts'
import type { SearchEngine } from '../engine/search-engine.ts'
import { identifyLanguage } from '../language/index.ts'
import type { Translate } from '../language/lexicon/index.ts'
import { completePlan, draftPlan } from '../question/plan.ts'
import { rankArticles, type RankedArticle } from '../rank/rank-articles.ts'
import { beginComparing } from '../rank/compared.ts'
import { retrieve } from '../rank/retrieve.ts'
import type { Embedder } from '../semantic/embedder.ts'
import type { Dataset, DatasetQuery } from './dataset.ts'
import { holdsAnswer } from './judge.ts'
import { mean, ndcg, percentile, precisionAtOne, recall, reciprocalRank } from './metrics.ts'
import { trecLines } from './trec-run.ts'

export interface DatasetEvaluation {
  readonly queries: number
  readonly ndcg10: number
  readonly mrr10: number
  readonly p1: number
  readonly recall100: number
  readonly p50Ms: number
  readonly p95Ms: number
  /** null when the set has no gold answers. */
  readonly answers: AnswerCounts | null
  readonly unanswerable: { readonly questions: number; readonly refused: number } | null
  /** TREC lines, 100 ranks a query. */
  readonly run: readonly string[]
}

export interface AnswerCounts {
  readonly questions: number
  /** Answered, with the gold answer inside a quote. */
  readonly inQuotes: number
  readonly refused: number
  /** The gold answer stands in the quotes that were chosen, also where they were not believed. */
  readonly inChosen: number
}

export interface DatasetEvaluationDeps {
  readonly engine: SearchEngine
  readonly embedder: Embedder | null
  readonly translate?: Translate | null
  /** What "today" is to who asks. @default the machine's clock */
  readonly now?: () => Date
}

const ranks = 100
export type SearchSide = 'lexical' | 'semantic' | 'hybrid'

/** An article has several passages: enough of them for a hundred articles. */
const passages = 400

export async function evaluateDataset(
  { engine, embedder, translate = null, now = () => new Date() }: DatasetEvaluationDeps,
  dataset: Dataset,
  side: SearchSide,
): Promise<DatasetEvaluation> {
  const snapshot = await engine.snapshot()
  const today = now().toISOString().slice(0, 10)
  const rankings: { readonly query: DatasetQuery; readonly ranking: readonly RankedArticle[] }[] =
    []
  const times: number[] = []
  for (const query of dataset.queries) {
    const text = query.text.trim()
    const language = identifyLanguage(text)
    const started = performance.now()
    const draft = draftPlan({ text, language }, { translate, today })
    const compared =
      side === 'lexical'
        ? null
        : await beginComparing({ snapshot, embedder }, draft, { limit: passages })
    const plan = await completePlan(draft, snapshot)
    const evidence = await retrieve(snapshot, plan, compared, {
      limit: passages,
      isByMeaningAlone: side === 'semantic',
    })
    const ranking = rankArticles(evidence).slice(0, ranks)
    times.push(performance.now() - started)
    rankings.push({ query, ranking })
  }
  const over = (
    metric: (ids: readonly string[], grades: ReadonlyMap<string, number>) => number,
  ): number =>
    mean(
      rankings.map(({ query, ranking }) =>
        metric(
          ranking.map(({ articleId }) => articleId),
          dataset.grades.get(query.id) ?? new Map(),
        ),
      ),
    )
  const answered = await evaluateAnswers({ engine, embedder, translate }, dataset)
  return {
    queries: rankings.length,
    ndcg10: over((ids, grades) => ndcg(ids, grades, 10)),
    mrr10: over((ids, grades) => reciprocalRank(ids, grades, 10)),
    p1: over(precisionAtOne),
    recall100: over((ids, grades) => recall(ids, grades, ranks)),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    ...answered,
    run: rankings.flatMap(({ query, ranking }) => trecLines(query.id, ranking, `rawi-${side}`)),
  }
}

async function evaluateAnswers(
  { engine, embedder, translate = null }: DatasetEvaluationDeps,
  dataset: Dataset,
): Promise<Pick<DatasetEvaluation, 'answers' | 'unanswerable'>> {
  const snapshot = await engine.snapshot()
  const answerer = createAnswerer({ embedder, translate })
  const consider = async ({ text }: DatasetQuery) => {
    const question = text.trim()
    const { quotes, belief } = await answerer.consider(
      { text: question, language: identifyLanguage(question) },
      snapshot,
    )
    return { quotes: quotes.map(({ quote }) => quote), refused: belief?.believed !== true }
  }
  let [inQuotes, inChosen, refusedAnswers, refused] = [0, 0, 0, 0]
  for (const query of dataset.queries) {
    const gold = dataset.answers.get(query.id)
    if (gold === undefined) continue
    const outcome = await consider(query)
    const holds = holdsAnswer(outcome.quotes, gold)
    if (holds) inChosen += 1
    if (outcome.refused) refusedAnswers += 1
    else if (holds) inQuotes += 1
  }
  for (const query of dataset.unanswerable) if ((await consider(query)).refused) refused += 1
  const questions = dataset.queries.filter(({ id }) => dataset.answers.has(id)).length
  return {
    answers: questions === 0 ? null : { questions, inQuotes, refused: refusedAnswers, inChosen },
    unanswerable:
      dataset.unanswerable.length === 0
        ? null
        : { questions: dataset.unanswerable.length, refused },
  }
}
