import { afterEach, describe, expect, it } from 'vitest'
import { createShelf, makeArticle } from './shelf.ts'
import { serve, type Served } from './serve.ts'

const text =
  'هطلت أمطار غزيرة على شرق ليبيا.\nقال الهلال الأحمر إن عدد القتلى في درنة بلغ 11300 قتيل. ولا يزال البحث جارياً.'
const published = makeArticle({
  id: 'derna',
  title: 'فيضانات "درنة"',
  text,
  url: 'https://example.org/derna',
})
const own = makeArticle({
  id: 'أخبار/ميناء 1',
  title: 'ميناء',
  text: 'أُغلق الميناء يوم الجمعة. '.repeat(20),
  publishedAt: null,
  url: 'javascript:alert(1)',
})
const shelf = createShelf([published, own])

/** What a browser sends when its reader types an address. */
const browser = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

let served: Served | null = null
afterEach(async () => {
  await served?.close(500)
  served = null
})

async function pageAt(path: string, headers: Record<string, string> = {}): Promise<string> {
  served ??= await serve(shelf)
  return (await fetch(served.address + path, { headers })).text()
}

async function robots(path: string): Promise<string | null> {
  return (await fetch(served!.address + path)).headers.get('x-robots-tag')
}

describe('the page of an article', () => {
  it('names the publisher’s own page as the one to be listed, and tells who shares it what it says', async () => {
    const start = text.indexOf('قال')
    const end = text.indexOf(' ولا يزال')
    const page = await pageAt(`/articles/derna?start=${start}&end=${end}`)
    expect(page).toContain('<link rel="canonical" href="https://example.org/derna" />')
    expect(page).toContain('<meta property="og:title" content="فيضانات &quot;درنة&quot;" />')
    expect(page).toContain(`<meta property="og:description" content="${text.slice(start, end)}" />`)
    expect(page).toContain('<meta property="article:published_time" content="2023-09-18" />')
    expect(page).toContain('<meta property="og:site_name" content="وكالة الساحل" />')
  })

  it('names itself where no publisher is known, without what is marked in it', async () => {
    const page = await pageAt(`/articles/${encodeURIComponent(own.id)}?start=0&end=5`)
    const path = own.id.split('/').map(encodeURIComponent).join('/')
    expect(page).toContain(`<link rel="canonical" href="${served!.address}/articles/${path}" />`)
    expect(page).not.toContain('javascript:')
    expect(page).not.toContain('published_time')
    const whole = await pageAt(`/articles/${path}`)
    const summary = /og:description" content="([^"]*)"/.exec(whole)?.[1] ?? ''
    expect(summary.length).toBeLessThanOrEqual(201)
    expect(summary).toMatch(/ (?:أُغلق|الميناء|يوم|الجمعة\.)…$/u)
  })

  it('is named by https where the proxy in front says so, and only where there is one', async () => {
    const headers = { 'X-Forwarded-Proto': 'https' }
    const path = `/articles/${encodeURIComponent(own.id)}`
    expect(await pageAt(path, headers)).toContain('rel="canonical" href="http://127.0.0.1')
    await served!.close(500)
    served = await serve(shelf, { trustedProxies: 1 })
    expect(await pageAt(path, headers)).toContain('rel="canonical" href="https://127.0.0.1')
  })

  it.each([
    ['ar-EG,ar;q=0.9', 'العودة إلى الجواب'],
    ['fa', 'بازگشت به پاسخ'],
    ['ja,en;q=0.5', 'Back to the answer'],
  ])('leads back to the answer, in the language of %s', async (language, words) => {
    const question = 'كم عدد القتلى & الجرحى؟'
    const page = await pageAt(`/articles/derna?q=${encodeURIComponent(question)}`, {
      'Accept-Language': language,
    })
    expect(page).toContain(`href="/?q=${encodeURIComponent(question)}"`)
    expect(page).toContain(words)
  })

  it('leads to where questions are asked where there was none', async () => {
    const page = await pageAt('/articles/derna', { 'Accept-Language': 'fa-IR' })
    expect(page).toContain('از بایگانی بپرسید')
  })
})

describe('an address where nothing is', () => {
  it('is a page for who looks at it', async () => {
    served = await serve(shelf)
    const response = await fetch(`${served.address}/nothing`, {
      headers: { ...browser, 'Accept-Language': 'fa' },
    })
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('text/html')
    const page = await response.text()
    expect(page).toContain('صفحه‌ای با این نشانی نیست')
    expect(page).toContain('href="/"')
  })

  it.each([
    ['/nothing', {}],
    ['/nothing', { Accept: 'application/json, text/html;q=0.5' }],
    ['/v1/nothing', browser],
  ])('is a problem for a program: %s %j', async (path, headers: Record<string, string>) => {
    served = await serve(shelf)
    const response = await fetch(served.address + path, { headers })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'ROUTE_UNKNOWN' })
  })
})

describe('search engines', () => {
  it('may list pages, and no document of the endpoint', async () => {
    served = await serve(shelf)
    expect(await robots('/articles/derna')).toBeNull()
    expect(await robots('/v1/articles/derna')).toBe('noindex')
  })

  it('may list nothing where that is refused', async () => {
    served = await serve(shelf, { isListed: false })
    for (const path of ['/', '/articles/derna', '/nothing', '/v1/sources'])
      expect(await robots(path)).toBe('noindex')
  })
})
