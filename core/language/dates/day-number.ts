/**
 * Days as numbers, counted from 1970-01-01, so that they can be added and compared.
 */

const dayMs = 86_400_000

/** @returns null for what does not begin with a full, existing date. */
export function dayNumber(iso: string): number | null {
  const time = /^\d{4}-\d{2}-\d{2}/u.test(iso) ? Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) : NaN
  return Number.isNaN(time) ? null : time / dayMs
}

export function isoOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** From 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: number): number {
  return new Date(day * dayMs).getUTCDay()
}
