/**
 * Month names: reads the months of three calendars as newspapers of all tables write them.
 */
import { allTables } from '../tables/index.ts'
import type { Calendar } from './calendars.ts'
import { foldForDates } from './fold-for-dates.ts'

export interface Month {
  readonly calendar: Calendar
  /** From 1. */
  readonly number: number
}

/** By folded name. */
export const monthByName: ReadonlyMap<string, Month> = new Map(
  allTables
    .flatMap(({ times }) => Object.entries(times.months))
    .flatMap(([calendar, months]) =>
      months.flatMap((spellings, index) =>
        spellings.map((name): [string, Month] => [
          foldForDates(name),
          { calendar: calendar as Calendar, number: index + 1 },
        ]),
      ),
    ),
)

/** Month names that are common words or names too («اسد 1400 نفر»): only a day before them makes them months. */
export const monthsOnlyWithDay: ReadonlySet<string> = new Set(
  allTables.flatMap(({ times }) => times.monthsOnlyWithDay).map(foldForDates),
)

const anyMonth = [...monthByName.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(' ', '[ ]').replaceAll('-', '[- ]'))
  .join('|')

/** Source of a pattern over folded text: a month in group `month`, with «شهر», «ماه» and a second name («/ أيلول») around it. */
export const monthPhrase = String.raw`(?:شهر |ماه )?(?<month>${anyMonth})\.?(?: ?ماه)?(?: ?[/(] ?(?:${anyMonth})\)?)?`

const month = new RegExp(anyMonth, 'u')

/** @param folded - As `foldForDates` gives it. @returns true also where a month's letters stand in another word. */
export function mayNameMonth(folded: string): boolean {
  return month.test(folded)
}

/** @param name - As `monthPhrase` found it. */
export function monthNamed(name: string): Month | undefined {
  return monthByName.get(name) ?? monthByName.get(name.replaceAll('-', ' '))
}
