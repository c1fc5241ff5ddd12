/** Times the way from a question to its verdict over the sample corpus. */
import { createAnswerer } from '../../core/answer/answerer.ts'
import { readEvaluationQuestions } from '../../core/eval/evaluation-question.ts'
import { openThrowawayIndex } from '../../core/eval/throwaway-index.ts'
import { identifyLanguage } from '../../core/language/index.ts'
import { openWords } from '../../core/library/index.ts'
import type { Embedder } from '../../core/semantic/index.ts'
import { p50And95, timesOf } from './times.ts'

export async function benchAsk(embedder: Embedder | null) {
  const questions = readEvaluationQuestions('data/eval/questions.jsonl')
  const translate = openWords()
  const corpus = { folders: ['data/articles'] }
  const index = await openThrowawayIndex({ corpus, embedder, now: () => new Date() })
  try {
    const snapshot = await index.engine.snapshot()
    const answerer = createAnswerer({ embedder, translate })
    const ms = await timesOf(questions, ({ question }) =>
      answerer.answer({ text: question, language: identifyLanguage(question) }, snapshot),
    )
    const { articles, passages } = snapshot.info
    return { articles, passages, questions: questions.length, ...p50And95(ms) }
  } finally {
    await index.close()
  }
}
