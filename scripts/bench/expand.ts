/**
 * Times what translations add to a question: its search by words with them, against the same without, in one index.
 *
 * Both are asked by turns, so that what else the machine does falls on both alike. "new" is the first time that the
 * process meets a question's words, "again" the median of the times after: words met lately are remembered.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedEngine, type Snapshot } from '../../core/engine/index.ts'
import { readEvaluationQuestions } from '../../core/eval/evaluation-question.ts'
import { mean, percentile } from '../../core/eval/metrics.ts'
import { identifyLanguage } from '../../core/language/index.ts'
import type { Translate } from '../../core/language/lexicon/index.ts'
import { completePlan, draftPlan } from '../../core/question/plan.ts'
import { isSearched } from '../../core/question/term.ts'
import { openWords } from '../../core/library/index.ts'
import { retrievalLimits } from '../../core/rank/weights.ts'
import { reindex } from '../../core/reindex/index.ts'
import { headlinesIn } from './headlines.ts'
import { countRecords, sampleRecords } from './sample-records.ts'
import { hundredths, p50And95 } from './times.ts'

/** Milliseconds by the clock, and of processor time in all threads. */
interface Cost {
  readonly wall: number
  readonly processor: number
}

/** Of asking all questions; in the first their words are new to the process. */
const rounds = 8

/** @param folder - Holds JSON lines, of which `articles` are indexed, or all. */
export async function benchExpand(folder: string, articles: number) {
  const place = mkdtempSync(join(tmpdir(), 'rawi-expand-'))
  try {
    const database = join(place, 'index.db')
    const sample = join(place, 'articles')
    mkdirSync(sample)
    const total = await countRecords(folder)
    await sampleRecords(folder, total, Math.min(articles, total), join(sample, 'sample.jsonl'))
    await reindex({ folders: [sample], database, embedder: null, now: () => new Date() })
    return await measure(database)
  } finally {
    rmSync(place, { recursive: true })
  }
}

async function measure(database: string) {
  const engine = openEmbeddedEngine({ database })
  const translate = openWords()
  try {
    const snapshot = await engine.snapshot()
    const pairOf = async (question: string): Promise<Pair> => [
      await costOf(question, snapshot, null),
      await costOf(question, snapshot, translate),
    ]
    // Compiles the code and reads the lexicons, as a server's first questions do.
    for (const headline of headlinesIn(database, 200)) await pairOf(headline)
    const questions = readEvaluationQuestions('data/eval/questions.jsonl')
    const asked = questions.map((): Pair[] => [])
    for (let round = 0; round < rounds; round++)
      for (const [at, { question }] of questions.entries()) asked[at]!.push(await pairOf(question))
    const { articles, passages } = snapshot.info
    return {
      articles,
      passages,
      questions: questions.length,
      new: added(asked.map((pairs) => pairs.slice(0, 1))),
      again: added(asked.map((pairs) => pairs.slice(1))),
    }
  } finally {
    await engine.close()
  }
}

type Pair = readonly [without: Cost, withThem: Cost]

function added(questions: readonly (readonly Pair[])[]) {
  const by = (of: keyof Cost) =>
    p50And95(questions.map((pairs) => median(pairs.map(([less, more]) => more[of] - less[of]))))
  const meanMs = (side: 0 | 1) =>
    hundredths(mean(questions.flat().map((pair) => pair[side].processor)))
  return {
    byClock: by('wall'),
    ofProcessor: by('processor'),
    processorMeanMs: { without: meanMs(0), with: meanMs(1) },
  }
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The plan and the candidates are what retrieval needs of the words' side. */
async function costOf(
  question: string,
  snapshot: Snapshot,
  translate: Translate | null,
): Promise<Cost> {
  const language = identifyLanguage(question)
  const [before, started] = [process.cpuUsage(), performance.now()]
  const today = new Date().toISOString().slice(0, 10)
  const draft = draftPlan({ text: question, language }, { translate, today })
  const { terms } = await completePlan(draft, snapshot)
  const words = terms.filter(isSearched).map(({ search }) => search)
  await snapshot.lexical(words, { limit: retrievalLimits.candidates })
  const wall = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  return { wall, processor: (user + system) / 1000 }
}
