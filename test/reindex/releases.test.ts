/** What releases before this one wrote opens, answers and is brought in line. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openArchive } from '../../core/library/index.ts'
import { reindex } from '../../core/reindex/index.ts'
import { openEmbedder } from '../../core/semantic/index.ts'
import { openJournal } from '../../core/store/index.ts'

const releases = 'test/fixtures/releases'
const model = { model: 'data/models/rawi-embed', cacheFolder: '', hub: '' }

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rawi-release-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const asked = [
  { question: 'كم كتاباً تضم مكتبة صور؟', article: 'library', quote: 'اثني عشر ألف كتاب' },
  { question: 'قیمت انار در بازار تجریش چند است؟', article: 'market', quote: 'چهل هزار تومان' },
]

async function expectAnswers(database: string): Promise<void> {
  const archive = await openArchive({ database, embedding: model })
  for (const { question, article, quote } of asked) {
    const { verdict } = await archive.ask({ question })
    expect(verdict).toMatchObject({ kind: 'answer' })
    expect(JSON.stringify(verdict)).toContain(quote)
    expect((await archive.article(article))?.text).toContain(quote)
  }
  await archive.close()
}

describe.each(readdirSync(releases))('files of the release of %s', (release) => {
  it(
    'opens and answers, and is brought in line with the folders',
    { timeout: 120_000 },
    async () => {
      cpSync(join(releases, release), root, { recursive: true })
      const database = join(root, 'index.db')
      const folder = join(root, 'articles')
      // The ledger names the folder in which the release found the articles.
      const sqlite = new Database(database)
      sqlite.prepare("update files set path = replace(path, '/srv/rawi/articles', ?)").run(folder)
      sqlite.close()
      await expectAnswers(database)
      const embedder = await openEmbedder(model)
      const options = { folders: [folder], database, embedder, now: () => new Date() }
      expect(await reindex(options)).toMatchObject({
        articles: { total: 4, added: 0, removed: 0 },
        refused: [],
        repaired: 0,
        mended: 0,
        warnings: [],
      })
      await embedder?.close()
      await expectAnswers(database)
    },
  )

  it('keeps its journal', () => {
    cpSync(join(releases, release), root, { recursive: true })
    const journal = openJournal(join(root, 'journal.db'))
    expect(journal.recentQuestions(10).map(({ text }) => text)).toEqual([
      'قیمت انار چند است؟',
      'متى تبحر العبارة من صور؟',
    ])
    expect(journal.feedbackOn(1)).toMatchObject([{ helpful: true }])
    journal.close()
  })
})
