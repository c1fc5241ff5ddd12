import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../core/archive.ts'
import { createShelf, makeArticle } from '../http/shelf.ts'
import { serve, type Served } from '../http/serve.ts'
import { noChromium, openChromium } from './chromium.ts'

const hostile = `<img src=x onerror=alert(1)><script>alert(2)</script>"'><svg/onload=alert(3)>`
const articles = [
  makeArticle({
    id: 'derna',
    title: 'فيضانات درنة',
    text: 'هطلت أمطار غزيرة على شرق ليبيا.\nقال الهلال الأحمر إن عدد القتلى في درنة بلغ 11300 قتيل. ولا يزال البحث جارياً.',
    url: 'https://example.org/derna',
  }),
  makeArticle({
    id: 'مرفأ/بیمارستان',
    title: 'بیمارستان بندر',
    text: 'بیمارستان تازهٔ بندر روز شنبه گشایش یافت.',
    language: 'fa',
    source: 'آوای ساحل',
  }),
  makeArticle({
    id: 'harbour',
    title: 'Harbour',
    text: 'The harbour closed on Friday.',
    language: 'en',
  }),
  makeArticle({
    id: hostile,
    title: hostile,
    source: hostile,
    text: `The trial of ${hostile} began on Monday.`,
    url: 'javascript:alert(4)',
    language: 'en',
  }),
]

if (noChromium !== null)
  process.stderr.write(`The page is not tested in a browser: ${noChromium}\n`)

