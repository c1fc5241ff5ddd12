/** Run by `npm run bench -- scale` in a process of its own: opens an index as the archive's process of a server does, asks, prints figures. */
import { parseConfig } from '../../bot/config.ts'
import { openArchive } from '../../core/library/index.ts'
import { readEvaluationQuestions } from '../../core/eval/evaluation-question.ts'
import { headlinesIn } from './headlines.ts'
import { p50And95 } from './times.ts'

export interface ServingFigures {
  readonly readySeconds: number
  readonly memoryMB: number
  readonly questions: number
  readonly p50Ms: number
  readonly p95Ms: number
}

const [database = ''] = process.argv.slice(2)

const started = performance.now()
const { embedding, reading } = parseConfig(process.env)
const archive = await openArchive({ database, embedding, reading })
await archive.status()
const readySeconds = (performance.now() - started) / 1000

// Code is warm and words of every day are known when others were asked; those that count are new to the process.
for (const question of headlinesIn(database, 200, 0.5)) await archive.ask({ question })
const questions = [
  ...headlinesIn(database, 200),
  ...readEvaluationQuestions('data/eval/questions.jsonl').map(({ question }) => question),
]
const ms: number[] = []
for (const question of questions) {
  const asked = performance.now()
  await archive.ask({ question })
  ms.push(performance.now() - asked)
}
const figures: ServingFigures = {
  readySeconds,
  memoryMB: Math.round(process.memoryUsage.rss() / 1e6),
  questions: questions.length,
  ...p50And95(ms),
}
process.stdout.write(JSON.stringify(figures))
await archive.close()
