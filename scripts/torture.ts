/** `npm run torture`: kills, swaps, disk faults and floods against a server at work, and what became of index and readers. */
import { Argument, InvalidArgumentError } from 'commander'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseConfig } from '../bot/config.ts'
import { readEvaluationQuestions } from '../core/eval/evaluation-question.ts'
import { reindex } from '../core/reindex/index.ts'
import { openEmbedder } from '../core/semantic/index.ts'
import {
  createCommand,
  exitCodes,
  printJson,
  runCommand,
  say,
  type ExitCode,
} from './command/command.ts'
import { startAsking } from './torture/asking.ts'
import { createTortureCorpus } from './torture/corpus.ts'
import { readIndex, reindexQuietly } from './torture/index-content.ts'
import { end } from './torture/ends.ts'
import { failCalls } from './torture/failing-calls.ts'
import { flood } from './torture/flood.ts'
import { fillDisk } from './torture/full-disk.ts'
import { torture } from './torture/kills.ts'
import { createRandom } from './torture/random.ts'
import { startServerProcess } from './torture/server-process.ts'
import { swap } from './torture/swaps.ts'

interface Options {
  readonly json: boolean
  readonly seed: number
  readonly kills: number
  readonly each: number
  readonly swaps: number
  readonly fillings: number
  readonly ends: number
  readonly abandoned: number
  readonly rate?: number
  readonly minutes: number
  readonly model: string
}

const shippedModel = fileURLToPath(new URL('../data/models/rawi-embed', import.meta.url))
const parts = ['kills', 'swaps', 'faults', 'archive', 'flood'] as const
type Part = (typeof parts)[number]

/** A killed archive is back within so many milliseconds. */
const longestAwayMs = 3_000
/** Milliseconds: below them, a ratio of two medians tells nothing. */
const shortestTold = 20

const command = createCommand(
  'torture',
  'Kills, swaps, disk faults and floods under load: is the index whole, and every reader served?',
)
  .addArgument(new Argument('[part]', 'what is done').choices(parts).default('kills'))
  .option('--seed <number>', 'repeats a run', count, Date.now() % 1_000_000)
  .option('--kills <number>', 'kills at random moments', count, 300)
  .option(
    '--each <number>',
    'kills at each checkpoint, or failures of each kind of call',
    count,
    25,
  )
  .option('--swaps <number>', 'generations to go over to', count, 200)
  .option('--fillings <number>', 'fillings of a disk', count, 100)
  .option('--ends <number>', 'kills of the process that answers', count, 20)
  .option('--abandoned <number>', 'long questions asked at once and left', count, 60)
  .option('--rate <number>', 'questions a second (default: 20, for swaps 200)', count)
  .option('--model <folder>', 'embedding model, or none for words alone', shippedModel)
  .option('--minutes <number>', 'begin nothing new after so many', count, 60)
  .addHelpText('after', '\nExit codes: 0 all held, 1 something did not, 2 wrong usage.')

await runCommand<Options>(command, async (options) => {
  const part = command.processedArgs[0] as Part
  say(`Seed ${options.seed}`)
  if (part === 'faults') return faults(options)
  return part === 'flood' ? flooded(options) : underLoad(part, options)
})

async function underLoad(part: 'kills' | 'swaps' | 'archive', options: Options): Promise<ExitCode> {
  const { seed, kills, each, swaps, ends, rate = part === 'swaps' ? 200 : 20 } = options
  const started = performance.now()
  const deadline = started + options.minutes * 60_000
  const root = mkdtempSync(join(tmpdir(), 'rawi-torture-'))
  const database = join(root, 'index.db')
  const random = createRandom(seed)
  const corpus = createTortureCorpus(join(root, 'articles'), random)
  const embedder = await openModel(options)
  const generation = await reindexQuietly(corpus.folder, database, embedder)
  const server = await startServerProcess(database, corpus.folder, options.model)
  const asking = startAsking({
    address: server.address,
    questions: corpus.questions,
    perSecond: rate,
  })
  try {
    asking.learn(generation, readIndex(database))
    const setting = { corpus, database, embedder, asking, deadline, say }
    const done =
      part === 'kills'
        ? await torture({ ...setting, random, kills, each })
        : part === 'swaps'
          ? await swap({ ...setting, swaps })
          : await end({ ...setting, server, ends })
    const seconds = Math.round((performance.now() - started) / 1000)
    const readers = await asking.stop()
    const exitCode = await server.stop()
    const torn = 'torn' in done ? done.torn.length : 0
    const isBackInTime = part !== 'archive' || ('ends' in done && done.longestMs <= longestAwayMs)
    const held =
      isBackInTime &&
      torn === 0 &&
      readers.faults.length === 0 &&
      readers.questions > 0 &&
      exitCode === 0
    report({ part, seed, seconds, held, ...done, readers, serverExitCode: exitCode }, options)
    if (!held) say(server.log())
    return held ? exitCodes.done : exitCodes.failed
  } finally {
    await asking.stop()
    await server.stop()
    await embedder?.close()
    rmSync(root, { recursive: true, force: true })
  }
}

/** Over the sample corpus and with its model, as a reader would meet it. */
async function flooded(options: Options): Promise<ExitCode> {
  const root = mkdtempSync(join(tmpdir(), 'rawi-torture-'))
  const database = join(root, 'index.db')
  const { articles, embedding } = parseConfig({})
  const embedder = embedding === null ? null : await openEmbedder(embedding)
  await reindex({ folders: articles, database, embedder, now: () => new Date() })
  const server = await startServerProcess(database, articles[0]!, embedding?.model ?? 'none')
  try {
    const questions = readEvaluationQuestions('data/eval/questions.jsonl').map(
      ({ question }) => question,
    )
    const { address } = server
    const done = await flood({ address, questions, abandoned: options.abandoned })
    const serverExitCode = await server.stop()
    const isServed = done.floodedMs <= 2 * Math.max(done.quietMs, shortestTold)
    const held =
      isServed && done.failed.length === 0 && done.turnedAway === 0 && serverExitCode === 0
    report({ part: 'flood', held, ...done, serverExitCode }, options)
    if (!held) say(server.log())
    return held ? exitCodes.done : exitCodes.failed
  } finally {
    await server.stop()
    rmSync(root, { recursive: true, force: true })
  }
}

async function faults(options: Options): Promise<ExitCode> {
  const { seed, each, fillings, minutes } = options
  const started = performance.now()
  const deadline = started + minutes * 60_000
  const root = mkdtempSync(join(tmpdir(), 'rawi-torture-'))
  const corpus = createTortureCorpus(join(root, 'articles'), createRandom(seed))
  const embedder = await openModel(options)
  try {
    const fullDisk = await fillDisk({ root, corpus, embedder, fillings, deadline })
    const failingCalls = await failCalls({ root, corpus, embedder, each, deadline, say })
    const seconds = Math.round((performance.now() - started) / 1000)
    const held = fullDisk.torn.length + failingCalls.torn.length === 0
    report({ part: 'faults', seed, seconds, held, fullDisk, failingCalls }, options)
    return held ? exitCodes.done : exitCodes.failed
  } finally {
    await embedder?.close()
    rmSync(root, { recursive: true, force: true })
  }
}

function openModel({ model }: Options) {
  return openEmbedder({ model, cacheFolder: '', hub: '', deferred: true })
}

function report(result: object, { json }: Options): void {
  if (json) printJson(result)
  else process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 0 up.')
  return Number(text)
}
