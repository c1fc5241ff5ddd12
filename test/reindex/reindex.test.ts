import { execFileSync } from 'node:child_process'
import { chmodSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbedder } from '../../core/semantic/index.ts'
import { createIndexWriter } from '../../core/engine/index.ts'
import { writeTinyModel } from '../semantic/tiny-model.ts'
import { contentOf, createCorpusFolder, type CorpusFolder } from './corpus-folder.ts'

let corpus: CorpusFolder
beforeEach(() => {
  corpus = createCorpusFolder()
})
afterEach(() => corpus.destroy())

const run: CorpusFolder['reindex'] = (options) => corpus.reindex(options)

const flood = '# سيول في وادي حضرموت\n\nجرفت السيول ثلاثة جسور في وادي حضرموت فجر الجمعة.\n'
const film = '# جایزه‌ای برای یک فیلم کوتاه\n\nفیلم کوتاه «باران» در جشنواره‌ی شیراز برنده شد.\n'
const port =
  '# Port reopens\n\nThe port of Bandar Abbas took in its first ship after a week of storms.\n'

const writeThree = () => {
  corpus.write('flood.md', flood)
  corpus.write('film.md', film)
  corpus.write('port.md', port)
}

/** What an outlet puts under each of its articles. */
const footer = 'تابعوا بريد الوادي كل صباح'

function writeReport(n: number): void {
  corpus.write(`${n}.json`, {
    title: `تقرير ${n}`,
    source: 'بريد الوادي',
    text: `زار الوفد القرية رقم ${n} يوم السبت.\n${footer}`,
  })
}

function withFooter(): number {
  return contentOf(corpus.database).articles.filter(({ text }) => text.includes(footer)).length
}

