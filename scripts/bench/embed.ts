/** Times the embedding model by itself. */
import { RawiError } from '../../core/errors.ts'
import { readEvaluationQuestions } from '../../core/eval/evaluation-question.ts'
import type { Embedder } from '../../core/semantic/index.ts'
import { p50And95, timesOf } from './times.ts'

export async function benchEmbed(embedder: Embedder | null) {
  if (embedder === null) {
    throw new RawiError(
      'EMBEDDER_UNAVAILABLE',
      'There is no model to measure: EMBEDDING_MODEL is "none" or its folder is missing.',
    )
  }
  const questions = readEvaluationQuestions('data/eval/questions.jsonl').map(
    ({ question }) => question,
  )
  const text = questions.join(' ')
  const passages = Array.from({ length: 100 }, (_, at) => text.slice(at * 50, at * 50 + 700))
  const question = p50And95(await timesOf(questions, (one) => embedder.embed([one], 'question')))
  const passage = p50And95(await timesOf(passages, (one) => embedder.embed([one], 'passage')))
  return {
    model: embedder.name,
    questionP50Ms: question.p50Ms,
    questionP95Ms: question.p95Ms,
    passagesASecond: Math.round(1000 / passage.p50Ms),
  }
}
