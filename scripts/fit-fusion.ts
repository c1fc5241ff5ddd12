/** Fits the weights by which words and vectors are fused, on development sets, and can write them. */
import { writeFileSync } from 'node:fs'
import { mean, ndcg } from '../core/eval/metrics.ts'
import { fuse, fusionWeights, type Candidate, type FusionWeights } from '../core/rank/fuse.ts'
import { rankArticles } from '../core/rank/rank-articles.ts'
import type { StoredPassage } from '../core/article.ts'
import type { Embedder } from '../core/semantic/index.ts'
import {
  createCommand,
  exitCodes,
  runCommand,
  say,
  type CommandContext,
} from './command/command.ts'
import { openModel } from './command/open-model.ts'
import { retrievedQuestions } from './fitting/retrieved-questions.ts'

interface Options {
  readonly dataset: readonly string[]
  readonly limit: string
  readonly write: boolean
}

interface Case {
  readonly candidates: readonly Candidate[]
  readonly passages: ReadonlyMap<number, StoredPassage>
  readonly grades: ReadonlyMap<string, number>
}

const command = createCommand(
  'fit-fusion',
  'Fits core/rank/fusion-weights.json on development sets.',
)
  .requiredOption('--dataset <dir...>', 'sets in BEIR layout; each counts alike')
  .option('--limit <n>', 'questions taken of each dataset', '500')
  .option('--write', 'write the file of weights', false)

/** Steps of each weight that are tried while the others stand still. */
const step = 0.05
const target = new URL('../core/rank/fusion-weights.json', import.meta.url)

await runCommand<Options>(command, async ({ dataset, limit, write }, context: CommandContext) => {
  const embedder = await openModel(context)
  const sets: Case[][] = []
  for (const folder of dataset) {
    sets.push(await gather(folder, Number(limit), embedder))
    say(`${folder}: ${sets.at(-1)?.length} questions`)
  }
  const fitted = climb(fusionWeights, (weights) => mean(figuresOf(sets, weights)))
  for (const [name, weights] of Object.entries({ before: fusionWeights, after: fitted })) {
    const figures = figuresOf(sets, weights).map((figure) => figure.toFixed(4))
    say(`${name}: nDCG@10 ${figures.join(' ')}`)
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
      candidates: evidence.map(({ passage, ...scores }) => ({
        ...scores,
        passageId: passage.id,
        sameLanguage: passage.language === plan.language,
      })),
      passages: new Map(evidence.map(({ passage }) => [passage.id, passage])),
      grades,
    })
  }
  return cases
}

function figuresOf(sets: readonly (readonly Case[])[], weights: FusionWeights): number[] {
  return sets.map((cases) =>
    mean(
      cases.map(({ candidates, passages, grades }) => {
        const evidence = fuse(candidates, weights).flatMap((fused) => {
          const passage = passages.get(fused.passageId)
          return passage === undefined ? [] : [{ ...fused, passage }]
        })
        return ndcg(
          rankArticles(evidence).map(({ articleId }) => articleId),
          grades,
          10,
        )
      }),
    ),
  )
}

/** Coordinate ascent: one weight after the other, a step up or down, until none helps. */
function climb(start: FusionWeights, gain: (weights: FusionWeights) => number): FusionWeights {
  let best = { weights: start, gain: gain(start) }
  for (let improved = true; improved;) {
    improved = false
    for (const weights of neighbours(best.weights)) {
      const candidate = { weights, gain: gain(weights) }
      if (candidate.gain <= best.gain + 1e-5) continue
      best = candidate
      improved = true
    }
  }
  return best.weights
}

function neighbours({ sameLanguage, otherLanguage, coverage }: FusionWeights): FusionWeights[] {
  const dense = (weights: FusionWeights['sameLanguage']): FusionWeights['sameLanguage'][] => [
    ...moved(weights.denseWhenCovered, 1).map((next) => ({ ...weights, denseWhenCovered: next })),
    ...moved(weights.denseWhenUncovered, 1).map((next) => ({
      ...weights,
      denseWhenUncovered: next,
    })),
  ]
  return [
    ...dense(sameLanguage).map((next) => ({ sameLanguage: next, otherLanguage, coverage })),
    ...dense(otherLanguage).map((next) => ({ sameLanguage, otherLanguage: next, coverage })),
    ...moved(coverage, 2).map((next) => ({ sameLanguage, otherLanguage, coverage: next })),
  ]
}

function moved(value: number, most: number): number[] {
  return [value - step, value + step]
    .map((next) => Math.round(next * 100) / 100)
    .filter((next) => next >= 0 && next <= most)
}
