/**
 * Reads a web page: metadata from JSON-LD, else from meta tags, else from the page; the text through Readability.
 *
 * In:    markup, as broken as the web has it.
 * Out:   a draft, or why the page is not taken in. No script is run, nothing is fetched.
 * Cost:  bounded by length, depth and number of elements, which are counted before anything is built.
 */
import type * as ReadabilityModule from '@mozilla/readability'
import type * as Linkedom from 'linkedom'
import { createRequire } from 'node:module'
import type { RefusedReason } from '../corpus-file.ts'
import type { Draft, Found } from '../draft.ts'
import { emptyDraft } from '../draft.ts'
import { textOfMarkup } from './html-text.ts'
import { draftFromJsonLd } from './json-ld.ts'
import { measureMarkup } from './measure-markup.ts'

export interface RefusedPage {
  readonly kind: 'refused-page'
  readonly reason: RefusedReason
  readonly detail: string
}

const load = createRequire(import.meta.url)
/** Loaded with the first page, in a fifth of a second: most folders hold none. */
const parseHTML: typeof Linkedom.parseHTML = (markup) =>
  (load('linkedom') as typeof Linkedom).parseHTML(markup)

const maxLength = 10_000_000
const maxDepth = 500
const maxElements = 30_000
const minExtract = 140
/** Of the extracted text: an `articleBody` as long as this is no teaser. */
const wholeShare = 0.9

export function draftFromHtml(markup: string): Draft | RefusedPage {
  if (markup.length > maxLength) return tooLarge(`A page of more than ${maxLength} characters.`)
  const { depth, elements } = measureMarkup(markup)
  if (depth > maxDepth)
    return {
      kind: 'refused-page',
      reason: 'too-deep',
      detail: `More than ${maxDepth} elements inside one another.`,
    }
  if (elements > maxElements) return tooLarge(`A page of more than ${maxElements} elements.`)
  try {
    return draftFromPage(markup)
  } catch (error) {
    // The parsers are others' code and the markup is anyone's: one page must not stop the reading of the rest.
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'refused-page', reason: 'malformed', detail: message.slice(0, 160) }
  }
}

function draftFromPage(markup: string): Draft {
  const document = pageOf(markup)
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')]
  const stated = draftFromJsonLd(scripts.map((script) => script.textContent ?? ''))
  const marks = marksOf(document)
  const text = mainText(document, markup)
  const body = stated?.text ?? ''
  const isWhole = body.length >= text.length * wholeShare && !/(?:…|\.\.\.)\s*$/u.test(body)
  return {
    ...emptyDraft,
    title: stated?.title ?? marks.title,
    source: stated?.source ?? marks.source,
    url: stated?.url ?? marks.url,
    publishedAt: stated?.publishedAt ?? marks.publishedAt,
    language: marks.language ?? stated?.language ?? null,
    // As long as the body is whole, the paragraphs of the page are worth more than one unbroken string.
    text: isWhole && (body.includes('\n') || !sameWords(body, text)) ? body : text,
  }
}

type Page = ReturnType<typeof parseHTML>['document']

/** A fragment is given the frame that linkedom takes for granted. */
function pageOf(markup: string): Page {
  const { document } = parseHTML(markup)
  if (document.documentElement?.nodeName.toUpperCase() === 'HTML') return document
  return parseHTML(`<!doctype html><html><head></head><body>${markup}</body></html>`).document
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
function mainText(document: Page, markup: string): string {
  const plain = document.querySelector('article') ?? document.querySelector('main') ?? document.body
  const whole = plain === null ? '' : textOfMarkup(plain)
  // Readability rebuilds the document it is given.
  const copy = pageOf(markup)
  const { Readability } = load('@mozilla/readability') as typeof ReadabilityModule
  const extract = new Readability(copy as ConstructorParameters<typeof Readability>[0], {
    serializer: (root) => textOfMarkup(root),
  }).parse()?.content
  return typeof extract === 'string' && extract.length >= Math.min(minExtract, whole.length)
    ? extract
    : whole
}

function sameWords(a: string, b: string): boolean {
  return a.replaceAll(/\s+/gu, '') === b.replaceAll(/\s+/gu, '')
}

function tooLarge(detail: string): RefusedPage {
  return { kind: 'refused-page', reason: 'too-large', detail }
}
