/** Fits the weights by which a sentence is chosen and quotes are believed, and writes both files of weights. */
import { writeFileSync } from 'node:fs'
import { createAnswerer, choice, type Considered } from '../core/answer/answerer.ts'
import { believe, beliefFeatureNames } from '../core/answer/belief.ts'
import { chooseQuotes } from '../core/answer/choose-quotes.ts'
import type { SearchMode } from '../core/question.ts'
import { logit, probability, type LinearModel } from '../core/answer/linear-model.ts'
import { sentenceFeatureNames } from '../core/answer/sentence-features.ts'
import { readDataset } from '../core/eval/dataset.ts'
import { readEvaluationQuestions } from '../core/eval/evaluation-question.ts'
import { fitChoice, fitLogistic, type ChoiceGroup, type LabelledRow } from '../core/eval/fit.ts'
import { holdsAnswer } from '../core/eval/judge.ts'
import { mean } from '../core/eval/metrics.ts'
import { openThrowawayIndex, type ThrowawayOptions } from '../core/eval/throwaway-index.ts'
import { openWords } from '../core/library/index.ts'
import { identifyLanguage } from '../core/language/index.ts'
import {
  createCommand,
  exitCodes,
  runCommand,
  say,
  type CommandContext,
  type ExitCode,
} from './command/command.ts'
import { openModel } from './command/open-model.ts'

interface Options {
  readonly dataset: readonly string[]
  readonly set: readonly string[]
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
  ])
  .option('--limit <n>', 'questions taken of each dataset', '1000')
  .option('--write', 'write the two files', false)

/** A question of one's own weighs more than one of a set that has hundreds. */
const ownWeight = 8
const weightOfUnanswerable = 3

await runCommand<Options>(command, fit)

/** One question with everything an answer would rest on. */
interface Case {
  readonly origin: string
  readonly considered: Considered
  /** null for a question that must be refused. */
  readonly isRight: ((quote: string, articleId: string) => boolean) | null
  readonly weight: number
  /** Half it is fitted on when the other half is measured. */
  readonly fold: number
}

async function fit(options: Options, context: CommandContext): Promise<ExitCode> {
  const embedder = await openModel(context)
  const { translate, lexical } = openWords()
  // Both ways of working: a model may be missing where this runs.
  const answerers = [embedder, ...(embedder === null ? [] : [null])].map((one) =>
    createAnswerer({ embedder: one, translate }),
  )
  const cases: Case[] = []
  const gather = async (
    corpus: ThrowawayOptions['corpus'],
    questions: readonly Omit<Case & { readonly text: string }, 'considered'>[],
  ): Promise<void> => {
    const index = await openThrowawayIndex({ corpus, embedder, lexical, now: () => new Date() })
    try {
      const snapshot = await index.engine.snapshot()
      for (const { text, ...rest } of questions) {
        const question = { text, language: identifyLanguage(text) }
        for (const answerer of answerers) {
          cases.push({ ...rest, considered: await answerer.consider(question, snapshot) })
        }
      }
    } finally {
      await index.close()
    }
  }
  for (const folder of options.dataset) {
    const dataset = readDataset(folder)
    const limit = Number(options.limit)
    const own = { origin: folder, weight: 1 }
    const answerable = dataset.queries.slice(0, limit).flatMap(({ id, text }, at) => {
      const gold = dataset.answers.get(id)
      const isRight = (quote: string): boolean => holdsAnswer([quote], gold ?? '')
      return gold === undefined ? [] : [{ ...own, text: text.trim(), isRight, fold: at % 2 }]
    })
    const unanswerable = dataset.unanswerable
      .slice(0, limit / 2)
      .map(({ text }, at) => ({ ...own, text: text.trim(), isRight: null, fold: at % 2 }))
    await gather({ documents: dataset.documents }, [...answerable, ...unanswerable])
    say(`${folder}: ${answerable.length} answerable, ${unanswerable.length} unanswerable`)
  }
  for (const pair of options.set) {
    const [file = '', folder = ''] = pair.split('=')
    const questions = readEvaluationQuestions(file)
      .filter(({ split }) => split === 'dev')
      .map(({ question, articles, needles }, at) => {
        const isRight = (quote: string, articleId: string): boolean =>
          articles.includes(articleId) &&
          needles.some((needle) => needle.some((one) => quote.includes(one)))
        return {
          origin: file,
          text: question,
          weight: ownWeight,
          fold: at % 2,
          isRight: needles.length === 0 ? null : isRight,
        }
      })
    await gather({ folders: [folder] }, questions)
    say(`${file}: ${questions.length} dev questions`)
  }
  const meaning = fittedFor('hybrid', cases)
  const words = fittedFor('keyword-only', cases)
  if (options.write) {
    write('sentence-weights.json', { meaning: meaning.sentence, words: words.sentence })
    write('belief-weights.json', { meaning: beliefOf(meaning), words: beliefOf(words) })
  } else process.stdout.write(`${JSON.stringify({ meaning, words }, null, 2)}\n`)
  await embedder?.close()
  return exitCodes.done
}

