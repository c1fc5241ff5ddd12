/**
 * Citation maker: the one place where a quote becomes a `Citation`.
 *
 * In:   the stored article, a span of it, and the words a passage says stand there.
 * Out:  a citation whose quote is `article.text.slice(start, end)`, or an error; nothing in between.
 *
 * Every quote a reader sees went through `cite`. Numbers are given here too, never read from a text.
 */
import type { Article, Span } from '../article.ts'
import { RawiError } from '../errors.ts'
import type { Citation } from '../question.ts'

export interface Quoted extends Span {
  /** The words that the index holds for this span. */
  readonly quote: string
  /** Belief in [0, 1] that the quote holds the answer. */
  readonly score: number
  /** The asked-for words, as offsets into the article's text; null where they are not known. */
  readonly span: Span | null
  /** Offsets into `quote`, in order, apart from each other. */
  readonly highlights: readonly Span[]
}

/**
 * @param n - Its number in the answer, from 1.
 * @throws {RawiError} `INDEX_CORRUPT` when the article does not hold the quote at that very place.
 */
export function cite(article: Article, quoted: Quoted, n: number): Citation {
  const { start, end, quote, score } = quoted
  if (!holds(article.text, quoted)) {
    throw new RawiError(
      'INDEX_CORRUPT',
      `Article "${article.id}" does not hold at ${start}–${end} what its passages say; nothing of it is quoted. Run \`npm run reindex -- --full\`.`,
    )
  }
  return {
    n,
    quote,
    articleId: article.id,
    title: article.title,
    source: article.source,
    url: article.url,
    publishedAt: article.publishedAt,
    language: article.language,
    start,
    end,
    score: Math.min(1, Math.max(0, score)),
    span: spanOf(quoted),
    highlights: highlightsOf(quoted),
  }
}

function spanOf({ start, end, span }: Quoted): Span | null {
  return span !== null && span.start >= start && span.end <= end && span.start < span.end
    ? { start: span.start, end: span.end }
    : null
}

/** The span within the quote, or what is of the asked-for kind where that is not known. */
function highlightsOf(quoted: Quoted): readonly Span[] {
  const span = spanOf(quoted)
  if (span !== null) return [{ start: span.start - quoted.start, end: span.end - quoted.start }]
  return quoted.highlights.filter((one) => isInside(one, quoted.quote))
}

function holds(text: string, { start, end, quote }: Quoted): boolean {
  return (
    isInside({ start, end }, text) &&
    quote.length > 0 &&
    text.slice(start, end) === quote &&
    quote.isWellFormed()
  )
}

function isInside({ start, end }: Span, text: string): boolean {
  return (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    start >= 0 &&
    start < end &&
    end <= text.length
  )
}
