/**
 * Dates in text: found, read from a metadata field, resolved against the day of publication.
 */
export { isoFromCalendar } from './calendars.ts'
export { findDates } from './find-dates.ts'
export type { FoundDate } from './find-dates.ts'
export { parseDate } from './parse-date.ts'
export { dayNumber, isoOfDay } from './day-number.ts'
export { foldForDates } from './fold-for-dates.ts'
export { resolveDates } from './resolve-dates.ts'
export type { ResolvedDate } from './resolve-dates.ts'
