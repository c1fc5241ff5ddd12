/** `npm run doctor`: looks at everything an operator would, and says what to do. */
import {
  createCommand,
  exitCodes,
  printJson,
  runCommand,
  say,
  type CommandContext,
  type ExitCode,
} from './command/command.ts'
import type { Finding } from './doctor/finding.ts'
import { checkClock, checkDisk, checkFreshness, checkNode } from './doctor/machine.ts'

interface Options {
  readonly articles?: readonly string[]
  readonly db?: string
  readonly json: boolean
}

const command = createCommand('doctor', 'Looks for what keeps Rawi from answering well.')
  .option('--articles <dir...>', 'folders of articles (default: ARTICLES, else data/articles)')
  .addHelpText('after', '\nExit codes: 0 healthy, 1 with problems, 2 wrong usage.')

await runCommand<Options>(command, examine)

async function examine(options: Options, context: CommandContext): Promise<ExitCode> {
  const findings = await findingsOf(options, context)
  const healthy = findings.every(({ state }) => state !== 'problem')
  if (options.json) printJson({ healthy, findings })
  else for (const finding of findings) say(lineOf(finding))
  return healthy ? exitCodes.done : exitCodes.failed
}

async function findingsOf(options: Options, context: CommandContext): Promise<readonly Finding[]> {
  const [
    { checkArticles, checkIndex, checkModel, checkReader },
    { checkFiles },
    { checkTelegram },
  ] = await Promise.all([
    import('./doctor/archive.ts'),
    import('./doctor/files.ts'),
    import('./doctor/telegram.ts'),
  ])
  const { config, signal } = context
  const database = options.db ?? config.database
  const now = new Date()
  const model = await checkModel(context)
  try {
    const { findings: index, info } = await checkIndex(database, model.embedder, signal)
    const articles =
      info === null || model.embedder === undefined
        ? []
        : await checkArticles(options.articles ?? config.articles, database, model.embedder, signal)
    return [
      checkNode(process.versions.node),
      model.finding,
      await checkReader(context),
      ...index,
      ...articles,
      ...(info === null ? [] : [checkFreshness(now, info)]),
      ...(await checkFiles(database, config.backups, now)),
      await checkDisk(database),
      checkClock(now, info?.publishedAt ?? null),
      await checkTelegram(config),
    ]
  } finally {
    await model.embedder?.close()
  }
}

function lineOf({ check, state, detail }: Finding): string {
  const mark = { ok: '✓', note: '·', problem: '✗' } as const
  return `${mark[state]} ${check}: ${detail}`
}
