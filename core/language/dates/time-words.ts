/**
 * Time words: how Arabic, Persian and English newspapers name days by the day on which they write, ready for patterns
 * over folded text (`foldForDates`).
 */
import { allTables, languageTables } from '../tables/index.ts'
import type { ReportedTimes } from '../tables/language-table.ts'
import { foldForDates } from './fold-for-dates.ts'

export const timeWords: Readonly<Record<'ar' | 'fa' | 'en', ReportedTimes>> = {
  ar: folded(languageTables.ar.times.reported),
  fa: folded(languageTables.fa.times.reported),
  en: folded(languageTables.en.times.reported),
}

/** Number words of `ago`, by the number. */
export const agoCounts: ReadonlyMap<string, number> = new Map(
  allTables.flatMap(({ numbers }) =>
    numbers.values.flatMap(([value, forms]) =>
      forms.map((form): [string, number] => [foldForDates(form), value]),
    ),
  ),
)

function folded(words: ReportedTimes): ReportedTimes {
  return Object.fromEntries(
    Object.entries(words).map(([name, value]) => [name, foldedDeep(value)]),
  ) as unknown as ReportedTimes
}

function foldedDeep(value: unknown): unknown {
  if (typeof value === 'string') return foldForDates(value)
  return Array.isArray(value) ? value.map(foldedDeep) : value
}
