/**
 * Dates in text: found, read from a metadata field, resolved against the day of publication.
 */
export { isoFromCalendar } from './calendars.ts'
export { findDates } from './find-dates.ts'
export type { FoundDate } from './find-dates.ts'
export { parseDate } from './parse-date.ts'
