/** Fits the weights by which a sentence is chosen and quotes are believed, and writes both files of weights. */
import { writeFileSync } from 'node:fs'
import { thresholdFor, type Thresholds } from '../core/answer/belief.ts'
import { mean } from '../core/eval/metrics.ts'
import type { SearchMode } from '../core/question.ts'
import {
  createCommand,
  exitCodes,
  runCommand,
  say,
  type CommandContext,
  type ExitCode,
} from './command/command.ts'
import { openModel } from './command/open-model.ts'
import { createGathering, type Case, type CaseKind } from './fit-answers/cases.ts'
import { crossMeasured, fitted, thresholdsFrom, type Measured } from './fit-answers/fitted.ts'

interface Options {
  readonly dataset: readonly string[]
  readonly set: readonly string[]
  readonly practice: readonly string[]
  readonly limit: string
  readonly write: boolean
}

const command = createCommand(
  'fit-answers',
  'Fits sentence-weights.json and belief-weights.json on development questions.',
)
  .option('--dataset <dir...>', 'sets with gold answers, in BEIR layout', [])
  .option('--set <file=dir...>', 'own questions and their articles; the dev half alone is read', [
    'data/eval/questions.jsonl=data/articles',
    'data/eval/practice.jsonl=data/articles',
  ])
  .option(
    '--practice <file=dir...>',
    'further ones for the weights alone: harder than what readers ask, so no threshold rests on them',
    ['data/eval/practice-other.jsonl=data/eval/practice-articles'],
  )
  .option('--limit <n>', 'questions taken of each dataset', '1000')
  .option('--write', 'write the two files', false)

await runCommand<Options>(command, fit)

async function fit(options: Options, context: CommandContext): Promise<ExitCode> {
  const embedder = await openModel(context)
  const gathering = createGathering(embedder)
  const cases: Case[] = []
  const practice = new Set<string>()
  for (const pair of [...options.set, ...options.practice]) {
    const [file = '', folder = ''] = pair.split('=')
    if (options.practice.includes(pair)) practice.add(file)
    cases.push(...(await gathering.ofOwn(file, folder)))
  }
  for (const folder of options.dataset)
    cases.push(...(await gathering.ofDataset(folder, Number(options.limit))))
  // The two ways of working have weights of their own, and are measured apart.
  const meaning = fittedFor('hybrid', cases, practice)
  const words = fittedFor('keyword-only', cases, practice)
  if (options.write) {
    write('sentence-weights.json', { meaning: meaning.sentence, words: words.sentence })
    write('belief-weights.json', { meaning: meaning.belief, words: words.belief })
  } else process.stdout.write(`${JSON.stringify({ meaning, words }, null, 2)}\n`)
  await embedder?.close()
  return exitCodes.done
}

function fittedFor(mode: SearchMode, all: readonly Case[], practice: ReadonlySet<string>) {
  const cases = all.filter(({ considered }) => considered.mode === mode)
  const measured = crossMeasured(cases)
  const usual = measured.filter(({ one }) => !practice.has(one.origin))
  const thresholds = thresholdsFrom(usual, mode)
  for (const [origin, own] of Map.groupBy(measured, ({ one }) => one.origin))
    say(`${mode}, ${origin}\n${linesOf(own, thresholds).join('\n')}`)
  const { sentence, belief } = fitted(cases)
  return { sentence, belief: { thresholds, ...belief } }
}

/** What the thresholds cost and buy, each case by models that had not seen its article. */
function linesOf(measured: readonly Measured[], thresholds: Thresholds): readonly string[] {
  const isRefused = ({ one, features, certainty }: Measured): boolean =>
    certainty < thresholdFor(thresholds, one.considered.question.language, features.other === 1)
  const parts = [
    ['within a language', measured.filter(({ features }) => features.other === 0)],
    ['across languages', measured.filter(({ features }) => features.other === 1)],
  ] as const
  return parts.flatMap(([name, part]) => {
    const of = (kind: CaseKind): readonly Measured[] => part.filter(({ one }) => one.kind === kind)
    const answerable = of('answerable')
    const refused = (items: readonly Measured[]): string =>
      `${share(items, isRefused)} of ${items.length}`
    return [
      `  ${name}: quotes hold the answer ${share(answerable, ({ holds }) => holds)}, believed and held ${share(answerable, (one) => one.holds && !isRefused(one))}`,
      `    refused: answerable ${refused(answerable)}, unanswerable ${refused(of('unanswerable'))}, held out ${refused(of('held-out'))}`,
    ]
  })
}

function write(name: string, content: unknown): void {
  const path = new URL(`../core/answer/${name}`, import.meta.url)
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`)
}

function share<Item>(items: readonly Item[], is: (item: Item) => boolean): string {
  return `${(100 * mean(items.map((item) => (is(item) ? 1 : 0)))).toFixed(1)} %`
}
