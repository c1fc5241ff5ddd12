import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCorpusFolder, type CorpusFolder } from '../reindex/corpus-folder.ts'
import { runScript } from './run-script.ts'

// Every case starts processes, which a busy machine is slow at.
vi.setConfig({ testTimeout: 120_000 })

let corpus: CorpusFolder
beforeEach(() => {
  corpus = createCorpusFolder()
  corpus.write('snow.md', '# برف در الموت\n\nبرف راه روستاهای الموت را سه روز بست.\n')
})
afterEach(() => corpus.destroy())

const reindex = (...more: string[]) =>
  runScript('reindex', ['--articles', corpus.folder, '--db', corpus.database, ...more])

describe('npm run reindex', () => {
  it('indexes, then says that nothing changed', async () => {
    const first = await reindex()
    expect(first).toMatchObject({ code: 0, stdout: '' })
    expect(first.stderr).toContain('Generation 1 is published: 1 articles, 1 passages')
    expect((await reindex()).stderr).toContain('Nothing changed')
  })

  it('prints one document with --json', async () => {
    const { code, stdout } = await reindex('--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      generation: 1,
      published: true,
      articles: { total: 1, added: 1, changed: 0, removed: 0, unchanged: 0 },
      passages: 1,
      refused: [],
      cleaned: expect.any(Number),
      withdrawn: 0,
      repaired: 0,
      mended: 0,
      warnings: [],
      seconds: expect.any(Number),
      embedder: null,
      mode: 'keyword-only',
    })
  })

  it('leaves no file behind in a dry run', async () => {
    const { code, stdout } = await reindex('--dry-run', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ published: false, articles: { added: 1 } })
    expect(existsSync(corpus.database)).toBe(false)
  })

  it('exits with 1 when all articles are gone, and empties the index only when told to', async () => {
    await reindex()
    corpus.remove('snow.md')
    const held = await reindex()
    expect(held.code).toBe(1)
    expect(held.stderr).toContain('1 of 1 articles')
    expect(held.stderr).toContain('--force')
    const { code, stdout } = await reindex('--force', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout).articles).toMatchObject({ total: 0, removed: 1 })
  })

  it('serves the generation before again with --rollback, and says when there is none', async () => {
    await reindex()
    corpus.write('rain.txt', 'هطلت أمطار غزيرة على صور طوال ليل الأحد.')
    await reindex()
    const back = ['--db', corpus.database, '--rollback']
    const { code, stdout, stderr } = await runScript('reindex', [...back, '--json'])
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining('Generation 1 is served again: 1 articles'),
    })
    expect(JSON.parse(stdout)).toEqual({
      generation: 1,
      published: true,
      articles: { total: 1, added: 0, changed: 0, removed: 1, unchanged: 1 },
      passages: 1,
      refused: [],
      cleaned: 0,
      withdrawn: 0,
      repaired: 0,
      mended: 0,
      warnings: [],
      seconds: expect.any(Number),
      embedder: null,
      mode: 'keyword-only',
    })
    const again = await runScript('reindex', back)
    expect(again).toMatchObject({ code: 1, stdout: '' })
    expect(again.stderr).toContain('only one that is kept')
    expect((await runScript('reindex', [...back, '--full'])).code).toBe(2)
  })

  it('holds back what answers fewer golden questions, and publishes it when forced', async () => {
    const golden = corpus.write('../golden.jsonl', {
      question: 'برف راه کدام روستاها را بست؟',
      articles: ['snow'],
    })
    const to = ['--articles', corpus.folder, '--db', corpus.database]
    const env = { GOLDEN_QUESTIONS: golden }
    expect((await runScript('reindex', to, { env })).code).toBe(0)
    corpus.write('snow.md', '# بازار تجریش\n\nانار در بازار تجریش ارزان شد.\n')
    const held = await runScript('reindex', to, { env })
    expect(held.code).toBe(1)
    expect(held.stderr).toContain('«برف راه کدام روستاها را بست؟»')
    expect((await runScript('reindex', [...to, '--force'], { env })).code).toBe(0)
    const missing = await runScript('reindex', to, { env: { GOLDEN_QUESTIONS: '/no/such.jsonl' } })
    expect(missing.code).toBe(1)
    expect(missing.stderr).toContain('GOLDEN_QUESTIONS')
  })

  it('takes several folders', async () => {
    corpus.write('../second/rain.txt', 'هطلت أمطار غزيرة على صور طوال ليل الأحد.')
    const folders = [corpus.folder, `${corpus.folder}/../second`]
    const to = ['--db', corpus.database, '--json']
    const { stdout } = await runScript('reindex', ['--articles', ...folders, ...to])
    expect(JSON.parse(stdout).articles.total).toBe(2)
  })

  it('takes folder and index from the settings when no argument names them', async () => {
    const { code } = await runScript('reindex', [], {
      env: { ARTICLES: corpus.folder, DATABASE: corpus.database },
    })
    expect(code).toBe(0)
    expect(existsSync(corpus.database)).toBe(true)
  })

  it('explains itself', async () => {
    const { code, stdout } = await runScript('reindex', ['--help'])
    expect(code).toBe(0)
    for (const option of [
      '--articles',
      '--full',
      '--force',
      '--dry-run',
      '--rollback',
      '--withdrawn',
      '--db',
      '--json',
    ]) {
      expect(stdout).toContain(option)
    }
  })

  it.each([
    ['an unknown option', ['--fast'], '--fast'],
    ['a stray word', ['articles'], 'articles'],
    ['a folder option without a folder', ['--articles'], '--articles'],
  ])('exits with 2 for %s', async (_, args, named) => {
    const { code, stdout, stderr } = await runScript('reindex', args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(named)
  })

  it.each([
    ['a folder that is not there', { ARTICLES: '/no/such/folder' }, '/no/such/folder'],
    ['a model that is not there', { EMBEDDING_MODEL: './no-model' }, 'EMBEDDING_MODEL'],
    ['a wrong setting', { PORT: 'eighty' }, 'PORT'],
  ])('exits with 1 for %s, and says which', async (_, env, named) => {
    const { code, stderr } = await runScript('reindex', ['--db', corpus.database], { env })
    expect(code).toBe(1)
    expect(stderr).toContain(named)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('exits with 1 for an index of a newer schema, with what mends it', async () => {
    await reindex()
    const newer = new Database(corpus.database)
    newer.exec("insert into __drizzle_migrations (hash, created_at) values ('x', 4102444800000)")
    newer.close()
    const { code, stderr } = await reindex()
    expect(code).toBe(1)
    expect(stderr).toContain('npm run reindex -- --db')
  })
})
