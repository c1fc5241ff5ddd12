/** `npm run reindex`: brings the index in line with the folders of articles. */
import { Option } from 'commander'
import { relative } from 'node:path'
import type { Refusal } from '../core/corpus/index.ts'
import type { ReindexReport } from '../core/reindex/index.ts'
import {
  createCommand,
  exitCodes,
  printJson,
  runCommand,
  say,
  type CommandContext,
  type ExitCode,
} from './command/command.ts'
import { createProgress, duration } from './command/progress.ts'
import { shownName } from './command/shown.ts'

interface Options {
  readonly articles?: readonly string[]
  readonly full: boolean
  readonly force: boolean
  readonly dryRun: boolean
  readonly report: boolean
  readonly rollback: boolean
  readonly withdrawn?: string
  readonly db?: string
  readonly json: boolean
}

const command = createCommand('reindex', 'Brings the index in line with the folders of articles.')
  .option('--articles <dir...>', 'folders of articles (default: ARTICLES, else data/articles)')
  .option('--full', 'read and embed everything anew', false)
  .option(
    '--force',
    'publish also when most articles are gone or fewer golden questions answered',
    false,
  )
  .option(
    '--withdrawn <file>',
    'ids or addresses of articles to keep out, besides withdrawn.txt of each folder',
  )
  .option('--dry-run', 'tell what a run would do, and write nothing', false)
  .option('--report', 'list what the last run could not take in, and read nothing', false)
  .addOption(
    new Option('--rollback', 'serve the generation before again')
      .default(false)
      .conflicts(['articles', 'full', 'force', 'dryRun', 'report']),
  )
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 done with some inputs refused.',
  )

await runCommand<Options>(command, run)

async function run(options: Options, context: CommandContext): Promise<ExitCode> {
  if (options.report) return tellRefused(options, context)
  // Loaded here, so that help and wrong usage are told at once.
  const [{ readGoldenQuestions, reindex, rollBack }, { openModel }] = await Promise.all([
    import('../core/reindex/index.ts'),
    import('./command/open-model.ts'),
  ])
  const { config, signal } = context
  const database = options.db ?? config.database
  if (options.rollback) {
    const report = rollBack({ database })
    if (options.json) printJson(documentOf(report))
    say(rollbackSummary(report))
    return exitCodes.done
  }
  const golden = config.goldenQuestions === null ? [] : readGoldenQuestions(config.goldenQuestions)
  const progress = createProgress({
    output: process.stderr,
    labels: {
      checking: 'Checking files',
      indexing: 'Indexing',
      cleaning: 'Cleaning again',
      gathering: 'Gathering words of passages',
    },
  })
  const embedder = await openModel(context, say, { deferred: true })
  try {
    const report = await reindex({
      folders: options.articles ?? config.articles,
      database,
      embedder,
      full: options.full,
      force: options.force,
      dryRun: options.dryRun,
      golden,
      ...(options.withdrawn !== undefined && { withdrawn: options.withdrawn }),
      now: () => new Date(),
      signal,
      onProgress: (step) => progress.show(step),
      onRefused: (refusal) => progress.say(refusalLine(refusal)),
    })
    progress.end()
    if (options.json) printJson(documentOf(report))
    for (const warning of report.warnings) say(`Warning: ${warning}`)
    say(summary(report, options))
    return report.refused.length > 0 ? exitCodes.someRefused : exitCodes.done
  } finally {
    progress.end()
    await embedder?.close()
  }
}

async function tellRefused(options: Options, { config }: CommandContext): Promise<ExitCode> {
  const { refusedSoFar } = await import('../core/reindex/index.ts')
  const { generation, refused } = refusedSoFar(options.db ?? config.database)
  if (options.json) printJson({ generation, refused: refused.map(documentOfRefusal) })
  for (const refusal of refused) say(refusalLine(refusal))
  say(`${refused.length} refused; generation ${generation ?? 'none'} is published.`)
  return refused.length > 0 ? exitCodes.someRefused : exitCodes.done
}

function refusalLine({ path, line, reason, detail }: Refusal): string {
  const near = relative('.', path)
  const place = shownName(near.startsWith('..') ? path : near)
  return `Refused ${place}${line === undefined ? '' : `, line ${line}`}: ${reason}. ${shownName(detail)}`
}

function documentOf({ refused, ...report }: ReindexReport) {
  return {
    ...report,
    refused: refused.map(documentOfRefusal),
  }
}

function documentOfRefusal({ path, line, reason, detail }: Refusal) {
  return { path, line, reason, detail }
}

function summary(report: ReindexReport, { dryRun }: Options): string {
  const { total, added, changed, removed, unchanged } = report.articles
  const counts = `${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged`
  const kept = report.withdrawn === 0 ? '' : `, ${report.withdrawn} withdrawn`
  const refused = `${report.refused.length === 0 ? '' : `, ${report.refused.length} refused`}${kept}`
  const model = report.embedder === null ? 'words alone' : `words and ${report.embedder}`
  if (dryRun)
    return `A run would leave ${total} articles: ${counts}${refused}. Nothing was written.`
  if (!report.published) {
    return `Nothing changed: generation ${report.generation} with ${total} articles stays${refused}.`
  }
  return `Generation ${report.generation} is published: ${total} articles, ${report.passages} passages (${counts}${refused}), ${model}, in ${duration(report.seconds)}.`
}

function rollbackSummary({ generation, articles, passages, embedder }: ReindexReport): string {
  const { total, added, changed, removed } = articles
  const model = embedder === null ? 'words alone' : `words and ${embedder}`
  return `Generation ${generation} is served again: ${total} articles, ${passages} passages (${added} back, ${changed} as they were before, ${removed} gone), ${model}. The next npm run reindex brings the index in line with the folders again.`
}
