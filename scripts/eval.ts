/** `npm run eval`: measures retrieval on a dataset, or answers and refusals on questions of one's own. */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Option } from 'commander'
import { readDataset } from '../core/eval/dataset.ts'
import {
  evaluateDataset,
  type DatasetEvaluation,
  type SearchSide,
} from '../core/eval/evaluate-dataset.ts'
import { askAll, askedFigures, readAskedQuestions } from '../core/eval/evaluate-asked.ts'
import { evaluateReading, readReadingQuestions } from '../core/eval/evaluate-reading.ts'
import { evaluateQuestions } from '../core/eval/evaluate-questions.ts'
import { readEvaluationQuestions } from '../core/eval/evaluation-question.ts'
import { openThrowawayIndex } from '../core/eval/throwaway-index.ts'
import { openArchive, openWords } from '../core/library/index.ts'
import { openReader } from '../core/reading/index.ts'
import type { Embedder } from '../core/semantic/embedder.ts'
import {
  createCommand,
  exitCodes,
  printJson,
  runCommand,
  say,
  type CommandContext,
  type ExitCode,
} from './command/command.ts'
import { openModel } from './command/open-model.ts'
import { shown } from './command/shown.ts'
import {
  missLines,
  reportOf,
  reportTable,
  type ListedMisses,
  type QuestionReport,
} from './eval/question-report.ts'

interface Options {
  readonly dataset?: string
  readonly reading?: string
  readonly asked?: string
  readonly db?: string
  readonly reader: string
  readonly system: SearchSide
  readonly run?: string
  readonly set: string
  readonly articles: readonly string[]
  readonly split?: 'dev' | 'reported'
  readonly misses: ListedMisses
  readonly save?: string
  readonly json: boolean
}

const command = createCommand(
  'eval',
  'Measures retrieval on a dataset, reading on paragraphs, or answers and refusals on own questions.',
)
  .option('--dataset <dir>', 'a set in BEIR layout: corpus, queries, qrels/test.tsv, plain or .gz')
  .addOption(
    new Option('--system <side>', 'what ranks')
      .choices(['lexical', 'semantic', 'hybrid'])
      .default('hybrid'),
  )
  .option('--run <file>', 'write a TREC run, 100 ranks a query (with --dataset)')
  .option(
    '--reading <file>',
    `questions with a context each, .jsonl or .gz ({context, question, answers}): the reader alone.
f1, em: of its best span, over those that hold an answer, as SQuAD counts, on folded letters
without articles. noAnswerAuc: how its score above none parts these from the rest.
refusedAt8: the rest refused where 8 % of these are`,
  )
  .option(
    '--reader <dir>',
    'the reading model, or none (not with --dataset)',
    'data/models/rawi-read',
  )
  .option(
    '--asked <file>',
    'questions as people type them, .jsonl or .gz ({id, q, before?, articles, needle}), over the index of --db',
  )
  .option('--set <file>', 'questions of the own form', 'data/eval/questions.jsonl')
  .option('--articles <dir...>', 'the articles that they are about', ['data/articles'])
  .addOption(new Option('--split <name>', 'one half of the questions').choices(['dev', 'reported']))
  .addOption(
    new Option('--misses <which>', 'the half whose misses are listed; of the other their number')
      .choices(['dev', 'reported', 'all'])
      .default('dev'),
  )
  .option('--save <file>', 'write the figures, for data/eval/baseline.json')

await runCommand<Options>(command, evaluate)

async function evaluate(options: Options, context: CommandContext): Promise<ExitCode> {
  if (options.reading !== undefined) return evaluateReader(options, options.reading, context)
  if (options.asked !== undefined) return evaluateAsked(options, options.asked, context)
  const embedder = await openModel(context)
  try {
    return options.dataset === undefined
      ? await evaluateOwn(options, embedder)
      : await evaluateSet(options, options.dataset, embedder)
  } finally {
    await embedder?.close()
  }
}

async function evaluateReader(
  { reader: model, json }: Options,
  file: string,
  { signal }: CommandContext,
): Promise<ExitCode> {
  const questions = readReadingQuestions(file)
  const reader = await openReader(model)
  if (reader === null) {
    say('There is no reader to measure: --reader names one.')
    return exitCodes.wrongUsage
  }
  try {
    const figures = Object.entries(await evaluateReading(reader, questions, signal)).map(
      ([name, value]) => [name, value === null ? null : rounded(value)] as const,
    )
    if (json) printJson(Object.fromEntries(figures))
    else for (const [name, value] of figures) process.stdout.write(`${name.padEnd(12)} ${value}\n`)
    return exitCodes.done
  } finally {
    await reader.close()
  }
}

