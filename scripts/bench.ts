/** `npm run bench`: measures speed. `embed` times the model, `ask` the way from a question to its verdict. */
import { Argument } from 'commander'
import { availableParallelism, cpus } from 'node:os'
import { createAnswerer } from '../core/answer/answerer.ts'
import { RawiError } from '../core/errors.ts'
import { readEvaluationQuestions } from '../core/eval/evaluation-question.ts'
import { percentile } from '../core/eval/metrics.ts'
import { openThrowawayIndex } from '../core/eval/throwaway-index.ts'
import { identifyLanguage } from '../core/language/index.ts'
import { openWords } from '../core/library/index.ts'
import type { Embedder } from '../core/semantic/index.ts'
import { createCommand, exitCodes, printJson, runCommand, say } from './command/command.ts'
import { openModel } from './command/open-model.ts'

interface Options {
  readonly json: boolean
}

/** Runs of the whole list; the first warms up and is not counted. */
const rounds = 4

const command = createCommand('bench', 'Measures speed, and tells the machine it was measured on.')
const what = new Argument('[what]', 'what is measured').choices(['embed', 'ask']).default('ask')
command.addArgument(what)

await runCommand<Options>(command, async ({ json }, context) => {
  const embedder = await openModel(context)
  try {
    const figures =
      command.processedArgs[0] === 'embed' ? await benchEmbed(embedder) : await benchAsk(embedder)
    const [processor] = cpus()
    const machine = `${processor?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`
    if (json) printJson({ ...figures, machine })
    else {
      for (const [name, value] of Object.entries(figures))
        process.stdout.write(`${name}: ${value}\n`)
      say(machine)
    }
    return exitCodes.done
  } finally {
    await embedder?.close()
  }
})

async function benchEmbed(embedder: Embedder | null): Promise<Record<string, number | string>> {
  if (embedder === null) {
    throw new RawiError(
      'EMBEDDER_UNAVAILABLE',
      'There is no model to measure: EMBEDDING_MODEL is "none" or its folder is missing.',
    )
  }
  const questions = readEvaluationQuestions('data/eval/questions.jsonl').map(
    ({ question }) => question,
  )
  const text = questions.join(' ')
  const passages = Array.from({ length: 100 }, (_, at) => text.slice(at * 50, at * 50 + 700))
  const questionMs = await timesOf(questions, (one) => embedder.embed([one], 'question'))
  const passageMs = await timesOf(passages, (one) => embedder.embed([one], 'passage'))
  return {
    model: embedder.name,
    questionP50Ms: rounded(percentile(questionMs, 0.5)),
    questionP95Ms: rounded(percentile(questionMs, 0.95)),
    passagesASecond: Math.round(1000 / percentile(passageMs, 0.5)),
  }
}

async function benchAsk(embedder: Embedder | null): Promise<Record<string, number | string>> {
  const questions = readEvaluationQuestions('data/eval/questions.jsonl')
  const { translate, lexical } = openWords()
  const corpus = { folders: ['data/articles'] }
  const index = await openThrowawayIndex({ corpus, embedder, lexical, now: () => new Date() })
  try {
    const snapshot = await index.engine.snapshot()
    const answerer = createAnswerer({ embedder, translate })
    const ms = await timesOf(questions, ({ question }) =>
      answerer.answer({ text: question, language: identifyLanguage(question) }, snapshot),
    )
    const { articles, passages } = snapshot.info
    return {
      articles,
      passages,
      questions: questions.length,
      p50Ms: rounded(percentile(ms, 0.5)),
      p95Ms: rounded(percentile(ms, 0.95)),
    }
  } finally {
    await index.close()
  }
}

async function timesOf<T>(
  items: readonly T[],
  act: (item: T) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (const item of items) {
      const started = performance.now()
      await act(item)
      if (round > 0) times.push(performance.now() - started)
    }
  }
  return times
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100
}
