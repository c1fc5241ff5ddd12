/** The plain page at / and the stored articles as pages, with nothing from elsewhere. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { etag } from 'hono/etag'
import { readFileSync } from 'node:fs'
import type { Archive } from '../../core/archive.ts'
import { isRawiError } from '../../core/errors.ts'
import { maxQuestionCharacters } from '../../core/question/check-question.ts'
import { articlePage } from '../page/article-page.ts'
import { messagePage } from '../page/message-page.ts'
import type { Visitor } from '../page/page-frame.ts'
import { inSlices } from './in-slices.ts'

export interface PageDeps {
  readonly archive: Archive
  readonly trustedProxies: number
}

export function addPageRoutes(app: OpenAPIHono, { archive, trustedProxies }: PageDeps): void {
  for (const [path, file] of Object.entries(files)) {
    const url = new URL(`../page/${file}`, import.meta.url)
    const text = readFileSync(url, 'utf8')
    const type = typeOf[file.slice(file.lastIndexOf('.')) as keyof typeof typeOf]
    app.get(path, etag(), (c) =>
      c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }),
    )
  }
  app.get('/articles/:id{.+}', async (c) => {
    c.header('Vary', 'Accept-Language')
    const visitor = visitorOf(c)
    try {
      const article = await archive.article(c.req.param('id'))
      if (article === null) return c.html(messagePage('missing', visitor), 404)
      const { start, end } = c.req.query()
      const view = { visitor, address: addressOf(c, article.id, trustedProxies) }
      const page = articlePage(article, { start: Number(start), end: Number(end) }, view)
      return c.body(inSlices(page), 200, { 'Content-Type': typeOf['.html'] })
    } catch (error) {
      if (!isRawiError(error) || error.code !== 'ARTICLE_WITHDRAWN') throw error
      return c.html(messagePage('withdrawn', visitor), 410)
    }
  })
}

/** Whether somebody looks at it, rather than a program that reads problems. */
export function wantsPage(c: Context): boolean {
  const supports = ['application/json', 'text/html']
  return (
    !c.req.path.startsWith('/v1/') &&
    accepts(c, { header: 'Accept', supports, default: 'application/json' }) === 'text/html'
  )
}

export async function unknownPageResponse(c: Context): Promise<Response> {
  return c.html(messagePage('unknown', visitorOf(c)), 404)
}

function visitorOf(c: Context): Visitor {
  const wished = /(?:^|,)\s*(ar|fa|en)\b/i.exec(c.req.header('accept-language') ?? '')?.[1]
  const question = c.req.query('q')?.slice(0, maxQuestionCharacters)
  return {
    language: (wished?.toLowerCase() ?? 'en') as Visitor['language'],
    question: question || null,
  }
}

/** As the reader typed it, as far as the proxy in front tells. */
function addressOf(c: Context, id: string, trustedProxies: number): string {
  const { protocol, host } = new URL(c.req.url)
  const isSecure = trustedProxies > 0 && c.req.header('x-forwarded-proto')?.trim() === 'https'
  const path = id
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/')
  return `${isSecure ? 'https:' : protocol}//${host}/articles/${path}`
}

const files = {
  '/': 'index.html',
  '/page.css': 'page.css',
  '/print.css': 'print.css',
  '/page.js': 'page.js',
  '/render.js': 'render.js',
  '/strings.js': 'strings.js',
  '/icon.svg': 'icon.svg',
} as const

const typeOf = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
} as const
