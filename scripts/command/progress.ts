/** Progress on stderr: a bar with rate and time left on a terminal, a line now and then elsewhere. */
import { MultiBar, type SingleBar } from 'cli-progress'
import { relative } from 'node:path'
import { shown, shownName } from './shown.ts'

export interface Step {
  readonly phase: string
  readonly done: number
  /** null until it is known. */
  readonly total: number | null
  /** What has been in hand for more than a moment. */
  readonly file?: string
}

export interface ProgressView {
  show(step: Step): void
  /** A line of words above the bar. */
  say(line: string): void
  end(): void
}

export interface ProgressOptions {
  readonly output: NodeJS.WriteStream
  /** What each phase is called. */
  readonly labels: Readonly<Record<string, string>>
  /** Where there is no terminal. @default 10_000 */
  readonly lineEveryMs?: number
}

export function createProgress({
  output,
  labels,
  lineEveryMs = 10_000,
}: ProgressOptions): ProgressView {
  let phase = ''
  let since = 0
  const begin = (step: Step): boolean => {
    if (step.phase === phase) return false
    phase = step.phase
    since = performance.now()
    return true
  }
  const words = (step: Step): string => progressWords(step, performance.now() - since)
  const label = (): string => labels[phase] ?? phase
  return output.isTTY
    ? barView(output, begin, label, words)
    : lineView(output, begin, label, words, lineEveryMs)
}

/** "1,200 of 34,000, 80/s, 6 min 50 s left" */
export function progressWords({ done, total, file }: Step, elapsedMs: number): string {
  const parts = [total === null ? count(done) : `${count(done)} of ${count(total)}`]
  const rate = done / (elapsedMs / 1000)
  if (elapsedMs > 1000 && done > 0) {
    parts.push(`${rate < 10 ? rate.toFixed(1) : count(Math.round(rate))}/s`)
    if (total !== null && total > done) parts.push(`${duration((total - done) / rate)} left`)
  }
  if (file !== undefined) parts.push(`reading ${shownPath(file)}`)
  return parts.join(', ')
}

function shownPath(path: string): string {
  const near = relative('.', path)
  return shownName(near.startsWith('..') ? path : near)
}

export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.round((whole % 3600) / 60)} min`
}

type Begin = (step: Step) => boolean

function barView(
  output: NodeJS.WriteStream,
  begin: Begin,
  label: () => string,
  words: (step: Step) => string,
): ProgressView {
  const bars = new MultiBar({
    stream: output,
    format: '{label} {bar} {words}',
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    fps: 8,
  })
  let bar: SingleBar | null = null
  return {
    show(step) {
      if (begin(step)) {
        if (bar) bars.remove(bar)
        bar = bars.create(1, 0, { label: label(), words: '' })
      }
      bar?.setTotal(step.total ?? 1)
      bar?.update(step.total === null ? 0 : step.done, { label: label(), words: words(step) })
    },
    say: (line) =>
      void (bar === null ? output.write(`${shown(line)}\n`) : bars.log(`${shown(line)}\n`)),
    end() {
      if (bar === null) return
      bar = null
      bars.update()
      bars.stop()
    },
  }
}

function lineView(
  output: NodeJS.WriteStream,
  begin: Begin,
  label: () => string,
  words: (step: Step) => string,
  everyMs: number,
): ProgressView {
  let said = 0
  return {
    show(step) {
      if (begin(step)) said = performance.now()
      if (performance.now() - said < everyMs) return
      said = performance.now()
      output.write(`${label()}: ${words(step)}\n`)
    },
    say: (line) => void output.write(`${shown(line)}\n`),
    end: () => undefined,
  }
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}
