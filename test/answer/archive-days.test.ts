/** A refusal says from when to when the archive tells, at every edge, and after each new article. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { documentFromResult } from '../../core/answer/document.ts'
import type { Archive } from '../../core/archive.ts'
import { openArchive } from '../../core/library/index.ts'
import { loadMessages } from '../../bot/telegram/messages.ts'
import { renderVerdict } from '../../bot/telegram/render/verdict.ts'
import { serve } from '../http/serve.ts'
import { noChromium, openChromium } from '../page/chromium.ts'
import { createCorpusFolder, type CorpusFolder } from '../reindex/corpus-folder.ts'
import { runScript } from '../scripts/run-script.ts'

const report = (text: string, publishedAt?: string) => ({
  title: text.split('\n', 1)[0],
  text,
  source: 'صدای رودبار',
  ...(publishedAt === undefined ? {} : { publishedAt }),
})
const bridge = report('پل چوبی رودبار\nپل چوبی رودبار پس از سیل بهار بازسازی شد.', '2018-01-03')
const market = report('بازار ماهی\nبازار ماهی بندر سه‌شنبه باز شد.', '2023-11-02T21:30:00-05:00')
const song = report('آواز گندم\nکشاورزان آواز گندم را در میدان خواندند.')
const school = report('مدرسهٔ کوهستان\nمدرسهٔ کوهستان شاگردان تازه پذیرفت.', '2024-07-20')

let corpus: CorpusFolder
beforeEach(() => {
  corpus = createCorpusFolder()
})
afterEach(() => corpus.destroy())

async function opened<T>(use: (archive: Archive) => Promise<T>): Promise<T> {
  const archive = await openArchive({ database: corpus.database, embedding: null })
  try {
    return await use(archive)
  } finally {
    await archive.close()
  }
}

const refusalIn = (language: string, archive: Archive) =>
  archive.ask({ question: 'Zanzibar Quokka?', language })

describe('a refusal', () => {
  it.each([
    ['ar', 'أقدم ما في الأرشيف بتاريخ 3 يناير 2018، وأحدثه بتاريخ 2 نوفمبر 2023.'],
    ['fa', 'نخستین روز بایگانی ۱۳ دی ۱۳۹۶ و آخرین روز آن ۱۱ آبان ۱۴۰۲ است.'],
    ['en', 'The archive’s first day is January 3, 2018, its last November 2, 2023.'],
    ['tr', 'Arşivin ilk günü 3 Ocak 2018, son günü 2 Kasım 2023.'],
    ['ru', 'Первый день архива — 3 января 2018 г., последний — 2 ноября 2023 г.'],
    ['fr', 'Le premier jour des archives est le 3 janvier 2018, le dernier le 2 novembre 2023.'],
  ] as const)('names the first day and the last in %s', async (language, sentence) => {
    corpus.write('a.json', [bridge, market, song])
    await corpus.reindex()
    await opened(async (archive) => {
      const result = await refusalIn(language, archive)
      const document = documentFromResult(result)
      expect(document.archive).toEqual({ first: '2018-01-03', last: '2023-11-02' })
      expect(document.answer.split('\n').at(-1)).toBe(sentence)
      const [message] = renderVerdict(result.verdict, loadMessages()[language])
      expect(message?.text).toContain(sentence)
    })
  })

  it('does so where nothing was asked, and an answer does not', async () => {
    corpus.write('a.json', [bridge, market, song])
    await corpus.reindex()
    await opened(async (archive) => {
      const { verdict } = await archive.ask({ question: 'این چیست و چرا؟' })
      expect(verdict).toMatchObject({
        reason: 'empty-question',
        archive: { first: '2018-01-03', last: '2023-11-02' },
      })
      expect(verdict.text).toContain('۱۳ دی ۱۳۹۶')
      const answered = documentFromResult(
        await archive.ask({ question: 'پل چوبی رودبار کی بازسازی شد؟' }),
      )
      expect(answered.verdict).toBe('answer')
      expect(answered).not.toHaveProperty('archive')
    })
  })

  it('names no day of an archive that knows none', async () => {
    corpus.write('a.json', [song])
    await corpus.reindex()
    await opened(async (archive) => {
      const document = documentFromResult(await refusalIn('fa', archive))
      expect(document).not.toHaveProperty('archive')
      expect(document.answer).not.toContain('روز بایگانی')
    })
  })

  it('names the newer day, or the older one, that the next run takes in', async () => {
    corpus.write('a.json', [market])
    await corpus.reindex()
    await opened(async (archive) => {
      const daysNow = async () => documentFromResult(await refusalIn('fa', archive)).archive
      expect(await daysNow()).toEqual({ first: '2023-11-02', last: '2023-11-02' })
      corpus.write('b.json', [school])
      await corpus.reindex()
      await expect
        .poll(daysNow, { timeout: 5_000 })
        .toEqual({ first: '2023-11-02', last: '2024-07-20' })
      corpus.write('c.json', [bridge])
      corpus.remove('b.json')
      await corpus.reindex({ force: true })
      await expect
        .poll(daysNow, { timeout: 5_000 })
        .toEqual({ first: '2018-01-03', last: '2023-11-02' })
    })
  })

  it('names them on the command line and over HTTP', async () => {
    corpus.write('a.json', [bridge, market])
    await corpus.reindex()
    const asked = ['قیمت بلیت قطار مریخ؟', '--db', corpus.database]
    expect((await runScript('ask', asked)).stdout).toContain(
      'نخستین روز بایگانی ۱۳ دی ۱۳۹۶ و آخرین روز آن ۱۱ آبان ۱۴۰۲ است.',
    )
    const { stdout } = await runScript('ask', [...asked, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      archive: { first: '2018-01-03', last: '2023-11-02' },
    })
    await opened(async (archive) => {
      const served = await serve(archive)
      try {
        const response = await served.ask({ question: 'قیمت بلیت قطار مریخ؟' })
        expect(await response.json()).toMatchObject({
          verdict: 'refusal',
          archive: { first: '2018-01-03', last: '2023-11-02' },
        })
      } finally {
        await served.close(500)
      }
    })
  })

  it.skipIf(noChromium !== null)('names them on the page', { timeout: 60_000 }, async () => {
    corpus.write('a.json', [bridge, market])
    await corpus.reindex()
    await opened(async (archive) => {
      const served = await serve(archive)
      const browser = await openChromium()
      try {
        const page = await browser.newPage({ locale: 'fa-IR' })
        await page.goto(served.address)
        await page.fill('#question', 'قیمت بلیت قطار مریخ؟')
        await page.press('#question', 'Enter')
        await page.waitForSelector('.refusal')
        expect(await page.textContent('.refusal')).toContain(
          'نخستین روز بایگانی ۱۳ دی ۱۳۹۶ و آخرین روز آن ۱۱ آبان ۱۴۰۲ است.',
        )
      } finally {
        await browser.close()
        await served.close(500)
      }
    })
  })
})
