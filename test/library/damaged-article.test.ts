import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AskResult } from '../../core/archive.ts'
import { openArchive, openArchiveProcess } from '../../core/library/index.ts'
import { contentOf, createCorpusFolder, type CorpusFolder } from '../reindex/corpus-folder.ts'

let corpus: CorpusFolder
beforeEach(async () => {
  corpus = createCorpusFolder()
  corpus.write('toll.json', {
    title: 'سیل در خرم‌آباد',
    source: 'خبرگزاری نمونه',
    date: '2019-04-02',
    text: 'سیل خرم‌آباد به هفتصد خانه آسیب رساند. استاندار گفت آب سه روز در شهر ماند.',
  })
  corpus.write('later.json', {
    title: 'پس از سیل خرم‌آباد',
    source: 'روزنامه‌ی دیگر',
    date: '2019-04-09',
    text: 'یک هفته پس از سیل خرم‌آباد مدرسه‌های شهر باز شد. سیل به خانه‌های خرم‌آباد آسیب رسانده بود.',
  })
  corpus.write('match.json', {
    title: 'فينال الكأس',
    source: 'صحيفة الملعب',
    date: '2018-05-20',
    text: 'فاز نادي الوادي بكأس الجمهورية بعد وقت إضافي أمام ستين ألف متفرج.',
  })
  await corpus.reindex()
})
afterEach(() => corpus.destroy())

const question = { question: 'سیل خرم‌آباد به چند خانه آسیب رساند؟' }
const now = () => new Date(Date.now() + 60_000)

function damage(statement: string): void {
  const sqlite = new Database(corpus.database)
  sqlite.exec(statement)
  sqlite.close()
}

const ofToll = "(select row from articles where id = 'toll')"
const damages = [
  [
    'a figure of its text',
    `update texts set text = replace(text, 'هفتصد', 'هشتصد') where article = ${ofToll}`,
  ],
  ['its day', "update articles set published_at = '2019-04-12' where id = 'toll'"],
  ['its outlet', "update articles set source = 'خبرگزاری نمونة' where id = 'toll'"],
  ['how it was found', "update articles set found_by = '{' where id = 'toll'"],
  [
    'its hash',
    "update articles set content_hash = replace(content_hash, 'a', 'b') where id = 'toll'",
  ],
  ['the loss of its text', `delete from texts where article = ${ofToll}`],
] as const

describe.each(damages)('an article damaged in %s', (_, statement) => {
  it('is not quoted, the others answer, and the next run mends it', async () => {
    const before = contentOf(corpus.database)
    const problems: unknown[] = []
    const archive = await openArchive({
      database: corpus.database,
      embedding: null,
      onProblem: (problem) => problems.push(problem),
    })
    const first = await archive.ask(question)
    expect(citedIn(first)[0]).toBe('toll')

    damage(statement)
    for (let again = 0; again < 2; again += 1)
      expect(citedIn(await archive.ask(question))).not.toContain('toll')
    expect(await archive.status()).toMatchObject({ damaged: 1 })
    expect(problems).toMatchObject([
      { code: 'INDEX_CORRUPT', message: expect.stringContaining('"toll"') },
    ])
    await expect(archive.article('toll')).rejects.toMatchObject({ code: 'INDEX_CORRUPT' })
    expect(citedIn(await archive.ask({ question: 'من فاز بكأس الجمهورية؟' }))).toEqual(['match'])

    const report = await corpus.reindex({ now })
    expect(report).toMatchObject({ mended: 1, repaired: 0, articles: { total: 3, removed: 0 } })
    expect(report.warnings.join(' ')).toContain('1 articles were damaged')
    expect(contentOf(corpus.database)).toEqual(before)
    await archive.close()

    const anew = await openArchive({ database: corpus.database, embedding: null })
    expect(citedIn(await anew.ask(question))[0]).toBe('toll')
    expect(await anew.status()).toMatchObject({ damaged: 0 })
    await anew.close()
    expect(await corpus.reindex({ now })).toMatchObject({ mended: 0, published: false })
  })
})

it('leaves an empty log while the index is served', async () => {
  const archive = await openArchive({ database: corpus.database, embedding: null })
  await archive.ask(question)
  corpus.write('more.md', '# باران\n\nباران در خرم‌آباد از سر گرفته شد.\n')
  await corpus.reindex({ now })
  expect(statSync(`${corpus.database}-wal`).size).toBe(0)
  expect(citedIn(await archive.ask(question))[0]).toBe('toll')
  await archive.close()
})

it('answers from the others from the moment that an article is noted as withdrawn', async () => {
  const archive = await openArchive({ database: corpus.database, embedding: null })
  expect(citedIn(await archive.ask(question))[0]).toBe('toll')
  damage("insert into withdrawn (id, entry) values ('toll', 'toll')")
  expect(citedIn(await archive.ask(question))).not.toContain('toll')
  await expect(archive.article('toll')).rejects.toMatchObject({ code: 'ARTICLE_WITHDRAWN' })
  await archive.close()
})

describe('openArchiveProcess', () => {
  it('tells of damaged articles, and answers from the others', async () => {
    const problems: unknown[] = []
    damage(damages[1][1])
    const archive = await openArchiveProcess({
      database: corpus.database,
      embedding: null,
      onProblem: (problem) => problems.push(problem),
    })
    expect(citedIn(await archive.ask(question))).not.toContain('toll')
    expect(problems).toMatchObject([{ code: 'INDEX_CORRUPT' }])
    await archive.close()
  })
})

function citedIn({ verdict }: AskResult): readonly string[] {
  const shown = verdict.kind === 'answer' ? verdict.citations : verdict.nearest
  return [...new Set(shown.map(({ articleId }) => articleId))]
}
