/** The plain page at / and the stored articles as pages, with nothing from elsewhere. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { readFileSync } from 'node:fs'
import type { Archive } from '../../core/archive.ts'
import { isRawiError } from '../../core/errors.ts'
import { articlePage, missingArticlePage, withdrawnArticlePage } from '../page/article-page.ts'
import { inSlices } from './in-slices.ts'

export function addPageRoutes(app: OpenAPIHono, archive: Archive): void {
  for (const [path, file] of Object.entries(files)) {
    const url = new URL(`../page/${file}`, import.meta.url)
    const text = readFileSync(url, 'utf8')
    const type = typeOf[file.slice(file.lastIndexOf('.')) as keyof typeof typeOf]
    app.get(path, etag(), (c) =>
      c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }),
    )
  }
  app.get('/articles/:id{.+}', async (c) => {
    try {
      const article = await archive.article(c.req.param('id'))
      if (article === null) return c.html(missingArticlePage(), 404)
      const { start, end } = c.req.query()
      const page = articlePage(article, { start: Number(start), end: Number(end) })
      return c.body(inSlices(page), 200, { 'Content-Type': typeOf['.html'] })
    } catch (error) {
      if (!isRawiError(error) || error.code !== 'ARTICLE_WITHDRAWN') throw error
      return c.html(withdrawnArticlePage(), 410)
    }
  })
}

const files = {
  '/': 'index.html',
  '/page.css': 'page.css',
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
