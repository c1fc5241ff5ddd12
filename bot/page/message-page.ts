/** Pages that say why there is nothing to read, in the languages of the page. */
import { html } from 'hono/html'
import { framed, type Page, type Visitor } from './page-frame.ts'

const messages = {
  missing: {
    ar: 'لا يوجد مقال بهذا العنوان في الأرشيف',
    fa: 'مقاله‌ای با این نشانی در بایگانی نیست',
    en: 'No such article is in the archive',
  },
  withdrawn: {
    ar: 'سُحب هذا المقال من الأرشيف',
    fa: 'این مقاله از بایگانی برداشته شده است',
    en: 'This article was withdrawn from the archive',
  },
  unknown: {
    ar: 'لا توجد صفحة بهذا العنوان',
    fa: 'صفحه‌ای با این نشانی نیست',
    en: 'There is no page at this address',
  },
} as const

export function messagePage(message: keyof typeof messages, visitor: Visitor): Page {
  const { ar, fa, en } = messages[message]
  return framed(
    { language: 'en', direction: 'ltr', title: 'Rawi' },
    visitor,
    html`<article class="story">
      <h1 lang="ar" dir="rtl">${ar}</h1>
      <h1 lang="fa" dir="rtl">${fa}</h1>
      <h1 lang="en" dir="ltr">${en}</h1>
    </article>`,
  )
}