describe.skipIf(noChromium !== null)('the page', { timeout: 120_000 }, () => {
  let served: Served
  let browser: Browser
  let archive: Archive
  beforeAll(async () => {
    archive = createShelf(articles)
    served = await serve({
      ...archive,
      sources: async () => [
        { source: 'The Lantern Post', articles: 1, languages: ['en'], oldest: null, newest: null },
      ],
    })
    browser = await openChromium()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close(500)
  })

  /** A page that fails the test on any error, blocked resource, dialog or request to elsewhere. */
  async function open(
    locale: string,
    path = '/',
    width = 1200,
  ): Promise<{ page: Page; troubles: string[] }> {
    const context = await browser.newContext({ locale, viewport: { width, height: 800 } })
    const page = await context.newPage()
    const troubles: string[] = []
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text())
    })
    page.on('dialog', (dialog) => {
      troubles.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(served.address)) troubles.push(request.url())
    })
    await page.goto(served.address + path)
    return { page, troubles }
  }

  it.each([
    ['ar-EG', 'rtl', 'اسأل الأرشيف'],
    ['fa-IR', 'rtl', 'از بایگانی بپرسید'],
    ['en-GB', 'ltr', 'Ask the archive'],
    ['ja-JP', 'ltr', 'Ask the archive'],
  ])('speaks to a reader of %s', async (locale, direction, title) => {
    const { page, troubles } = await open(locale)
    expect(await page.textContent('h1')).toBe(title)
    expect(await page.getAttribute('html', 'dir')).toBe(direction)
    await page.waitForSelector('#examples:not([hidden]) button')
    expect(troubles).toEqual([])
    await page.context().close()
  })

  it('tells how large the archive is, also where the world can ask', async () => {
    const own = await serve(archive, {}, '0.0.0.0')
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    await page.goto(own.address)
    await page.locator('#archive', { hasText: /\d/ }).waitFor()
    expect(await page.textContent('#archive')).toBe('4 articles.')
    await page.context().close()
    await own.close(500)
  })

  it('answers with numbered quotes, their origin, and a way to the words in the article', async () => {
    const { page, troubles } = await open('ar')
    await ask(page, 'كم عدد القتلى في درنة؟')
    const card = page.locator('.card').first()
    expect(await card.locator('blockquote').textContent()).toContain('11300 قتيل')
    expect(await card.locator('mark').allTextContents()).toContain('القتلى')
    expect(await card.locator('.origin').textContent()).toContain('١٨ سبتمبر ٢٠٢٣')
    expect(await card.locator('a').last().getAttribute('href')).toContain(
      'https://example.org/derna#:~:text=',
    )
    await card.locator('a').first().click()
    await page.waitForURL('**/articles/derna?**')
    expect(await page.textContent('#quote')).toContain('عدد القتلى في درنة بلغ 11300 قتيل')
    expect(await page.locator('#quote').isVisible()).toBe(true)
    expect(troubles).toEqual([])
    await page.context().close()
  })

  it('opens an article whose id holds slashes and Persian letters, its day in the Jalali calendar', async () => {
    const { page, troubles } = await open('fa')
    await ask(page, 'بیمارستان تازهٔ بندر کی گشایش یافت؟')
    expect(await page.textContent('.card .origin')).toContain('۲۷ شهریور ۱۴۰۲')
    await page.click('.card .links a')
    await page.waitForSelector('#quote')
    expect(await page.textContent('h1')).toBe('بیمارستان بندر')
    expect(troubles).toEqual([])
    await page.context().close()
  })

  it('gives each piece its own direction', async () => {
    const { page } = await open('ar')
    await ask(page, 'When was the harbour closed on Friday?')
    expect(await directionOf(page, 'html')).toBe('rtl')
    expect(await directionOf(page, '.card')).toBe('rtl')
    expect(await directionOf(page, '.turn h2')).toBe('ltr')
    expect(await directionOf(page, '.card blockquote')).toBe('ltr')
    expect(await directionOf(page, '.card .title')).toBe('ltr')
    await page.fill('#question', 'ميناء')
    expect(await directionOf(page, '#question')).toBe('rtl')
    await page.context().close()
  })

  it('sends the questions that a follow-up may lean on', async () => {
    const { page } = await open('en')
    await ask(page, 'When was the harbour closed?')
    await ask(page, 'And then?')
    const third = page.waitForRequest('**/v1/ask')
    await ask(page, 'And why?')
    expect((await third).postDataJSON()).toMatchObject({
      conversation: { previousQuestion: 'And then? When was the harbour closed?' },
    })
    await page.context().close()
  })

  it('gives a question an address, which an article leads back to', async () => {
    const { page, troubles } = await open('ar')
    const question = 'كم عدد القتلى في درنة؟'
    await ask(page, question)
    expect(new URL(page.url()).searchParams.get('q')).toBe(question)
    await page.click('.card .links a')
    await page.waitForSelector('#quote')
    await page.click('.back')
    await page.waitForSelector('.card')
    expect(await page.textContent('.turn h2')).toBe(question)
    await page.reload()
    await page.waitForSelector('.card')
    expect(troubles).toEqual([])
    await page.context().close()
  })

  it('prints the words and where they come from, and nothing to press', async () => {
    const { page } = await open('en')
    await ask(page, 'When was the harbour closed?')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.card blockquote').first().isVisible()).toBe(true)
    expect(await page.locator('.card .origin').first().isVisible()).toBe(true)
    for (const hidden of ['header', '#ask', '.card .links'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    await page.context().close()
  })

  it('says no with the nearest passages, not numbered', async () => {
    const { page } = await open('en')
    await ask(page, 'What is the population of Brazil?')
    expect(await page.locator('.refusal').count()).toBe(1)
    expect(await page.textContent('h3')).toBe('The nearest passages, which are no answer')
    expect(await page.locator('.card .number').count()).toBe(0)
    await page.context().close()
  })

  it('shows hostile words as words', async () => {
    const { page, troubles } = await open('en')
    await ask(page, `When did the trial of ${hostile} began Monday`)
    expect(await page.textContent('.turn h2')).toContain(hostile)
    expect(await page.textContent('.card .title')).toBe(hostile)
    expect(await page.locator('.turn img, .turn script, .turn svg').count()).toBe(0)
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
    await page.click('.card .links a')
    await page.waitForSelector('#quote')
    expect(await page.textContent('h1')).toBe(hostile)
    expect(await page.locator('article img, article script, article svg').count()).toBe(0)
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
    expect(troubles).toEqual([])
    await page.context().close()
  })

  it('tells what went wrong and lets the reader try again', async () => {
    const { page } = await open('fa')
    await page.context().setOffline(true)
    await ask(page, 'بیمارستان تازهٔ بندر کی گشایش یافت؟')
    expect(await page.textContent('.failure')).toContain('سرور در دسترس نیست')
    await page.context().setOffline(false)
    await page.click('.reply button')
    await page.waitForSelector('.card')
    expect(await page.locator('.turn').count()).toBe(1)
    await page.context().close()
  })

  it('can be used by keyboard alone', async () => {
    const { page } = await open('en')
    await page.waitForSelector('#examples:not([hidden])')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement?.className')).toBe('skip')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.focus('#question')
    await page.keyboard.type('When was the harbour closed?')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.card')
    expect(await page.evaluate('document.activeElement?.id')).toBe('question')
    expect(await page.textContent('#status')).toBe('The answer is here. Sources: 1.')
    await page.context().close()
  })

  it.each([
    ['ar', 'كم عدد القتلى في درنة؟', 390],
    ['en', 'What is the population of Brazil?', 1200],
  ])(
    'has nothing that axe objects to, nor scrolls sideways (%s)',
    async (locale, question, width) => {
      for (const scheme of ['light', 'dark'] as const) {
        const { page } = await open(locale, '/', width)
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
        const check = async (): Promise<void> => {
          const { violations } = (await page.evaluate(`${axe.source}; axe.run()`)) as axe.AxeResults
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
            width,
          )
        }
        await page.waitForSelector('#examples:not([hidden])')
        await check()
        await ask(page, question)
        await check()
        await page.click('.card .links a')
        await page.waitForSelector('.story')
        // The article is a page of its own, there before its style is.
        await page.waitForLoadState('load')
        await check()
        await page.context().close()
      }
    },
  )
})

async function ask(page: Page, question: string): Promise<void> {
  await page.fill('#question', question)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.turn:last-child .card, .turn:last-child .failure')
}

function directionOf(page: Page, selector: string): Promise<string> {
  return page.evaluate(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).direction`,
  )
}
