/** A stored article as a page, with the quoted span marked; all text goes through the escaping template. */
import { html, raw } from 'hono/html'
import type { Article, Span } from '../../core/article.ts'
import { directionOf } from '../../core/language/index.ts'
import { framed, type Page, type Visitor } from './page-frame.ts'

type Pieces = AsyncGenerator<string, void, undefined>

/** Where the text comes; no escaped text can hold it. */
const place = '<!-- text -->'

export interface ArticleView {
  readonly visitor: Visitor
  /** Of the page itself, without what is marked in it. */
  readonly address: string
}

/**
 * @param quote - Offsets into the text; a span that is none marks nothing.
 * @returns The page in pieces, each made when it is taken: a text of a million lines takes seconds in all.
 */
export async function* articlePage(
  article: Article,
  quote: Span,
  { visitor, address }: ArticleView,
): Pieces {
  const { title, source, publishedAt, language, text } = article
  const about = aboutArticle(article, quote, address)
  const around = await framed(
    { language, direction: directionOf(text), title, about },
    visitor,
    html`<article class="story" lang="${language}">
      <h1 dir="${directionOf(title)}">${title}</h1>
      <p class="origin">
        ${source ?? ''} ${publishedAt === null ? '' : day(publishedAt)} ${original(article)}
      </p>
      ${raw(place)}
    </article>`,
  )
  const [before = '', after = ''] = around.toString().split(place)
  yield before
  yield* paragraphs(text, quote)
  yield after
}

/** The publisher's own page is the one to be listed and shared by, where it is known. */
function aboutArticle(article: Article, quote: Span, address: string): Page {
  const { title, source, publishedAt, language, text } = article
  const canonical = webAddress(article) ?? address
  return html`<link rel="canonical" href="${canonical}" />
    <meta name="description" content="${summary(text, quote)}" />
    <meta property="og:type" content="article" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${summary(text, quote)}" />
    <meta property="og:url" content="${canonical}" />
    <meta property="og:site_name" content="${source ?? 'Rawi'}" />
    <meta property="og:locale" content="${language}" />
    ${
      publishedAt === null
        ? ''
        : html`<meta property="article:published_time" content="${publishedAt}" />`
    }`
}

/** The words that the address points at, or the beginning; whole words of them. */
function summary(text: string, quote: Span): string {
  const from = isSpanOf(text, quote) ? quote.start : 0
  const to = isSpanOf(text, quote) ? quote.end : text.length
  const most = 200
  const words = text
    .slice(from, Math.min(to, from + most + 1))
    .replaceAll(/\s+/gu, ' ')
    .trim()
  if (to - from <= most) return words
  const cut = words.slice(0, Math.max(most / 2, words.lastIndexOf(' ')))
  // A letter of two code units is not cut in half.
  return `${cut.replace(/\p{Cs}$/u, '')}…`
}

/** One block a line of the text; a quote may run over several. */
async function* paragraphs(text: string, quote: Span): Pieces {
  const isSpan = isSpanOf(text, quote)
  let marked = false
  for (let at = 0, end = 0; at <= text.length; at = end + 1) {
    const found = text.indexOf('\n', at)
    end = found === -1 ? text.length : found
    const line = text.slice(at, end)
    const from = isSpan ? clamp(quote.start - at, line.length) : 0
    const to = isSpan ? clamp(quote.end - at, line.length) : 0
    if (line.trim() !== '') {
      const words = from < to ? withMark(line, from, to, marked) : line
      const block = await html`<p dir="${directionOf(line)}">${words}</p>`
      yield block.toString()
    }
    marked ||= from < to
  }
}

function withMark(line: string, from: number, to: number, isNext: boolean): Page {
  const words = line.slice(from, to)
  const mark = isNext ? html`<mark>${words}</mark>` : html`<mark id="quote">${words}</mark>`
  return html`${line.slice(0, from)}${mark}${line.slice(to)}`
}

function day(iso: string): Page {
  return html`· <time dir="ltr" datetime="${iso}">${iso.slice(0, 10)}</time>`
}

function clamp(offset: number, length: number): number {
  return Math.min(length, Math.max(0, offset))
}

function isSpanOf(text: string, { start, end }: Span): boolean {
  return start >= 0 && start < end && end <= text.length
}

function original(article: Article): Page | '' {
  const address = webAddress(article)
  if (address === null) return ''
  return html`· <a href="${address}" rel="noopener noreferrer">${new URL(address).hostname}</a>`
}

/** An article's url is a stranger's word. */
function webAddress({ url }: Article): string | null {
  return url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null
}
