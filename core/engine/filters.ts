/**
 * Filters: turns what a reader asked for (languages, outlets, dates) into a test of an article. Pure.
 *
 * Dates are compared by day, as written: an article of 2015-10-21T23:30+03:00 is one of the 21st.
 */
import type { LanguageCode } from '../article.ts'
import type { QuestionFilters } from '../question.ts'

export interface Filterable {
  readonly language: LanguageCode
  readonly source: string | null
  readonly publishedAt: string | null
}

/** @returns null when every article passes. */
export function articleFilter(
  filters: QuestionFilters | undefined,
): ((article: Filterable) => boolean) | null {
  const { languages, sources, publishedFrom, publishedTo } = filters ?? {}
  const from = publishedFrom?.slice(0, day)
  const to = publishedTo?.slice(0, day)
  const dated = from !== undefined || to !== undefined
  if (!languages && !sources && !dated) return null
  return ({ language, source, publishedAt }) => {
    if (languages && !languages.includes(language)) return false
    if (sources && (source === null || !sources.includes(source))) return false
    if (!dated) return true
    const published = publishedAt?.slice(0, day)
    if (published === undefined) return false
    return (from === undefined || published >= from) && (to === undefined || published <= to)
  }
}

const day = 'YYYY-MM-DD'.length
