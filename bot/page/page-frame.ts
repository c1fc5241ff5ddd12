/** What surrounds a page that is made here: its head, and the way back. */
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Page = HtmlEscapedString | Promise<HtmlEscapedString>

/** Who reads it: their language, and the question they come from where that is known. */
export interface Visitor {
  readonly language: 'ar' | 'fa' | 'en'
  readonly question: string | null
}

export interface Head {
  readonly language: string
  readonly direction: 'rtl' | 'ltr'
  readonly title: string
  readonly about?: Page | ''
}

const wayBack = {
  ar: { answer: 'العودة إلى الجواب', start: 'اسأل الأرشيف' },
  fa: { answer: 'بازگشت به پاسخ', start: 'از بایگانی بپرسید' },
  en: { answer: 'Back to the answer', start: 'Ask the archive' },
} as const

export function framed(
  { language, direction, title, about = '' }: Head,
  visitor: Visitor,
  main: Page,
): Page {
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${about}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/page.css" />
        <link rel="stylesheet" href="/print.css" media="print" />
      </head>
      <body class="reading">
        <nav>
          <a href="/" class="brand"><img src="/icon.svg" alt="" width="28" height="28" /> Rawi</a>
          ${backLink(visitor)}
        </nav>
        <main>${main}</main>
      </body>
    </html>`
}

function backLink({ language, question }: Visitor): Page {
  const words = wayBack[language]
  const href = question === null ? '/' : `/?q=${encodeURIComponent(question.toWellFormed())}`
  return html`<a href="${href}" class="back" lang="${language}"
    >${question === null ? words.start : words.answer}</a
  >`
}