async function evaluateAsked(
  { db, reader, json }: Options,
  file: string,
  { config, signal }: CommandContext,
): Promise<ExitCode> {
  const questions = readAskedQuestions(file)
  const archive = await openArchive({
    database: db ?? config.database,
    embedding: config.embedding,
    reading: reader === 'none' ? null : reader,
    onProblem: (problem) => say(String(problem)),
  })
  try {
    const rows = await askAll(archive, questions, signal)
    const figures = askedFigures(rows)
    if (json) printJson(figures)
    else {
      for (const { question, judged } of rows)
        process.stdout.write(`${judged.padEnd(9)} ${question.id} ${shown(question.q)}\n`)
      for (const [name, value] of Object.entries(figures))
        process.stdout.write(`${name.padEnd(21)} ${value}\n`)
    }
    return exitCodes.done
  } finally {
    await archive.close()
  }
}

async function evaluateSet(
  { system, run, json }: Options,
  folder: string,
  embedder: Embedder | null,
): Promise<ExitCode> {
  const side = embedder === null && system !== 'lexical' ? 'lexical' : system
  if (side !== system) say('There is no embedding model: the lexical side alone is measured.')
  const dataset = readDataset(folder)
  const translate = openWords()
  say(`Indexing ${dataset.documents.length} documents of ${folder}`)
  const index = await openThrowawayIndex({
    corpus: { documents: dataset.documents },
    embedder: side === 'lexical' ? null : embedder,
    now: () => new Date(),
  })
  try {
    if (index.report.refused.length > 0)
      say(`${index.report.refused.length} documents were refused.`)
    const figures = await evaluateDataset(
      { engine: index.engine, embedder, translate },
      dataset,
      side,
    )
    if (run !== undefined) writeFileSync(run, `${figures.run.join('\n')}\n`)
    const document = datasetDocument(basename(folder), side, figures)
    if (json) printJson(document)
    else process.stdout.write(`${datasetLines(document)}\n`)
    return exitCodes.done
  } finally {
    await index.close()
  }
}

function datasetDocument(dataset: string, system: SearchSide, figures: DatasetEvaluation) {
  const { queries, ndcg10, mrr10, p1, recall100, p50Ms, p95Ms, answers, unanswerable } = figures
  return {
    dataset,
    system,
    queries,
    ndcg10: rounded(ndcg10),
    mrr10: rounded(mrr10),
    p1: rounded(p1),
    recall100: rounded(recall100),
    p50Ms: rounded(p50Ms),
    p95Ms: rounded(p95Ms),
    ...(answers === null ? {} : { answers }),
    ...(unanswerable === null ? {} : { unanswerable }),
  }
}

function datasetLines(document: ReturnType<typeof datasetDocument>): string {
  const { answers, unanswerable, ...figures } = document
  const lines = Object.entries(figures).map(([name, value]) => `${name.padEnd(12)} ${value}`)
  if (answers !== undefined) {
    const { questions, inQuotes, inChosen, refused } = answers
    lines.push(
      `${'answers'.padEnd(12)} gold answer in the quotes ${share(inQuotes, questions)} (before refusals ${share(inChosen, questions)}), refused ${share(refused, questions)}`,
    )
  }
  if (unanswerable !== undefined) {
    lines.push(
      `${'unanswerable'.padEnd(12)} refused ${share(unanswerable.refused, unanswerable.questions)}`,
    )
  }
  return lines.join('\n')
}

async function evaluateOwn(
  { set, articles, split, misses, save, json, reader: model }: Options,
  embedder: Embedder | null,
): Promise<ExitCode> {
  const translate = openWords()
  const questions = readEvaluationQuestions(set).filter(
    (question) => split === undefined || question.split === split,
  )
  const index = await openThrowawayIndex({
    corpus: { folders: articles },
    embedder,
    now: () => new Date(),
  })
  try {
    const reader = await openReader(model)
    const evaluation = await evaluateQuestions(
      { engine: index.engine, embedder, reader, translate },
      questions,
    )
    const report: QuestionReport = reportOf(evaluation)
    if (save !== undefined) writeFileSync(save, `${JSON.stringify(report, null, 2)}\n`)
    if (json) printJson(report)
    else {
      const lines = missLines(evaluation, misses)
      process.stdout.write(`${reportTable(report)}\n\n${lines.join('\n')}\n`)
    }
    return report.falseQuotes === 0 ? exitCodes.done : exitCodes.failed
  } finally {
    await index.close()
  }
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

function share(count: number, of: number): string {
  return `${((100 * count) / of).toFixed(1)} % (${count}/${of})`
}
