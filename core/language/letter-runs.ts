/**
 * Letter runs: tells Persian from Arabic by runs of three letters and by words, where both may be typed on one keyboard.
 *
 * In:   a text.
 * Out:  log odds of Persian, as whole numbers: above 0 for Persian, below for Arabic.
 * Cost: O(length); the table is read when first asked, about 75 kB.
 *
 * `scripts/fit-letters.ts` weighs the runs of every other article of a newspaper's archive in each language; words are
 * folded, so that ي and ك prove nothing, and a word's ends count as letters.
 */
import { readFileSync } from 'node:fs'
import { fold } from './letters.ts'

/** Runs of the words of Arabic script, and those words that are longer than a run. */
export function runsOf(text: string): readonly string[] {
  const words = fold(text.replaceAll('\u200c', ' ')).match(/\p{Script=Arabic}+/gu) ?? []
  return words.flatMap((word) => {
    const padded = `_${word}_`
    const runs = Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3))
    return word.length > 3 ? [...runs, word] : runs
  })
}

export function persianOdds(text: string): number {
  weights ??= readWeights()
  const known = weights
  return runsOf(text).reduce((sum, run) => sum + (known.get(run) ?? 0), 0)
}

let weights: ReadonlyMap<string, number> | undefined

function readWeights(): ReadonlyMap<string, number> {
  const file = new URL('letter-runs.json', import.meta.url)
  const table = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>
  return new Map(
    Object.entries(table).flatMap(([weight, runs]) =>
      runs.split('|').map((run) => [run, Number(weight)] as const),
    ),
  )
}
