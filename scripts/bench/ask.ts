/** Times the way from a question to its verdict over the sample corpus, without and with passages read. */
import { createAnswerer } from '../../core/answer/answerer.ts'
import { readEvaluationQuestions } from '../../core/eval/evaluation-question.ts'
import { openThrowawayIndex } from '../../core/eval/throwaway-index.ts'
import { identifyLanguage } from '../../core/language/index.ts'
import { openWords } from '../../core/library/index.ts'
import { openReader, type Reader } from '../../core/reading/index.ts'
import type { Embedder } from '../../core/semantic/index.ts'
import { p50And95, timesOf } from './times.ts'

export async function benchAsk(embedder: Embedder | null, reading: string | null) {
  const questions = readEvaluationQuestions('data/eval/questions.jsonl')
  const translate = openWords()
  const corpus = { folders: ['data/articles'] }
  const index = await openThrowawayIndex({ corpus, embedder, now: () => new Date() })
  try {
    const snapshot = await index.engine.snapshot()
    const timed = async (reader: Reader | null) => {
      const answerer = createAnswerer({ embedder, reader, translate })
      const ms = await timesOf(questions, ({ question }) =>
        answerer.answer({ text: question, language: identifyLanguage(question) }, snapshot),
      )
      return p50And95(ms)
    }
    const { articles, passages } = snapshot.info
    const alone = await timed(null)
    const reader = reading === null ? null : await openReader(reading)
    const withReading = reader === null ? null : await timed(reader)
    await reader?.close()
    return {
      articles,
      passages,
      questions: questions.length,
      ...alone,
      ...(withReading !== null && {
        p50WithReadingMs: withReading.p50Ms,
        p95WithReadingMs: withReading.p95Ms,
      }),
    }
  } finally {
    await index.close()
  }
}
