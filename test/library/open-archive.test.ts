import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../core/archive.ts'
import { documentFromResult } from '../../core/answer/document.ts'
import { isRawiError, type RawiError } from '../../core/errors.ts'
import { openArchive, openArchiveProcess } from '../../core/library/index.ts'
import { reindex } from '../../core/reindex/index.ts'

let folder: string
let database: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-library-'))
  database = join(folder, 'index.db')
  await reindex({
    folders: ['data/articles'],
    database,
    embedder: null,
    now: () => new Date('2026-01-01T00:00:00Z'),
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function refused(promise: Promise<unknown>): Promise<RawiError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!isRawiError(error)) throw new Error(`no RawiError: ${String(error)}`)
  return error
}

describe.each([
  ['openArchive', openArchive],
  ['openArchiveProcess', openArchiveProcess],
])('%s', (_, open) => {
  let archive: Archive
  beforeAll(async () => {
    archive = await open({ database, embedding: null })
  })
  afterAll(() => archive.close())

  it('answers with quotes that the article holds', async () => {
    const result = await archive.ask({ question: 'Who is the head of ISRO?' })
    expect(result.generation).toBe(1)
    if (result.verdict.kind !== 'answer') throw new Error(result.verdict.text)
    const [first] = result.verdict.citations
    const article = await archive.article(first?.articleId ?? '')
    expect(article?.text.slice(first?.start, first?.end)).toBe(first?.quote)
    expect(documentFromResult(result)).toMatchObject({
      verdict: 'answer',
      language: 'en',
      mode: 'keyword-only',
      citations: [{ n: 1, articleId: 'chandrayaan-2023-en', publishedAt: '2023-08-24' }],
      nearest: [],
      reason: null,
    })
  })

  it('refuses in the question’s language', async () => {
    const { verdict } = await archive.ask({ question: 'بهترین رستوران شیراز کجاست؟' })
    expect(verdict).toMatchObject({ kind: 'refusal', language: 'fa' })
  })

  it.each([[undefined], [''], ['x'.repeat(5000)], [Symbol('x')]])(
    'says what is wrong with no real question',
    async (question) => {
      expect((await refused(archive.ask({ question }))).code).toBe('QUESTION_INVALID')
    },
  )

  it('knows its articles, outlets and state', async () => {
    expect(await archive.article('no such thing')).toBeNull()
    expect((await archive.sources()).reduce((sum, { articles }) => sum + articles, 0)).toBe(34)
    const status = await archive.status()
    expect(status).toMatchObject({ generation: 1, articles: 34, mode: 'keyword-only', model: null })
    expect(status.modeReason).toMatch(/words alone/u)
  })

  it('says how to build an index that is not there', async () => {
    const empty = await open({ database: join(folder, 'none.db'), embedding: null })
    const error = await refused(empty.ask({ question: 'Who?' }))
    expect(error.code).toBe('INDEX_MISSING')
    expect(error.message).toContain('npm run reindex')
    await empty.close()
  })

  it('goes on with words alone when the model cannot be had, and says why', async () => {
    const embedding = { model: './no-such-model', cacheFolder: folder, hub: 'https://127.0.0.1:1/' }
    const degraded = await open({ database, embedding })
    const status = await degraded.status()
    expect(status).toMatchObject({ mode: 'keyword-only', model: null })
    expect(status.modeReason).toContain('no-such-model')
    const { verdict } = await degraded.ask({ question: 'Who is the head of ISRO?' })
    expect(verdict).toMatchObject({ kind: 'answer', mode: 'keyword-only' })
    await degraded.close()
  })
})

describe('openArchiveProcess', () => {
  it('leaves the event loop alone while it answers', async () => {
    const archive = await openArchiveProcess({ database, embedding: null })
    await archive.status()
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const questions = Array.from(
      { length: 40 },
      (_, at) => `متى التقى بوتين والأسد في عام ${2000 + at}؟`,
    )
    await Promise.all(questions.map((question) => archive.ask({ question })))
    delay.disable()
    await archive.close()
    expect(delay.percentile(90) / 1e6).toBeLessThan(50)
  })

  it('answers no more once it is closed', async () => {
    const archive = await openArchiveProcess({ database, embedding: null })
    await archive.status()
    await archive.close()
    await expect(archive.status()).rejects.toThrow(/closed/u)
  })
})
