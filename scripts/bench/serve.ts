/** Run by `npm run bench -- scale` in a process of its own: opens an index as a server does, asks, prints figures. */
import { parseConfig } from '../../bot/config.ts'
import { openArchive } from '../../core/library/index.ts'
import { openDatabase } from '../../core/store/index.ts'
import { readEvaluationQuestions } from '../../core/eval/evaluation-question.ts'
import { p50And95, timesOf } from './times.ts'

export interface ServingFigures {
  readonly readySeconds: number
  readonly memoryMB: number
  readonly questions: number
  readonly p50Ms: number
  readonly p95Ms: number
}

const [database = ''] = process.argv.slice(2)

const started = performance.now()
const archive = await openArchive({ database, embedding: parseConfig(process.env).embedding })
await archive.status()
const readySeconds = (performance.now() - started) / 1000

const questions = [
  ...titlesIn(database, 200),
  ...readEvaluationQuestions('data/eval/questions.jsonl').map(({ question }) => question),
]
const ms = await timesOf(questions, (question) => archive.ask({ question }), 1)
const figures: ServingFigures = {
  readySeconds,
  memoryMB: Math.round(process.memoryUsage.rss() / 1e6),
  questions: questions.length,
  ...p50And95(ms),
}
process.stdout.write(JSON.stringify(figures))
await archive.close()

/** Headlines read like questions of people who know what they look for; spread evenly over the archive. */
function titlesIn(path: string, wanted: number): readonly string[] {
  const connection = openDatabase({ path, schema: 'index', readonly: true })
  try {
    const titles = connection.sqlite
      .prepare('select title from articles where died is null order by row')
      .pluck()
      .all() as string[]
    return titles.filter((_, at) => at % Math.max(1, Math.ceil(titles.length / wanted)) === 0)
  } finally {
    connection.close()
  }
}
