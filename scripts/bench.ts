/** `npm run bench`: measures speed: of the model, of the way from a question to its verdict, of translating its words, of a growing archive. */
import { Argument, InvalidArgumentError } from 'commander'
import { availableParallelism, cpus } from 'node:os'
import type { ScaleRow } from './bench/scale.ts'
import {
  createCommand,
  exitCodes,
  printJson,
  runCommand,
  say,
  type CommandContext,
} from './command/command.ts'

interface Options {
  readonly json: boolean
  readonly articles?: string
  readonly sizes: readonly number[]
}

const command = createCommand('bench', 'Measures speed, and tells the machine it was measured on.')
  .addArgument(
    new Argument(
      '[what]',
      'the model; questions over the sample corpus; what translations add to a question; indexing and asking as an archive grows',
    )
      .choices(['embed', 'ask', 'expand', 'scale'])
      .default('ask'),
  )
  .option(
    '--articles <dir>',
    'expand, scale: a folder of JSON lines (default: the first of ARTICLES)',
  )
  .option(
    '--sizes <list>',
    'expand, scale: numbers of articles',
    sizesFrom,
    [1_000, 10_000, 1_000_000],
  )

await runCommand<Options>(command, async (options, context) => {
  const [what = 'ask'] = command.processedArgs as string[]
  const figures =
    what === 'scale'
      ? await scale(options, context)
      : what === 'expand'
        ? await expand(options, context)
        : await speed(what, context)
  const [processor] = cpus()
  const machine = `${processor?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`
  if (options.json) printJson({ ...figures, machine })
  else say(machine)
  return exitCodes.done
})

async function scale({ articles, sizes, json }: Options, { config, signal }: CommandContext) {
  const { benchScale, scaleTable } = await import('./bench/scale.ts')
  const folder = articles ?? config.articles[0]!
  const rows: ScaleRow[] = []
  for await (const row of benchScale({ folder, sizes }, signal)) rows.push(row)
  if (!json) process.stdout.write(`${scaleTable(rows)}\n`)
  return { rows }
}

async function expand({ articles, sizes, json }: Options, { config }: CommandContext) {
  const { benchExpand } = await import('./bench/expand.ts')
  const rows: Awaited<ReturnType<typeof benchExpand>>[] = []
  for (const size of sizes) {
    const row = await benchExpand(articles ?? config.articles[0]!, size)
    if (!json) process.stdout.write(`${JSON.stringify(row, null, 2)}\n`)
    rows.push(row)
  }
  return { rows }
}

async function speed(what: string, context: CommandContext) {
  const [{ openModel }, { benchAsk }, { benchEmbed }] = await Promise.all([
    import('./command/open-model.ts'),
    import('./bench/ask.ts'),
    import('./bench/embed.ts'),
  ])
  const embedder = await openModel(context)
  try {
    const figures = await (what === 'embed'
      ? benchEmbed(embedder)
      : benchAsk(embedder, context.config.reading))
    if (!command.opts<Options>().json)
      for (const [name, value] of Object.entries(figures))
        process.stdout.write(`${name}: ${value}\n`)
    return figures
  } finally {
    await embedder?.close()
  }
}

function sizesFrom(list: string): readonly number[] {
  const sizes = list.split(',').map(Number)
  if (sizes.every((size) => Number.isInteger(size) && size > 0)) return sizes
  throw new InvalidArgumentError('Give whole numbers above 0, separated by commas.')
}
