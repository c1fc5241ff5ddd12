/** The report of own questions: rates by split, language and kind, and the misses of the halves asked for. */
import { ratesOf, type QuestionEvaluation } from '../../core/eval/evaluate-questions.ts'
import type { Interval } from '../../core/eval/bootstrap.ts'
import type { Judgement } from '../../core/eval/judge.ts'
import { percentile } from '../../core/eval/metrics.ts'

const figures = [
  'answerPrecision',
  'articlePrecision',
  'wronglyRefused',
  'refusalRecall',
  'refusalPrecision',
] as const

type Row = Readonly<Record<(typeof figures)[number], Interval>>

export interface QuestionReport {
  readonly questions: number
  readonly falseQuotes: number
  readonly p50Ms: number
  readonly p95Ms: number
  /** "all", "dev", "reported", "dev · in-language", "dev · ar", "dev · exact" and so on. */
  readonly parts: Readonly<Record<string, Row>>
}

export function reportOf({ judgements, times }: QuestionEvaluation): QuestionReport {
  const splits = [...new Set(judgements.map(({ question }) => question.split))]
  const parts: [string, readonly Judgement[]][] = [['all', judgements]]
  for (const split of splits) {
    const half = judgements.filter(({ question }) => question.split === split)
    parts.push([split, half])
    const answerable = half.filter(({ answered }) => answered !== null)
    parts.push([`${split} · in-language`, answerable.filter((judgement) => !isAcross(judgement))])
    parts.push([`${split} · across languages`, answerable.filter(isAcross)])
    for (const key of ['language', 'kind'] as const) {
      for (const value of new Set(half.map(({ question }) => question[key]))) {
        parts.push([`${split} · ${value}`, half.filter(({ question }) => question[key] === value)])
      }
    }
  }
  return {
    questions: judgements.length,
    falseQuotes: ratesOf(judgements).falseQuotes,
    p50Ms: Math.round(percentile(times, 0.5) * 10) / 10,
    p95Ms: Math.round(percentile(times, 0.95) * 10) / 10,
    parts: Object.fromEntries(parts.map(([name, part]) => [name, rowOf(part)])),
  }
}

function rowOf(judgements: readonly Judgement[]): Row {
  const rates = ratesOf(judgements)
  const row = Object.fromEntries(figures.map((name) => [name, rounded(rates[name])]))
  return row as Row
}

export function reportTable({
  questions,
  falseQuotes,
  p50Ms,
  p95Ms,
  parts,
}: QuestionReport): string {
  const head = ['', ...figures].map((name, at) => name.padEnd(at === 0 ? 28 : 22)).join('')
  const rows = Object.entries(parts).map(([name, row]) =>
    [name.padEnd(28), ...figures.map((figure) => cell(row[figure]).padEnd(22))].join(''),
  )
  const foot = `${questions} questions, ${falseQuotes} false quotes, p50 ${p50Ms} ms, p95 ${p95Ms} ms`
  return [head, ...rows, foot].join('\n')
}

/** Halves whose misses are listed; of the others only their number is told. */
export type ListedMisses = 'dev' | 'reported' | 'all'

/** What was asked, what was wrong with the verdict, and what it showed instead. */
export function missLines(
  { judgements }: QuestionEvaluation,
  listed: ListedMisses,
): readonly string[] {
  const misses = judgements.filter(isMiss)
  const isListed = ({ question }: Judgement) => listed === 'all' || question.split === listed
  // Who reads a miss of the reported half by accident has it in mind when the next rule is made.
  const kept = Object.entries(Object.groupBy(misses, ({ question }) => question.split))
    .filter(([split]) => listed !== 'all' && split !== listed)
    .map(([split, of]) => `${split}: ${of.length} misses not listed · --misses ${split} lists them`)
  return [...misses.filter(isListed).flatMap(linesOf), ...kept]
}

function isMiss({ answered, refused }: Judgement): boolean {
  return answered === null ? !refused : !answered
}

function linesOf({ question, verdict, answered, refused }: Judgement): readonly string[] {
  const fault = answered === null ? 'answered' : refused ? 'refused' : 'needle not shown'
  const shown = verdict.kind === 'answer' ? verdict.citations : verdict.nearest
  return [
    `${question.id} ${question.split} ${question.language} ${question.kind}: ${fault} — ${question.question}`,
    ...shown.map(({ articleId, quote }) => `    ${articleId}: ${quote.slice(0, 120)}`),
  ]
}

function cell({ n, mean, low, high }: Interval): string {
  return n === 0 ? '–' : `${percent(mean)} (${percent(low)}–${percent(high)}) ${n}`
}

function percent(share: number): string {
  return (100 * share).toFixed(0)
}

function rounded({ n, mean, low, high }: Interval): Interval {
  return { n, mean: three(mean), low: three(low), high: three(high) }
}

function three(value: number): number {
  return Math.round(value * 1000) / 1000
}

function isAcross({ question }: Judgement): boolean {
  return question.kind === 'cross-language'
}
