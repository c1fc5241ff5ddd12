/** How the archive stands, in a few lines that a reader understands. */
import type { ArchiveStatus } from '../../../core/archive.ts'
import type { Messages } from '../messages.ts'
import { dayText, minuteText } from './dates.ts'
import { directed, directionOf } from './direction.ts'
import { join, type RichText } from './rich-text.ts'

export function renderStatus(status: ArchiveStatus, messages: Messages): readonly RichText[] {
  const { locale } = messages
  const entries = [
    messages.text('status-articles', { count: status.articles }),
    messages.text('status-passages', { count: status.passages }),
    ...(status.newestArticle === null
      ? []
      : [messages.text('status-newest', { date: dayText(status.newestArticle, locale) })]),
    messages.text('status-indexed', { date: minuteText(status.publishedAt, locale) }),
    messages.text(status.mode === 'hybrid' ? 'status-hybrid' : 'status-keyword-only'),
  ]
  return [directed(join(entries, '\n'), directionOf(locale))]
}
