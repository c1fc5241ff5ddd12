/** One citation as text: the quote with its number, and the line that says where it stands. */
import type { LanguageCode, Span } from '../../../core/article.ts'
import { withWideBrackets } from '../../../core/answer/bracketed-numbers.ts'
import { directionOf as directionOfText } from '../../../core/language/index.ts'
import type { Citation } from '../../../core/question.ts'
import type { Messages } from '../messages.ts'
import { primarySubtag, type Locale } from '../locale.ts'
import { dayText } from './dates.ts'
import { directed, directionOf, label } from './direction.ts'
import { languageNames } from './formats.ts'
import { passageLink } from './passage-link.ts'
import { bold, emptyText, join, link, rich, slice, type RichText } from './rich-text.ts'

/** The quote word for word, what was asked for in bold, and `[n]` linked to the passage. */
export function quoteText({ n, quote, highlights, url }: Citation): RichText {
  const mark = link(`[${n}]`, passageLink(url, quote))
  return directed(
    rich(highlighted(withWideBrackets(quote), highlights), ' ', mark),
    directionOfText(quote),
  )
}

/** A quote that answers nothing: without bold words, its source on a line below. */
export function nearestText(citation: Citation, asked: LanguageCode, messages: Messages): RichText {
  const quote = directed(withWideBrackets(citation.quote), directionOfText(citation.quote))
  return join([quote, sourceLine(citation, asked, messages)], '\n')
}

/** `[n] title — outlet, date · language`; the language only when it is not the question's. */
export function sourceLine(
  { n, title, source, url, publishedAt, language }: Citation,
  asked: LanguageCode,
  messages: Messages,
): RichText {
  const direction = directionOf(messages.locale)
  const outlet = source === null ? emptyText : label(withWideBrackets(source), direction)
  const origin = [
    outlet.text === '' ? rich(messages.text('source-unknown')) : outlet,
    ...(publishedAt === null ? [] : [rich(dayText(publishedAt, messages.locale))]),
  ]
  const foreign =
    primarySubtag(language) === primarySubtag(asked)
      ? null
      : languageName(language, messages.locale)
  return directed(
    rich(
      `[${n}] `,
      link(label(withWideBrackets(title), direction), url),
      ' — ',
      join(origin, direction === 'rtl' ? '، ' : ', '),
      ...(foreign === null ? [] : [` · ${foreign}`]),
    ),
    direction,
  )
}

function languageName(code: LanguageCode, locale: Locale): string | null {
  if (code === 'und') return null
  try {
    return languageNames(locale).of(code) ?? code
  } catch {
    return code // not a tag that Intl knows
  }
}

function highlighted(quote: string, highlights: readonly Span[]): RichText {
  const whole = rich(quote)
  let at = 0
  const parts: RichText[] = []
  for (const { start, end } of merged(quote, highlights)) {
    parts.push(slice(whole, at, start), bold(slice(whole, start, end)))
    at = end
  }
  return rich(...parts, slice(whole, at, quote.length))
}

/** In order, apart, inside the quote, on whole characters; words that only a space divides are marked as one. */
function merged(quote: string, highlights: readonly Span[]): readonly Span[] {
  const spans: Span[] = []
  for (const highlight of highlights.toSorted((a, b) => a.start - b.start)) {
    const start = outward(quote, Math.max(0, highlight.start), -1)
    const end = outward(quote, Math.min(quote.length, highlight.end), 1)
    const last = spans.at(-1)
    if (!(start < end)) continue
    if (last !== undefined && (start <= last.end || quote.slice(last.end, start).trim() === '')) {
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    } else {
      spans.push({ start, end })
    }
  }
  return spans
}

function outward(text: string, at: number, step: 1 | -1): number {
  const isInsidePair = at > 0 && text.codePointAt(at - 1) !== text.charCodeAt(at - 1)
  return isInsidePair ? at + step : at
}