/** The two ways of working have weights of their own, and are measured apart. */
function fittedFor(mode: SearchMode, all: readonly Case[]): Fitted {
  const cases = all.filter(({ considered }) => considered.mode === mode)
  const halves = [0, 1].map((fold) => fitted(cases.filter((one) => one.fold !== fold)))
  for (const origin of new Set(cases.map((one) => one.origin))) {
    say(`${mode}: ${measured(origin, cases, halves)}`)
  }
  return fitted(cases)
}

function beliefOf({ thresholds, belief }: Fitted) {
  return { thresholds, ...belief }
}

interface Fitted {
  readonly sentence: LinearModel
  readonly belief: LinearModel
  readonly thresholds: { readonly sameLanguage: number; readonly otherLanguage: number }
}

function fitted(cases: readonly Case[]): Fitted {
  const groups = cases.flatMap(({ considered, isRight, weight }): readonly ChoiceGroup[] => {
    if (isRight === null) return []
    const candidates = considered.scored.map(({ features, sentence }) => ({
      features,
      isRight: isRight(sentence.text, sentence.evidence.passage.articleId),
    }))
    return candidates.some((candidate) => candidate.isRight) ? [{ candidates, weight }] : []
  })
  const sentence = { ...fitChoice(groups, { names: sentenceFeatureNames, l2: 0.002 }), bias: 0 }
  const rows = cases.flatMap((one): readonly LabelledRow[] => {
    const outcome = outcomeOf(one, sentence)
    if (outcome === null) return []
    const weight = one.weight * (one.isRight === null ? weightOfUnanswerable : 1)
    return [{ features: outcome.features, label: outcome.holds ? 1 : 0, weight }]
  })
  const belief = fitLogistic(rows, { names: beliefFeatureNames, l2: 0.001 })
  const thresholdFor = (other: 0 | 1): number => {
    const own = cases.filter(({ weight }) => weight === ownWeight)
    return bestThreshold(
      own.filter((one) => outcomeOf(one, sentence)?.features['other'] === other),
      sentence,
      belief,
    )
  }
  return {
    sentence,
    belief,
    thresholds: { sameLanguage: thresholdFor(0), otherLanguage: thresholdFor(1) },
  }
}

/** Where one refusal too many costs twice an answer too many. */
function bestThreshold(cases: readonly Case[], sentence: LinearModel, belief: LinearModel): number {
  const outcomes = cases.flatMap((one) => {
    const outcome = outcomeOf(one, sentence)
    return outcome
      ? [{ answerable: one.isRight !== null, certainty: probability(belief, outcome.features) }]
      : []
  })
  const cost = (threshold: number): number => {
    const wrongly = outcomes.filter(
      ({ answerable, certainty }) => answerable && certainty < threshold,
    ).length
    const answered = outcomes.filter(
      ({ answerable, certainty }) => !answerable && certainty >= threshold,
    ).length
    return 2 * wrongly + answered
  }
  const steps = Array.from({ length: 17 }, (_, at) => Math.round((0.1 + at * 0.05) * 100) / 100)
  return (
    steps.toSorted((a, b) => cost(a) - cost(b) || Math.abs(a - 0.5) - Math.abs(b - 0.5))[0] ?? 0.5
  )
}

function outcomeOf({ considered, isRight }: Case, model: LinearModel) {
  const scored = considered.scored
    .map((weighed) => ({ ...weighed, score: logit(model, weighed.features) }))
    .toSorted((a, b) => b.score - a.score)
  const quotes = chooseQuotes(considered.question, scored, choice.quotes)
  const belief = believe(considered.question, quotes)
  if (belief === null) return null
  const holds = quotes.some(({ quote, evidence }) => isRight?.(quote, evidence.passage.articleId))
  return { features: belief.features, holds }
}

/** Each question by the weights that were fitted on the other half. */
function measured(origin: string, cases: readonly Case[], halves: readonly Fitted[]): string {
  const outcomes = cases
    .filter((one) => one.origin === origin)
    .map((one) => {
      const model = halves[one.fold]
      const outcome = model ? outcomeOf(one, model.sentence) : null
      const certainty = model && outcome ? probability(model.belief, outcome.features) : 0
      return { answerable: one.isRight !== null, holds: outcome?.holds ?? false, certainty }
    })
  const answerable = outcomes.filter((outcome) => outcome.answerable)
  const unanswerable = outcomes.filter((outcome) => !outcome.answerable)
  const lines = [0.15, 0.2, 0.25, 0.3, 0.4, 0.5].map(
    (below) =>
      `  below ${below}: answerable refused ${share(answerable, below)}, unanswerable refused ${share(unanswerable, below)}`,
  )
  const held = mean(answerable.map(({ holds }) => (holds ? 1 : 0)))
  return [`${origin}: quotes hold the answer ${(100 * held).toFixed(1)} %`, ...lines].join('\n')
}

function write(name: string, content: unknown): void {
  const path = new URL(`../core/answer/${name}`, import.meta.url)
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`)
}

function share(items: readonly { readonly certainty: number }[], below: number): string {
  return `${(100 * mean(items.map(({ certainty }) => (certainty < below ? 1 : 0)))).toFixed(0)} %`
}
