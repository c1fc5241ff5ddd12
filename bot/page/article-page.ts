/** A stored article as a page, with the quoted span marked; all text goes through the escaping template. */
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Article, Span } from '../../core/article.ts'
import { directionOf } from '../../core/language/index.ts'

type Page = HtmlEscapedString | Promise<HtmlEscapedString>

/** @param quote - Offsets into the text; a span that is none marks nothing. */
export function articlePage(article: Article, quote: Span): Page {
  const { title, source, publishedAt, language } = article
  const direction = directionOf(article.text)
  return frame(
    { language, direction, title },
    html`<article class="story" lang="${language}">
      <h1 dir="${directionOf(title)}">${title}</h1>
      <p class="origin">
        ${source ?? ''} ${publishedAt === null ? '' : day(publishedAt)} ${original(article)}
      </p>
      ${paragraphs(article.text, quote)}
    </article>`,
  )
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
function paragraphs(text: string, quote: Span): readonly Page[] {
  const isSpan = quote.start >= 0 && quote.start < quote.end && quote.end <= text.length
  const blocks: Page[] = []
  let at = 0
  let marked = false
  for (const line of text.split('\n')) {
    const from = isSpan ? clamp(quote.start - at, line.length) : 0
    const to = isSpan ? clamp(quote.end - at, line.length) : 0
    const words = line.slice(from, to)
    const mark = marked ? html`<mark>${words}</mark>` : html`<mark id="quote">${words}</mark>`
    if (line.trim() !== '') {
      blocks.push(
        from < to
          ? html`<p dir="${directionOf(line)}">${line.slice(0, from)}${mark}${line.slice(to)}</p>`
          : html`<p dir="${directionOf(line)}">${line}</p>`,
      )
    }
    marked ||= from < to
    at += line.length + 1
  }
  return blocks
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
