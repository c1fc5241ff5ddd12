import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openArchive } from '../../core/library/index.ts'
import { rollBack } from '../../core/reindex/index.ts'
import { contentOf, createCorpusFolder, type CorpusFolder } from './corpus-folder.ts'
import { createHttpApp } from '../../bot/http/app.ts'
import { createReadiness } from '../../bot/readiness.ts'
import { createLogger } from '../../bot/logger.ts'

let corpus: CorpusFolder
beforeEach(() => {
  corpus = createCorpusFolder()
  corpus.write('rain.md', '# أمطار على صور\n\nهطلت أمطار غزيرة على صور طوال ليل الأحد.\n')
  corpus.write('ferry.json', {
    id: 'ferry',
    url: 'https://news.example.org/ferry/',
    text: 'The ferry between Tyre and Larnaca sails again on Mondays.',
  })
  corpus.write('lines.jsonl', '{"id":"dam","text":"آب پشت سد کرخه پس از باران‌های بهاری بالا آمد."}')
})
afterEach(() => corpus.destroy())

const ids = () => contentOf(corpus.database).articles.map(({ id }) => id)

describe('reindex with withdrawn articles', () => {
  it('keeps them out by id or address, at every run, and takes them back when asked to', async () => {
    await corpus.reindex()
    corpus.write(
      'withdrawn.txt',
      '\u{feff}# on demand\r\n\r\nrain\r\nhttp://News.example.org/ferry#top\r\n',
    )
    const report = await corpus.reindex()
    expect(report).toMatchObject({ published: true, withdrawn: 2, warnings: [], refused: [] })
    expect(ids()).toEqual(['dam'])
    expect(await corpus.reindex()).toMatchObject({ published: false, withdrawn: 2, warnings: [] })
    expect(await corpus.reindex({ full: true })).toMatchObject({ withdrawn: 2, warnings: [] })
    expect(ids()).toEqual(['dam'])
    corpus.remove('withdrawn.txt')
    expect(await corpus.reindex()).toMatchObject({ withdrawn: 0, articles: { total: 3 } })
    expect(ids()).toEqual(['dam', 'ferry', 'rain'])
  })

  it('keeps out what came after the list, from a first run on', async () => {
    const list = corpus.write('../list.txt', 'https://news.example.org/ferry\nsnow\n')
    const first = await corpus.reindex({ withdrawn: list })
    expect(first).toMatchObject({
      withdrawn: 1,
      warnings: [expect.stringContaining('"snow"')],
    })
    corpus.write('snow.md', '# برف در الموت\n\nبرف راه روستاهای الموت را سه روز بست.\n')
    const next = await corpus.reindex({ withdrawn: list })
    expect(next).toMatchObject({ withdrawn: 2, warnings: [] })
    expect(ids()).toEqual(['dam', 'rain'])
  })

  it('names the lines that are neither an id nor an address', async () => {
    const path = corpus.write('withdrawn.txt', `rain\nftp://example.org/x\n${'a'.repeat(3000)}\n`)
    const { warnings } = await corpus.reindex()
    expect(warnings).toMatchObject([
      expect.stringContaining(`${path}, line 2`),
      expect.stringContaining(`${path}, line 3`),
    ])
    expect(ids()).toEqual(['dam', 'ferry'])
  })

  it('does nothing where the list cannot be read', async () => {
    await corpus.reindex()
    const missing = corpus.reindex({ withdrawn: '/no/such/list.txt' })
    await expect(missing).rejects.toMatchObject({ code: 'CORPUS_UNREADABLE' })
    mkdirSync(join(corpus.folder, 'withdrawn.txt'))
    await expect(corpus.reindex()).rejects.toMatchObject({ code: 'CORPUS_UNREADABLE' })
  })

  it('does not show them again after a roll-back', async () => {
    await corpus.reindex()
    corpus.write('withdrawn.txt', 'rain')
    await corpus.reindex()
    expect(rollBack({ database: corpus.database }).articles.total).toBe(2)
    expect(ids()).toEqual(['dam', 'ferry'])
    expect(await corpus.reindex()).toMatchObject({ articles: { total: 2 } })
  })

  it('answers 410 for them over HTTP', async () => {
    await corpus.reindex()
    const archive = await openArchive({ database: corpus.database, embedding: null })
    const logger = createLogger({ level: 'silent', output: new PassThrough() })
    const readiness = createReadiness({ archive, indexing: () => null })
    const app = createHttpApp(
      { archive, logger, readiness },
      { allowedOrigins: [], trustedProxies: 0, rateLimit: null },
    )
    expect((await app.request('/v1/articles/rain')).status).toBe(200)
    corpus.write('withdrawn.txt', 'rain')
    await corpus.reindex()
    const document = await app.request('/v1/articles/rain')
    expect({ status: document.status, body: await document.json() }).toMatchObject({
      status: 410,
      body: { code: 'ARTICLE_WITHDRAWN' },
    })
    const page = await app.request('/articles/rain')
    expect({ status: page.status, text: await page.text() }).toMatchObject({
      status: 410,
      text: expect.stringContaining('سُحب هذا المقال'),
    })
    expect((await app.request('/articles/dam')).status).toBe(200)
    expect((await app.request('/articles/none')).status).toBe(404)
    await archive.close()
  })
})
