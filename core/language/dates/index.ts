/**
 * Dates in text: found, read from a metadata field, resolved against the day of publication.
 */
export { findDates, type FoundDate } from './find-dates.ts'
export { parseDate } from './parse-date.ts'
export { dayNumber, isoOfDay } from './day-number.ts'
export { foldForDates } from './fold-for-dates.ts'
export { resolveDates, resolveNamedDays, type ResolvedDate } from './resolve-dates.ts'
