/** `node scripts/fit-letters.ts --arabic FILE --persian FILE`: weighs runs of three letters, and words, by which of two languages writes them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parseArgs } from 'node:util'
import { runsOf } from '../core/language/letter-runs.ts'

const { values } = parseArgs({
  options: { arabic: { type: 'string' }, persian: { type: 'string' }, keep: { type: 'string' } },
})
const keep = Number(values.keep ?? 4_000)

interface Article {
  readonly title: string
  readonly body: string
}

/** Every other article, so that the rest can tell how well it went. */
function counted(file: string): { readonly counts: Map<string, number>; readonly all: number } {
  const counts = new Map<string, number>()
  let all = 0
  const lines = gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean)
  for (const line of lines.filter((_, at) => at % 2 === 0)) {
    const { title, body } = JSON.parse(line) as Article
    for (const run of runsOf(`${title} ${title} ${body.slice(0, 400)}`)) {
      counts.set(run, (counts.get(run) ?? 0) + 1)
      all += 1
    }
  }
  return { counts, all }
}

const arabic = counted(values.arabic ?? '')
const persian = counted(values.persian ?? '')
const sorted = [...new Set([...arabic.counts.keys(), ...persian.counts.keys()])]
  .map((run) => {
    const [a, p] = [arabic, persian].map(({ counts, all }) => ((counts.get(run) ?? 0) + 2) / all)
    return { run, weight: Math.log(p! / a!), share: Math.max(a!, p!) }
  })
  .filter(({ weight }) => Math.abs(weight) >= 0.5)
  .toSorted((a, b) => Math.abs(b.weight) * b.share - Math.abs(a.weight) * a.share)
const isRun = ({ run }: { readonly run: string }): boolean => run.length === 3
/** As many words as runs. */
const weights = [
  ...sorted.filter(isRun).slice(0, keep),
  ...sorted.filter((one) => !isRun(one)).slice(0, keep),
]

/** Runs of one weight in a string, with bars between. */
const grouped = new Map<number, string[]>()
for (const { run, weight } of weights) {
  // A newspaper's words tell as much of what it writes about.
  const most = run.length === 3 ? 5 : 2
  const rounded = Math.max(-most, Math.min(most, Math.round(weight)))
  if (rounded === 0) continue
  grouped.set(rounded, [...(grouped.get(rounded) ?? []), run])
}
const table = Object.fromEntries(
  [...grouped]
    .toSorted(([a], [b]) => a - b)
    .map(([weight, runs]) => [weight, runs.toSorted().join('|')]),
)
writeFileSync(
  new URL('../core/language/letter-runs.json', import.meta.url),
  `${JSON.stringify(table, null, 2)}\n`,
)
