/** The outlets of the archive, a page at a time, most articles first. */
import type { SourceSummary } from '../../../core/archive.ts'
import type { Messages } from '../messages.ts'
import { dayText } from './dates.ts'
import { directed, directionOf, label } from './direction.ts'
import { bold, emptyText, join, rich, type RichText } from './rich-text.ts'
import { split } from './split.ts'

export const sourcesPerPage = 30

/** @param page - From 1; what lies beyond the last page shows the last. */
export function renderSources(
  sources: readonly SourceSummary[],
  page: number,
  messages: Messages,
): readonly RichText[] {
  const direction = directionOf(messages.locale)
  if (sources.length === 0) return [directed(messages.text('sources-none'), direction)]
  const pages = Math.ceil(sources.length / sourcesPerPage)
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  const entries = sources
    .slice((shown - 1) * sourcesPerPage, shown * sourcesPerPage)
    .map((source) => sourceEntry(source, messages))
  const turn = [
    messages.text('sources-page', { page: shown, pages }),
    ...(shown > 1 ? [`\u200e/sources_${shown - 1}`] : []),
    ...(shown < pages ? [`\u200e/sources_${shown + 1}`] : []),
  ]
  const whole = join(
    [
      bold(messages.text('sources-title', { count: sources.length })),
      join(entries, '\n'),
      ...(pages > 1 ? [join(turn, ' · ')] : []),
    ],
    '\n\n',
  )
  return split(directed(whole, direction))
}

function sourceEntry(summary: SourceSummary, messages: Messages): RichText {
  const name =
    summary.source === null ? emptyText : label(summary.source, directionOf(messages.locale))
  return join(
    [
      name.text === '' ? messages.text('source-unknown') : name,
      messages.text('article-count', { count: summary.articles }),
      ...dateRange(summary, messages),
    ],
    ' · ',
  )
}

function dateRange({ oldest, newest }: SourceSummary, messages: Messages): readonly RichText[] {
  const days = [...new Set([oldest, newest])]
    .filter((iso) => iso !== null)
    .map((iso) => dayText(iso, messages.locale))
  const [first, last] = days
  if (first === undefined) return []
  return [
    rich(
      last === undefined || first === last
        ? first
        : messages.text('date-range', { oldest: first, newest: last }),
    ),
  ]
}
