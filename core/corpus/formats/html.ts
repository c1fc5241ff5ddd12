/**
 * Reads a web page: metadata from JSON-LD, else from meta tags, else from the page; the text through Readability.
 *
 * In:    markup, as broken as the web has it.
 * Out:   a draft, or why the page is not taken in. No script is run, nothing is fetched.
 * Cost:  bounded by length, depth and number of elements, which are counted before anything is built.
 */
import type * as ReadabilityModule from '@mozilla/readability'
import { createRequire } from 'node:module'
import type { Draft, Found, RefusedDraft } from '../draft.ts'
import { emptyDraft } from '../draft.ts'
import { textOfMarkup, type MarkupNode, type MarkupText } from './html-text.ts'
import { draftFromJsonLd } from './json-ld.ts'
import { pageOf, readMarkup, textShown, type Page } from './markup-page.ts'
import { isUnseen } from './unseen.ts'

const load = createRequire(import.meta.url)

const minExtract = 140
/** Of the extracted text: an `articleBody` as long as this is no teaser. */
const wholeShare = 0.9

export function draftFromHtml(page: string): Draft | RefusedDraft {
  return readMarkup(page, ({ markup, jsonLd }) => draftFromPage(markup, jsonLd))
}

function draftFromPage(markup: string, jsonLd: readonly string[]): Draft {
  const document = pageOf(markup)
  const stated = draftFromJsonLd(jsonLd)
  const marks = marksOf(document)
  const { text, links } = mainText(document, markup)
  const body = stated?.text ?? ''
  const isWhole =
    body.length >= text.length * wholeShare && !/(?:…|\.\.\.)\s*$/u.test(body.slice(-50))
  return {
    ...emptyDraft,
    title: stated?.title ?? marks.title,
    source: stated?.source ?? marks.source,
    url: stated?.url ?? marks.url,
    publishedAt: stated?.publishedAt ?? marks.publishedAt,
    language: marks.language ?? stated?.language ?? null,
    // As long as the body is whole, the paragraphs of the page are worth more than one unbroken string.
    text: isWhole && (body.includes('\n') || !sameWords(body, text)) ? body : text,
    links: [...links, ...(stated?.links ?? [])],
  }
}

function marksOf(
  document: Page,
): Pick<Draft, 'title' | 'source' | 'url' | 'publishedAt' | 'language'> {
  const meta = (...names: readonly string[]): Found | null => {
    for (const name of names) {
      const element = document.querySelector(
        `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
      )
      const value = element?.getAttribute('content')?.trim()
      if (value) return { value, by: 'html-meta' }
    }
    return null
  }
  const attribute = (selector: string, name: string): Found | null => {
    const value = document.querySelector(selector)?.getAttribute(name)?.trim()
    return value ? { value, by: 'html-meta' } : null
  }
  const words = (selector: string): Found | null => {
    const value = document.querySelector(selector)?.textContent?.trim()
    return value ? { value, by: 'html-meta' } : null
  }
  return {
    title:
      meta('og:title', 'twitter:title') ?? words('article h1') ?? words('h1') ?? words('title'),
    source: meta('og:site_name', 'application-name', 'publisher'),
    url: attribute('link[rel="canonical"]', 'href') ?? meta('og:url'),
    publishedAt:
      meta(
        'article:published_time',
        'og:published_time',
        'datePublished',
        'pubdate',
        'publishdate',
        'date',
        'DC.date.issued',
        'dc.date',
      ) ?? attribute('article time[datetime], header time[datetime], time[pubdate]', 'datetime'),
    language: attribute('html[lang]', 'lang') ?? meta('og:locale', 'content-language'),
  }
}

/** What Readability takes for the article; of a page too plain for it, all text outside the navigation. */
function mainText(document: Page, markup: string): MarkupText {
  const plain = document.querySelector('article') ?? document.querySelector('main') ?? document.body
  const whole = textShown(plain)
  // Readability rebuilds the document it is given.
  const copy = pageOf(markup)
  if (copy.body !== null) removeUnseen(copy.body)
  const { Readability } = load('@mozilla/readability') as typeof ReadabilityModule
  const extract = new Readability(copy as ConstructorParameters<typeof Readability>[0], {
    serializer: (root) => textOfMarkup(root as MarkupNode),
  }).parse()?.content
  return extract && extract.text.length >= Math.min(minExtract, whole.text.length) ? extract : whole
}

function removeUnseen(body: Page['body']): void {
  const unseen = [...body.querySelectorAll('*')].filter((element) =>
    isUnseen(element as MarkupNode),
  )
  for (const element of unseen) element.remove()
}

function sameWords(a: string, b: string): boolean {
  return a.replaceAll(/\s+/gu, '') === b.replaceAll(/\s+/gu, '')
}
