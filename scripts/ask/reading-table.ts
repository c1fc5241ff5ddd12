/** What was read together with a question as people read it: a line a sentence, then what belief rests on. */
import type { ReadingReport } from '../../core/archive.ts'

const longestText = 90

export function readingTable({
  passages,
  reason,
  sentences = [],
  belief = null,
}: ReadingReport): string {
  const features = Object.entries(belief?.features ?? {})
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`)
  return [
    `passages    ${passages}${reason === null ? '' : ` (${reason})`}`,
    ...sentences.map(({ articleId, text, score, words, logOdds }) => {
      const read = words === null ? 'not read' : `${logOdds!.toFixed(1)}  ${words}`
      const line = text.replace(/\s+/gu, ' ')
      const cut = line.length > longestText ? `${line.slice(0, longestText)}…` : line
      return `${score.toFixed(1).padStart(6)}  ${articleId}  [${read}]  ${cut}`
    }),
    ...(belief === null
      ? []
      : [`belief      ${belief.probability.toFixed(3)}`, features.join(' · ')]),
  ].join('\n')
}
