import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Archive } from '../../core/archive.ts'
import { documentFromResult } from '../../core/answer/document.ts'
import { createAnswerer } from '../../core/answer/answerer.ts'
import { openEmbeddedEngine } from '../../core/engine/index.ts'
import { RawiError } from '../../core/errors.ts'
import { openArchive, openArchiveProcess } from '../../core/library/index.ts'
import type { Reader } from '../../core/reading/index.ts'
import { createCorpusFolder, type CorpusFolder } from '../reindex/corpus-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const reading = 'data/models/rawi-read'

let corpus: CorpusFolder
let archive: Archive
beforeAll(async () => {
  corpus = createCorpusFolder()
  corpus.write('ferry.json', {
    title: 'سفر کشتی انزلی به باکو',
    source: 'روزنامه‌ی بندر',
    date: '2021-05-03',
    text: 'کشتی مسافربری صبح دوشنبه از بندر انزلی راهی باکو شد. ناخدا بهرام کاشانی گفت این کشتی ۱۴۲ مسافر و ۱۸ خدمه دارد. بلیت این سفر ۲ میلیون تومان فروخته شد.',
  })
  corpus.write('bridge.json', {
    title: 'افتتاح جسر وادي الزهور',
    source: 'صحيفة الوادي',
    date: '2020-03-11',
    text: 'افتتح وزير النقل سامر الحلبي جسر وادي الزهور صباح الأربعاء. ويبلغ طول الجسر 640 مترا، وكلف بناؤه 12 مليون دينار. وقال الوزير إن العمل استغرق ثلاث سنوات.',
  })
  corpus.write(
    'bakery.md',
    '# Bread in the old town\n\nBakers put the price of a loaf up by 30 percent on Monday.\n',
  )
  await corpus.reindex()
  archive = await openArchive({ database: corpus.database, embedding: null, reading })
})
afterAll(async () => {
  await archive.close()
  corpus.destroy()
})

async function ask(question: string) {
  return documentFromResult(await archive.ask({ question }))
}

describe('an answer that was read', () => {
  it.each([
    ['کشتی انزلی چند مسافر داشت؟', '۱۴۲ مسافر'],
    ['اسم ناخدای کشتی انزلی چیه', 'بهرام کاشانی'],
    ['كم كلف بناء جسر وادي الزهور؟', '12 مليون دينار'],
    ['كم يبلغ طول جسر وادي الزهور؟', '640 مترا'],
    ['مين افتتح جسر وادي الزهور', 'سامر الحلبي'],
    ['متى افتتح جسر وادي الزهور؟', 'صباح الأربعاء'],
  ])('to «%s» names «%s»', async (question, words) => {
    const { citations, reading: read } = await ask(question)
    const [
      { quote, start, span, highlights } = { quote: '', start: 0, span: null, highlights: [] },
    ] = citations
    expect(span).not.toBeNull()
    const named = quote.slice(span!.start - start, span!.end - start)
    expect(words).toContain(named.replace(/^وزير النقل /u, ''))
    expect(highlights).toEqual([{ start: span!.start - start, end: span!.end - start }])
    expect(read).toEqual({ passages: expect.any(Number), reason: null })
    expect(read.passages).toBeGreaterThan(0)
  })

  it('tells in an explanation what was read, and how surely', async () => {
    const { reading: read } = await archive.ask({
      question: 'کشتی انزلی چند مسافر داشت؟',
      explain: true,
    })
    expect(read.sentences?.[0]).toMatchObject({ articleId: 'ferry', logOdds: expect.any(Number) })
    expect(read.belief).toMatchObject({ probability: expect.any(Number) })
  })
})

describe('without a reader', () => {
  it('answers go on, and it is said why', async () => {
    const problems: unknown[] = []
    const broken = mkdtempSync(join(tmpdir(), 'rawi-reader-'))
    writeFileSync(join(broken, 'reader.json'), '{')
    const other = await openArchive({
      database: corpus.database,
      embedding: null,
      reading: broken,
      onProblem: (problem) => problems.push(problem),
    })
    const reason = expect.stringContaining('cannot be used')
    expect(problems).toMatchObject([{ code: 'READER_UNAVAILABLE' }])
    expect(await other.status()).toMatchObject({ reader: null, readerReason: reason })
    const document = documentFromResult(await other.ask({ question: 'کشتی انزلی چند مسافر داشت؟' }))
    expect(document).toMatchObject({
      verdict: 'answer',
      citations: [{ articleId: 'ferry', span: null }],
      reading: { passages: 0, reason },
    })
    await other.close()
    rmSync(broken, { recursive: true })
  })

  it('a question in a language that it does not read is answered all the same, and it is said why', async () => {
    const { verdict, reading: read } = await ask('Anzali feribotu kaç yolcu taşıyordu?')
    expect(['answer', 'refusal']).toContain(verdict)
    expect(read).toEqual({ passages: 0, reason: expect.stringContaining('in this language') })
  })

  it('a reader that fails in the middle of a question takes no answer along', async () => {
    const engine = openEmbeddedEngine({ database: corpus.database })
    const failing: Reader = {
      name: 'failing',
      fingerprint: 'failing',
      read: async () => {
        throw new RawiError('READER_UNAVAILABLE', 'The graph could not be run.')
      },
      close: async () => undefined,
    }
    const answerer = createAnswerer({ embedder: null, reader: failing })
    const question = { text: 'کشتی انزلی چند مسافر داشت؟', language: 'fa' }
    const snapshot = await engine.snapshot()
    const considered = await answerer.consider(question, snapshot)
    expect(considered.read).toEqual({ passages: 0, reason: expect.stringContaining('failed') })
    expect(await answerer.conclude(question, considered, snapshot)).toMatchObject({
      kind: 'answer',
      citations: [{ articleId: 'ferry' }],
    })
    await engine.close()
  })

  it('questions behind which others wait are answered without reading', async () => {
    const beside = await openArchiveProcess({ database: corpus.database, embedding: null, reading })
    const asked = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((caller) =>
        beside.ask({ question: 'کشتی انزلی چند مسافر داشت؟' }, { caller }),
      ),
    )
    for (const { verdict } of asked)
      expect(verdict).toMatchObject({ kind: 'answer', citations: [{ articleId: 'ferry' }] })
    const reasons = asked.map(({ reading: read }) => read.reason)
    expect(reasons.filter((reason) => reason?.includes('waited') === true)).toHaveLength(4)
    expect(asked.at(-1)?.reading).toMatchObject({ reason: null })
    await beside.close()
  })

  it('a setting of none is no fault', async () => {
    const other = await openArchive({ database: corpus.database, embedding: null })
    expect(await other.status()).toMatchObject({ readerReason: 'No reading model is set.' })
    await other.close()
  })
})