describe('reindex', () => {
  it('publishes what lies in the folder', async () => {
    writeThree()
    const report = await run()
    expect(report).toMatchObject({
      generation: 1,
      published: true,
      articles: { total: 3, added: 3, changed: 0, removed: 0, unchanged: 0 },
      passages: 3,
      refused: [],
      mode: 'keyword-only',
    })
    const { articles } = contentOf(corpus.database)
    expect(articles.map(({ id }) => id)).toEqual(['film', 'flood', 'port'])
    expect(articles[1]!.title).toBe('سيول في وادي حضرموت')
  })

  it('publishes nothing when nothing changed, and says so', async () => {
    writeThree()
    await run()
    corpus.write('port.md', port)
    expect(await run()).toMatchObject({
      generation: 1,
      published: false,
      articles: { total: 3, added: 0, changed: 0, removed: 0, unchanged: 3 },
    })
  })

  it('counts what was added, changed and removed', async () => {
    writeThree()
    await run()
    corpus.write('film.md', film.replace('شیراز', 'اصفهان'))
    corpus.remove('flood.md')
    corpus.write('new/snow.md', '# Snow\n\nSnow closed the pass above Tochal on Sunday night.\n')
    expect(await run()).toMatchObject({
      generation: 2,
      published: true,
      articles: { total: 3, added: 1, changed: 1, removed: 1, unchanged: 1 },
    })
    expect(contentOf(corpus.database).articles.map(({ id }) => id)).toEqual([
      'film',
      'new/snow',
      'port',
    ])
  })

  it('takes up a change of the metadata beside a file', async () => {
    writeThree()
    await run()
    corpus.write('port.meta.json', { source: 'Gulf Courier', publishedAt: '2023-02-01' })
    expect((await run()).articles).toMatchObject({ changed: 1, unchanged: 2 })
    expect(contentOf(corpus.database).articles[2]).toMatchObject({
      source: 'Gulf Courier',
      publishedAt: '2023-02-01',
    })
  })

  it('publishes an empty generation for an empty folder', async () => {
    expect(await run()).toMatchObject({ generation: 1, published: true, passages: 0 })
    expect((await run()).published).toBe(false)
  })

  it('writes nothing in a dry run, and tells the same', async () => {
    writeThree()
    expect(await run({ dryRun: true })).toMatchObject({
      generation: null,
      published: false,
      articles: { total: 3, added: 3 },
    })
    await run()
    corpus.remove('port.md')
    corpus.write('film.md', `${film}\nداوران از آن ستایش کردند.\n`)
    const before = contentOf(corpus.database)
    expect((await run({ dryRun: true })).articles).toEqual({
      total: 2,
      added: 0,
      changed: 1,
      removed: 1,
      unchanged: 1,
    })
    expect(contentOf(corpus.database)).toEqual(before)
  })

  it('builds everything anew when told to', async () => {
    writeThree()
    await run()
    const before = contentOf(corpus.database)
    expect(await run({ full: true })).toMatchObject({
      generation: 2,
      articles: { total: 3, added: 0, changed: 3, removed: 0, unchanged: 0 },
    })
    expect(contentOf(corpus.database)).toEqual(before)
  })

  it('embeds every passage, and builds anew when the model changes', async () => {
    writeThree()
    const folder = `${corpus.folder}/../model`
    await writeTinyModel(folder, { output: 'pooled' })
    const embedder = await openEmbedder({ model: folder, cacheFolder: folder, hub: '' })
    await run()
    const report = await run({ embedder })
    await embedder!.close()
    expect(report).toMatchObject({ mode: 'hybrid', articles: { changed: 3, unchanged: 0 } })
    const { info, articles } = contentOf(corpus.database)
    expect(info.embedder).toBe(embedder!.fingerprint)
    for (const { passages } of articles) {
      for (const { vector } of passages) expect(vector).toHaveLength(8)
    }
    expect((await run()).articles.changed).toBe(3)
    expect(contentOf(corpus.database).info.embedder).toBeNull()
  })

  it('refuses the second of two articles of one id, naming both, until the first is gone', async () => {
    const first = corpus.write('a.json', { id: 'x', title: 'First', text: 'The first of two.' })
    const second = corpus.write('b.json', { id: 'x', title: 'Second', text: 'The second of two.' })
    const report = await run()
    expect(report.articles.total).toBe(1)
    expect(report.refused).toMatchObject([{ path: second, reason: 'duplicate-id' }])
    expect(report.refused[0]!.detail).toContain(first)
    expect((await run()).refused).toEqual(report.refused)

    corpus.remove('a.json')
    expect(await run()).toMatchObject({ articles: { total: 1, changed: 1 }, refused: [] })
    expect(contentOf(corpus.database).articles[0]!.title).toBe('Second')

    corpus.write('a.json', { id: 'x', title: 'First', text: 'The first of two.' })
    expect(await run()).toMatchObject({ articles: { changed: 1 }, refused: [{ path: second }] })
    expect(contentOf(corpus.database).articles[0]!.title).toBe('First')
  })

  it('lets the first by path hold an id, in whichever order the folders are named', async () => {
    const first = corpus.write('a/x.json', { id: 'x', title: 'First', text: 'The first of two.' })
    corpus.write('b/x.json', { id: 'x', title: 'Second', text: 'The second of two.' })
    const folders = [`${corpus.folder}/b`, `${corpus.folder}/a`]
    const report = await run({ folders })
    expect(report.refused).toMatchObject([{ detail: expect.stringContaining(first) }])
    expect(contentOf(corpus.database).articles[0]!.title).toBe('First')
  })

  it('leaves an id with the first by path while that one cannot be read', async () => {
    const held = '---\nid: port\ntitle: First\n---\nThe port of Tyre took in its first ship.\n'
    const path = corpus.write('port.md', held)
    await run()
    const second = corpus.write('second.json', { id: 'port', text: 'The second of two.' })
    chmodSync(path, 0)
    utimesSync(path, 1, 1)
    const { refused } = await asOrdinaryUser(corpus, run)
    expect(refused).toMatchObject([
      { path, reason: 'unreadable' },
      { path: second, reason: 'duplicate-id' },
    ])
    expect(contentOf(corpus.database).articles[0]!.text).toContain('first ship')
  })

  it('takes no day beyond tomorrow for a day of publication', async () => {
    const text = 'The port of Tyre took in its first ship.'
    corpus.write('a.json', { text, date: '2024-07-27' })
    corpus.write('b.json', { text: `${text} b`, date: '2024-07-28' })
    corpus.write('c.json', { text: `${text} c`, date: '9999-12-31' })
    corpus.write('d.txt', `Published: 3 May 2031\n${text} d`)
    corpus.write('e.txt', `${text} e`)
    corpus.write('e.meta.json', { publishedAt: '2026-01-01' })
    await run()
    const days = contentOf(corpus.database).articles.map(({ publishedAt }) => publishedAt)
    expect(days).toEqual(['2024-07-27', null, null, null, null])
  })

  it('takes a line out of all articles of an outlet once it recurs, and puts it back when it does not', async () => {
    for (let n = 1; n <= 4; n++) writeReport(n)
    await run()
    expect(withFooter()).toBe(4)
    writeReport(5)
    expect((await run()).articles).toMatchObject({ added: 1, changed: 4 })
    expect(withFooter()).toBe(0)
    corpus.remove('2.json')
    expect((await run()).articles).toMatchObject({ removed: 1, changed: 4 })
    expect(withFooter()).toBe(4)
  })

  it('keeps what stands of a file that cannot be read now', async () => {
    writeThree()
    await run()
    const path = corpus.write('port.md', port)
    chmodSync(path, 0)
    const report = await asOrdinaryUser(corpus, run)
    expect(report).toMatchObject({ published: false, articles: { total: 3 } })
    expect(report.refused).toMatchObject([{ path, reason: 'unreadable' }])
  })

  it('takes a line that recurs out of a file that could not be read when it began to, once it can', async () => {
    const harbour = `---\ntitle: الميناء\nsource: بريد الوادي\n---\nاستقبل الميناء أول سفينة بعد العاصفة.\n\n${footer}\n`
    const path = corpus.write('port.md', harbour)
    for (let n = 1; n <= 4; n++) writeReport(n)
    await run()
    expect(withFooter()).toBe(0)
    corpus.remove('4.json')
    await run()
    expect(withFooter()).toBe(4)
    writeReport(4)
    chmodSync(path, 0)
    await asOrdinaryUser(corpus, run)
    expect(withFooter()).toBe(1)
    chmodSync(path, 0o644)
    writeReport(5)
    await run()
    expect(withFooter()).toBe(0)
  })

  it('goes on with the work of a run that was stopped', async () => {
    writeThree()
    await run()
    for (let n = 0; n < 40; n++) {
      corpus.write(`more-${n}.txt`, `تقرير رقم ${n}: وصلت ${n} شاحنة إلى الميناء يوم الأحد.`)
    }
    const stop = new AbortController()
    const stopped = run({
      signal: stop.signal,
      onProgress: ({ phase, done }) => {
        if (phase === 'indexing' && done === 20) stop.abort()
      },
    })
    await expect(stopped).rejects.toThrow('aborted')
    expect(contentOf(corpus.database).info.articles).toBe(3)
    expect(await run()).toMatchObject({
      generation: 2,
      articles: { total: 43, added: 40, changed: 0, removed: 0, unchanged: 3 },
    })
  })

  it('says that another run is at work', async () => {
    writeThree()
    await run()
    const writer = createIndexWriter({
      database: corpus.database,
      embedder: null,
      pipeline: 'one',
      now: () => new Date(),
    })
    await expect(run()).rejects.toMatchObject({ code: 'INDEX_BUSY' })
    writer.close()
    expect((await run()).published).toBe(false)
  })

  it('lets the event loop turn while it works', async () => {
    const article = 'وصلت قافلة من المساعدات إلى المدينة بعد أسبوع من الانتظار. '.repeat(60)
    const lines = Array.from({ length: 250 }, (_, n) =>
      JSON.stringify({ id: `n${n}`, title: `خبر ${n}`, text: `${article} ${n}` }),
    )
    corpus.write('many.jsonl', lines.join('\n'))
    let turns = 0
    const timer = setInterval(() => (turns += 1), 5)
    await run()
    clearInterval(timer)
    expect(turns).toBeGreaterThan(10)
  })
})

/** The superuser may read everything: a run of such a user lends itself to another. */
async function asOrdinaryUser<T>({ folder }: CorpusFolder, work: () => Promise<T>): Promise<T> {
  const isSuperuser = process.geteuid?.() === 0
  if (!isSuperuser) return work()
  execFileSync('chmod', ['-R', 'a+rwX', dirname(folder)])
  execFileSync('chmod', ['0', join(folder, 'port.md')])
  process.seteuid?.(65_534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}
