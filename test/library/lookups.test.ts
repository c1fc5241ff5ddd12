import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../core/archive.ts'
import type { Article } from '../../core/article.ts'
import { openArchive, openArchiveProcess } from '../../core/library/index.ts'
import type { ArticleEntry, ListPlace } from '../../core/lookup.ts'
import { reindex } from '../../core/reindex/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'rawi-lookups-'))
const database = join(folder, 'index.db')
beforeAll(async () => {
  await reindex({
    folders: ['data/articles'],
    database,
    embedder: null,
    now: () => new Date('2026-01-01T00:00:00Z'),
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const dayOf = ({ publishedAt }: ArticleEntry): string => publishedAt?.slice(0, 10) ?? ''

describe.each([
  ['openArchive', openArchive],
  ['openArchiveProcess', openArchiveProcess],
])('%s', (_, open) => {
  let archive: Archive
  beforeAll(async () => {
    archive = await open({ database, embedding: null })
  })
  afterAll(() => archive.close())

  const textOf = async (id: string): Promise<string> => (await archive.article(id))!.text

  async function everyArticle(): Promise<readonly Article[]> {
    const { articles } = await archive.articles({ limit: 100 })
    return Promise.all(articles.map(async ({ id }) => (await archive.article(id))!))
  }

  describe('search', () => {
    it.each([
      ['كم عدد القتلى في فيضانات درنة؟', 'ar', 'derna-flood-2023-ar'],
      ['مدال فیلدز مریم میرزاخانی', 'fa', 'mirzakhani-fields-2014-fa'],
      ['Who is the head of ISRO?', 'en', 'chandrayaan-2023-en'],
    ])('finds passages, each a slice of its article: %s', async (question, language, id) => {
      const found = await archive.search({ question, limit: 5 })
      expect(found).toMatchObject({ language, mode: 'keyword-only', generation: 1 })
      expect(found.passages[0]).toMatchObject({ articleId: id })
      expect(found.passages.length).toBeLessThanOrEqual(5)
      for (const { articleId, start, end, text } of found.passages)
        expect((await textOf(articleId)).slice(start, end)).toBe(text)
      const scores = found.passages.map(({ score }) => score)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    })

    it('keeps to its filters', async () => {
      const filters = { languages: ['fa'] }
      const { passages } = await archive.search({ question: 'Putin Assad', filters, limit: 40 })
      expect(passages.length).toBeGreaterThan(0)
      expect(new Set(passages.map(({ language }) => language))).toEqual(new Set(['fa']))
    })

    it('finds nothing for what asks nothing, and takes no blank for a question', async () => {
      expect((await archive.search({ question: '؟!', limit: 5 })).passages).toEqual([])
      await expect(archive.search({ question: ' ', limit: 5 })).rejects.toMatchObject({
        code: 'QUESTION_INVALID',
      })
    })
  })

  describe('verify', () => {
    it('finds every slice of every article, named or not', async () => {
      for (const { id, text } of await everyArticle()) {
        const ends = [0.1, 0.35, 0.6, 0.9].map((share) => Math.floor(text.length * share))
        const quotes = ends.map((start) => text.slice(start, start + 90).trim())
        const named = quotes.map((quote) => ({ quote, articleId: id }))
        const free = quotes.map((quote) => ({ quote }))
        for (const [at, checked] of (await archive.verify([...named, ...free])).entries()) {
          expect(checked).toMatchObject({ verdict: 'exact' })
          const [piece] = checked.pieces
          const held = (await textOf(checked.origin!.articleId)).slice(piece!.start, piece!.end)
          expect(quotes[at % quotes.length]).toContain(held)
          expect(held.length).toBeGreaterThan(60)
        }
      }
    })

    it('tells a stitched quote, with the pieces where they stand', async () => {
      const text = await textOf('derna-flood-2023-ar')
      const first = 'انهار سدّان فوقها ليلة الأحد الماضي'
      const second = 'وجرفت أحياء كاملة إلى البحر'
      const [named, free] = await archive.verify([
        { quote: `«${first} … ${second}»`, articleId: 'derna-flood-2023-ar' },
        { quote: `${second} ${first}` },
      ])
      expect(named).toMatchObject({
        verdict: 'stitched',
        origin: { articleId: 'derna-flood-2023-ar', source: 'منارة الضحى' },
      })
      expect(named!.pieces.map(({ start, end }) => text.slice(start, end))).toEqual([first, second])
      expect(free).toMatchObject({ verdict: 'stitched' })
      expect(free!.pieces.map(({ start, end }) => text.slice(start, end))).toEqual([second, first])
    })

    it('tells whose words they are when another article is named', async () => {
      const quote = 'بلغ عدد القتلى في درنة وحدها 11,300'
      const checked = await archive.verify([
        { quote, articleId: 'chandrayaan-2023-en' },
        { quote, articleId: 'no such article' },
      ])
      for (const one of checked)
        expect(one).toMatchObject({
          verdict: 'misattributed',
          origin: { articleId: 'derna-flood-2023-ar' },
        })
    })

    it.each([
      ['another figure', 'بلغ عدد القتلى في درنة وحدها 13,400 وعدد المفقودين 10,100'],
      ['a word put in', 'بلغ عدد القتلى في مدينة درنة وحدها 11,300 وعدد المفقودين 10,100'],
      ['a word left out of a word', 'بلغ عدد القتل في درنة وحدها 11,300'],
      ['what nobody wrote', 'The lander sank in the harbour of Alexandria on a Sunday.'],
      ['marks alone', '«…»'],
    ])('finds no words with %s', async (_name, quote) => {
      const [anywhere, named] = await archive.verify([
        { quote },
        { quote, articleId: 'derna-flood-2023-ar' },
      ])
      expect(anywhere).toEqual({ verdict: 'absent', origin: null, pieces: [] })
      expect(named).toEqual(anywhere)
    })
  })

  describe('articles', () => {
    it('gives all, newest first, page by page, each once', async () => {
      const seen: ArticleEntry[] = []
      let after: ListPlace | undefined
      for (let page = 0; page < 20; page += 1) {
        const list = await archive.articles({ limit: 5, ...(after && { after }) })
        expect(list.total).toBe(34)
        seen.push(...list.articles)
        after = list.articles.at(-1)
        if (!list.hasMore) break
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(34)
      expect(seen).toHaveLength(34)
      const days = seen.map(dayOf)
      expect(days).toEqual(days.toSorted().toReversed())
    })

    it('keeps to outlet, language and days', async () => {
      const filters = {
        sources: ['The Meridian Ledger'],
        languages: ['en'],
        publishedFrom: '2023-01-01',
        publishedTo: '2023-12-31',
      }
      const { articles, total } = await archive.articles({ limit: 50, filters })
      expect(total).toBe(articles.length)
      expect(articles.map(({ id }) => id)).toContain('derna-flood-2023-en')
      for (const one of articles) {
        expect(one).toMatchObject({ source: 'The Meridian Ledger', language: 'en' })
        expect(dayOf(one).slice(0, 4)).toBe('2023')
      }
    })

    it('goes on behind an article that has gone meanwhile', async () => {
      const after = { id: 'long gone', publishedAt: '2017-06-01' }
      const { articles } = await archive.articles({ limit: 50, after })
      expect(articles.length).toBeGreaterThan(0)
      expect(dayOf(articles[0]!) <= '2017-06-01').toBe(true)
    })
  })

  describe('passage', () => {
    it('gives all passages of an article, which cover it in their order', async () => {
      const text = await textOf('derna-flood-2023-ar')
      const first = await archive.passage('derna-flood-2023-ar', 0)
      let at = 0
      for (let n = 0; n < first!.passages; n += 1) {
        const { passage } = (await archive.passage('derna-flood-2023-ar', n))!
        expect(passage).toMatchObject({ n, articleId: 'derna-flood-2023-ar', language: 'ar' })
        expect(text.slice(passage.start, passage.end)).toBe(passage.text)
        expect(text.slice(at, passage.start).trim()).toBe('')
        at = passage.end
      }
      expect(text.slice(at).trim()).toBe('')
      expect(await archive.passage('derna-flood-2023-ar', first!.passages)).toBeNull()
      expect(await archive.passage('no such article', 0)).toBeNull()
    })
  })
})
