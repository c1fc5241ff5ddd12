/** A stored article as a page, with the quoted span marked; all text goes through the escaping template. */
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Article, Span } from '../../core/article.ts'
import { directionOf } from '../../core/language/index.ts'

type Page = HtmlEscapedString | Promise<HtmlEscapedString>
type Pieces = AsyncGenerator<string, void, undefined>

/** Where the text comes; no escaped text can hold it. */
const place = '<!-- text -->'

/**
 * @param quote - Offsets into the text; a span that is none marks nothing.
 * @returns The page in pieces, each made when it is taken: a text of a million lines takes seconds in all.
 */
export async function* articlePage(article: Article, quote: Span): Pieces {
  const { title, source, publishedAt, language, text } = article
  const around = await frame(
    { language, direction: directionOf(text), title },
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

export function missingArticlePage(): Page {
  return saying({
    ar: 'لا يوجد مقال بهذا العنوان في الأرشيف',
    fa: 'مقاله‌ای با این نشانی در بایگانی نیست',
    en: 'No such article is in the archive',
  })
}

export function withdrawnArticlePage(): Page {
  return saying({
    ar: 'سُحب هذا المقال من الأرشيف',
    fa: 'این مقاله از بایگانی برداشته شده است',
    en: 'This article was withdrawn from the archive',
  })
}

function saying({ ar, fa, en }: Readonly<Record<'ar' | 'fa' | 'en', string>>): Page {
  return frame(
    { language: 'en', direction: 'ltr', title: 'Rawi' },
    html`<article class="story">
      <h1 lang="ar" dir="rtl">${ar}</h1>
      <h1 lang="fa" dir="rtl">${fa}</h1>
      <h1 lang="en" dir="ltr">${en}</h1>
    </article>`,
  )
}

interface Head {
  readonly language: string
  readonly direction: 'rtl' | 'ltr'
  readonly title: string
}

function frame({ language, direction, title }: Head, main: Page): Page {
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/page.css" />
      </head>
      <body class="reading">
        <nav>
          <a href="/" class="brand"><img src="/icon.svg" alt="" width="28" height="28" /> Rawi</a>
        </nav>
        <main>${main}</main>
      </body>
    </html>`
}

/** One block a line of the text; a quote may run over several. */
async function* paragraphs(text: string, quote: Span): Pieces {
  const isSpan = quote.start >= 0 && quote.start < quote.end && quote.end <= text.length
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

function original({ url }: Article): Page | '' {
  if (url === null || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return ''
  return html`· <a href="${url}" rel="noopener noreferrer">${new URL(url).hostname}</a>`
}
