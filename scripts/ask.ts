/** `npm run ask -- "question"`: asks the index one question. */
import type { Archive, AskResult } from '../core/archive.ts'
import { withWideBrackets } from '../core/answer/bracketed-numbers.ts'
import { documentFromResult } from '../core/answer/document.ts'
import { frameFor } from '../core/answer/frame.ts'
import { openArchive } from '../core/library/index.ts'
import type { Citation, Conversation } from '../core/question.ts'
import { planTable } from './ask/plan-table.ts'
import { readingTable } from './ask/reading-table.ts'
import {
  createCommand,
  exitCodes,
  printJson,
  runCommand,
  say,
  type CommandContext,
  type ExitCode,
} from './command/command.ts'
import { shown, shownName } from './command/shown.ts'

interface Options {
  readonly lang?: string
  readonly db?: string
  readonly json: boolean
  readonly after?: string
  readonly explain: boolean
}

const command = createCommand('ask', 'Answers one question from the index, with its sources.')
  .argument('<question...>', 'the question, in any language')
  .option('--lang <code>', 'language of the question, ISO 639-1 (default: told from its words)')
  .option('--after <question>', 'the question asked before, which this one may lean on')
  .option('--explain', 'tells how the question was understood', false)
  .allowExcessArguments(true)
  .addHelpText(
    'after',
    '\nA refusal is an answer too: exit code 0. 1 failed (no index, no valid question), 2 wrong usage.',
  )

await runCommand<Options>(command, ask)

async function ask(
  { lang, db, json, after, explain }: Options,
  { config }: CommandContext,
): Promise<ExitCode> {
  const archive = await openArchive({
    database: db ?? config.database,
    embedding: config.embedding,
    reading: config.reading,
    onProblem: (problem) => say(String(problem)),
  })
  try {
    // First, so that the time told is the question's and not that of opening the index.
    const { modeReason } = await archive.status()
    const question = command.args.join(' ')
    const conversation = after === undefined ? undefined : await conversationOf(archive, after)
    const result = await archive.ask({
      question,
      explain,
      ...(lang !== undefined && { language: lang }),
      ...(conversation !== undefined && { conversation }),
    })
    if (json) printJson(documentFromResult(result))
    else process.stdout.write(`${shown(forPeople(result))}\n`)
    if (!json && result.plan !== undefined)
      process.stdout.write(
        `\n${shown(planTable(result.plan))}\n\n${shown(readingTable(result.reading))}\n`,
      )
    if (modeReason !== null) say(modeReason)
    return exitCodes.done
  } finally {
    await archive.close()
  }
}

/** Asks the question before, as a reader did, for what its answer cites. */
async function conversationOf(archive: Archive, previousQuestion: string): Promise<Conversation> {
  const { verdict } = await archive.ask({ question: previousQuestion })
  const citations = verdict.kind === 'answer' ? verdict.citations : []
  const cited = new Set(citations.map(({ articleId }) => articleId))
  return { previousQuestion, citedArticleIds: [...cited] }
}

function forPeople({ verdict, timings }: AskResult): string {
  const cited = verdict.kind === 'answer' ? verdict.citations : verdict.nearest
  const frame = frameFor(verdict.language)
  const nearest = verdict.kind === 'refusal' && cited.length > 0 ? ['', frame.say('nearest')] : []
  const sources = cited.map((citation) => source(citation, verdict.kind === 'refusal'))
  const readAs =
    verdict.readAs === null ? [] : [frame.say('read-as', { question: verdict.readAs }), '']
  return [
    ...readAs,
    verdict.text,
    ...nearest,
    '',
    ...sources,
    '',
    `${timings.totalMs.toFixed(1)} ms`,
  ].join('\n')
}

function source(
  { n, title, source: outlet, publishedAt, language, articleId, url, quote, start, span }: Citation,
  withQuote: boolean,
): string {
  const parts = [title, outlet, publishedAt, language, url ?? articleId].filter(
    (part) => part !== null,
  )
  const line = `[${n}] ${shownName(withWideBrackets(parts.join(' · ')))}`
  const words = span === null ? null : quote.slice(span.start - start, span.end - start)
  const below = withQuote ? quote : words
  return below === null ? line : `${line}\n    ${withWideBrackets(below.replace(/\s+/gu, ' '))}`
}
