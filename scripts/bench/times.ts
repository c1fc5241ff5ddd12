/** Times of many runs of one thing. */
import { percentile } from '../../core/eval/metrics.ts'

/** Runs of the whole list; the first warms up and is not counted. */
const rounds = 4

export async function timesOf<T>(
  items: readonly T[],
  act: (item: T) => Promise<unknown>,
): Promise<readonly number[]> {
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

export function p50And95(ms: readonly number[]): {
  readonly p50Ms: number
  readonly p95Ms: number
} {
  return { p50Ms: hundredths(percentile(ms, 0.5)), p95Ms: hundredths(percentile(ms, 0.95)) }
}

export function hundredths(ms: number): number {
  return Math.round(ms * 100) / 100
}
