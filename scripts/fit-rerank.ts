/** Fits the weights of the second look at the best passages, on sets that may be trained on, and can write them. */
import { writeFileSync } from 'node:fs'
import { fitChoice, type ChoiceGroup } from '../core/eval/fit.ts'
import { mean, ndcg } from '../core/eval/metrics.ts'
import { passageFeatureNames } from '../core/rank/passage-features.ts'
import { depth, featuresOf, rerankWeights, type RerankWeights } from '../core/rank/rerank.ts'
import type { Embedder } from '../core/semantic/index.ts'
import { createCommand, exitCodes, runCommand, say } from './command/command.ts'
import { openModel } from './command/open-model.ts'
import { retrievedQuestions } from './fitting/retrieved-questions.ts'

interface Options {
  readonly dataset: readonly string[]
  readonly limit: string
  readonly write: boolean
}

/** The passages of one question that are looked at, best first by what they were before. */
interface Case {
  readonly articles: readonly string[]
  readonly grades: ReadonlyMap<string, number>
  readonly features: readonly Readonly<Record<string, number>>[]
}

const command = createCommand(
  'fit-rerank',
  'Fits core/rank/rerank-weights.json; each half of a set is measured with weights fitted on the other halves.',
)
  .requiredOption('--dataset <dir...>', 'sets in BEIR layout; each counts alike')
  .option('--limit <n>', 'questions taken of each dataset', '700')
  .option('--write', 'write the file of weights', false)

const target = new URL('../core/rank/rerank-weights.json', import.meta.url)
const l2 = 0.001

await runCommand<Options>(command, async ({ dataset, limit, write }, context) => {
  const embedder = await openModel(context)
  const fitted = { ...rerankWeights }
  for (const [kind, model] of [
    ['words', null],
    ['meaning', embedder],
  ] as const) {
    const sets: Case[][] = []
    for (const folder of dataset) sets.push(await gather(folder, Number(limit), model))
    const half = (odd: number): Case[][] =>
      sets.map((cases) => cases.filter((_, at) => at % 2 === odd))
    const [even, odd] = [fit(half(0)), fit(half(1))]
    for (const [at, folder] of dataset.entries()) {
      const before = figureOf(sets[at] ?? [], null)
      const after = mean([figureOf(half(0)[at] ?? [], odd), figureOf(half(1)[at] ?? [], even)])
      say(`${kind} ${folder}: nDCG@10 ${before.toFixed(4)} → ${after.toFixed(4)}`)
    }
    fitted[kind] = fit(sets)
  }
  const text = `${JSON.stringify(fitted, null, 2)}\n`
  if (write) writeFileSync(target, text)
  else process.stdout.write(text)
  await embedder?.close()
  return exitCodes.done
})

async function gather(folder: string, limit: number, embedder: Embedder | null): Promise<Case[]> {
  const cases: Case[] = []
  for await (const asked of retrievedQuestions(folder, limit, embedder)) {
    const { plan, grades, evidence } = asked
    cases.push({
      articles: evidence.slice(0, depth).map(({ passage }) => passage.articleId),
      grades,
      features: featuresOf(evidence, plan).map((own, at) => ({
        ...own,
        fused: evidence[at]?.score ?? 0,
      })),
    })
  }
  return cases
}

/** A weight below 0 speaks against what it should speak for: it is chance, and left out. */
function fit(sets: readonly (readonly Case[])[]): RerankWeights {
  const groups = sets.flatMap((cases) =>
    cases.flatMap(({ articles, grades, features }): ChoiceGroup[] => {
      const candidates = features.map((own, at) => ({
        features: own,
        isRight: (grades.get(articles[at] ?? '') ?? 0) > 0,
      }))
      return candidates.some(({ isRight }) => isRight)
        ? [{ candidates, weight: 1 / cases.length }]
        : []
    }),
  )
  const { weights } = fitChoice(groups, { names: ['fused', ...passageFeatureNames], l2 })
  const fused = weights['fused'] ?? 1
  const shares = passageFeatureNames.map((name): readonly [string, number] => [
    name,
    Math.max(0, Math.round((100 * (weights[name] ?? 0)) / fused) / 100),
  ])
  return Object.fromEntries(shares) as RerankWeights
}

function figureOf(cases: readonly Case[], weights: RerankWeights | null): number {
  return mean(
    cases.map(({ articles, grades, features }) => {
      const scored = features.map((own, at) => ({
        article: articles[at] ?? '',
        score: passageFeatureNames.reduce(
          (sum, name) => sum + (weights?.[name] ?? 0) * (own[name] ?? 0),
          own['fused'] ?? 0,
        ),
      }))
      const ranking = scored.toSorted((a, b) => b.score - a.score).map(({ article }) => article)
      return ndcg([...new Set(ranking)], grades, 10)
    }),
  )
}
