/**
 * Resolves what a text says of time to calendar dates: whole dates, and those that hang on the day of publication.
 *
 * In:   any text, its language, and the ISO date of its publication, or null.
 * Out:  dates in order, not overlapping; spans are UTF-16 offsets into `text`; `iso` is as long as `precision` says.
 *       With no publication date, and in languages other than Arabic, Persian and English, whole dates alone.
 * Cost: O(length); pure.
 *
 * A weekday alone is the latest one up to publication, or the next one where its clause plans it; where it disagrees
 * with «أمس» the weekday counts. A day without a year is the one between eleven months before publication and one
 * month after it. "Three days later" hangs on something else than the publication and is left alone.
 */
import type { LanguageCode, Span } from '../../article.ts'
import { dayNumber } from './day-number.ts'
import { findFoldedDates } from './find-dates.ts'
import { foldForDates } from './fold-for-dates.ts'
import { namedDays, relativeDates } from './relative-dates.ts'
import { yearlessDates } from './yearless-dates.ts'

export interface ResolvedDate {
  readonly span: Span
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, Gregorian. */
  readonly iso: string
  readonly precision: 'day' | 'month' | 'year'
  /** Whether the publication date was needed. */
  readonly relative: boolean
}

export function resolveDates(
  text: string,
  language: LanguageCode,
  publishedAt: string | null,
): ResolvedDate[] {
  const folded = foldForDates(text)
  const whole: ResolvedDate[] = findFoldedDates(folded, language).map(
    ({ span, iso, precision }) => ({
      span,
      iso,
      precision,
      relative: false,
    }),
  )
  const published = publishedAt === null ? null : dayNumber(publishedAt)
  if (published === null || !isKnown(language)) return whole
  const reading = { text, folded, language, published }
  // Numbers tell more than weekdays: «الأربعاء 26 مايو» is one date.
  const exact = withoutOverlap([...whole, ...yearlessDates(reading)])
  const named = withoutOverlap([...exact, ...relativeDates(reading)])
  return joined(named, new Set(exact), folded)
}

/** Only the days that a text names by their distance from the ISO day on which it is written: «أمس», "tomorrow". */
export function resolveNamedDays(
  text: string,
  language: LanguageCode,
  writtenOn: string,
): readonly ResolvedDate[] {
  const published = dayNumber(writtenOn)
  if (published === null || !isKnown(language)) return []
  return withoutOverlap(namedDays({ text, folded: foldForDates(text), language, published }))
}

function isKnown(language: LanguageCode): language is 'ar' | 'fa' | 'en' {
  return language === 'ar' || language === 'fa' || language === 'en'
}

/** The earlier in the list wins. */
function withoutOverlap(dates: readonly ResolvedDate[]): readonly ResolvedDate[] {
  const kept: ResolvedDate[] = []
  for (const date of dates) {
    const isFree = kept.every(
      ({ span }) => span.end <= date.span.start || date.span.end <= span.start,
    )
    if (isFree) kept.push(date)
  }
  return kept.toSorted((a, b) => a.span.start - b.span.start)
}

/** A weekday beside a date in numbers is part of it. */
function joined(
  dates: readonly ResolvedDate[],
  exact: ReadonlySet<ResolvedDate>,
  folded: string,
): ResolvedDate[] {
  const result: ResolvedDate[] = []
  let lastWasExact = false
  for (const date of dates) {
    const previous = result.at(-1)
    const gap = previous === undefined ? null : folded.slice(previous.span.end, date.span.start)
    const isBeside = gap !== null && /^(?:[ ,،(]{1,2}|, the )$/u.test(gap)
    const differ = lastWasExact !== exact.has(date)
    const isOneDate = isBeside && differ && (lastWasExact ? previous : date)?.precision === 'day'
    if (previous !== undefined && isOneDate) {
      const kept = lastWasExact ? previous : date
      result[result.length - 1] = {
        ...kept,
        span: { start: previous.span.start, end: date.span.end },
      }
      lastWasExact = true
      continue
    }
    result.push(date)
    lastWasExact = exact.has(date)
  }
  return result
}
