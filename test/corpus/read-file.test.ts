import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { CorpusFile } from '../../core/corpus/index.ts'
import { hashFile, listCorpusFiles, readCorpusFile } from '../../core/corpus/index.ts'
import { articlesOf, readFiles, refusalsOf, temporaryCorpus } from './temporary-corpus.ts'

const report =
  'افتتحت البلدية صباح اليوم الجسر الجديد فوق النهر.\nوعبره مئات السكان سيراً على الأقدام بعد ثلاث سنوات من الانتظار.'

async function fileIn(folder: string): Promise<CorpusFile> {
  for await (const file of listCorpusFiles([folder])) if (file.kind === 'file') return file
  throw new Error('no file')
}

async function only(files: Readonly<Record<string, string | Uint8Array>>) {
  const items = await readFiles(files)
  const item = items[0]
  if (items.length !== 1 || item?.kind !== 'article') throw new Error(JSON.stringify(items))
  return item
}

async function contentHash(record: object): Promise<string> {
  const { contentHash: hash } = await only({
    'a.json': JSON.stringify({ id: 'x', text: 'One.', ...record }),
  })
  return hash
}

async function fileHash(files: Readonly<Record<string, string>>) {
  return hashFile(await fileIn(await temporaryCorpus(files)))
}

describe('readCorpusFile', () => {
  it('reads plain text and stands its first sentence in for a title', async () => {
    const { article } = await only({ 'sub/jisr.txt': report })
    expect(article).toMatchObject({
      id: 'sub/jisr',
      title: 'افتتحت البلدية صباح اليوم الجسر الجديد فوق النهر.',
      text: report,
      source: null,
      url: null,
      publishedAt: null,
      language: 'ar',
      foundBy: { title: 'text', source: null, publishedAt: null, language: 'letters' },
    })
  })

  it('reads Markdown with front matter', async () => {
    const { article } = await only({
      'a.md': `---\ntitle: پل تازه\nsource: روزنامهٔ رواق\nurl: https://example.org/pol\npublishedAt: ۲۵ مهر ۱۳۹۸\nlanguage: fa-IR\nid: pol-1\n---\n\n# پل تازه\n\nپل **تازه** روی [رودخانه](https://example.org) باز شد.\n\n- نخست پیاده‌ها گذشتند.\n`,
    })
    expect(article).toEqual({
      id: 'pol-1',
      title: 'پل تازه',
      text: 'پل تازه روی رودخانه باز شد.\nنخست پیاده‌ها گذشتند.',
      source: 'روزنامهٔ رواق',
      url: 'https://example.org/pol',
      publishedAt: '2019-10-17',
      language: 'fa',
      foundBy: {
        title: 'front-matter',
        source: 'front-matter',
        publishedAt: 'front-matter',
        language: 'front-matter',
      },
    })
  })

  it('reads records of JSON lines, packed, under the names of news exports and of BEIR', async () => {
    const lines = [
      {
        id: 'n1',
        lang: 'ar',
        source: 'الشرفة',
        url: 'http://example.org/1',
        date: '2018-02-18',
        title: 'جسر',
        lead: 'افتتحت البلدية صباح اليوم الجسر الجديد فوق',
        body: report,
      },
      { _id: 'd7', title: '', text: 'The harbour bridge opened on Monday.' },
      {
        headline: 'Bridge',
        articleBody: ['First part.', 'Second part.'],
        publisher: { name: 'Harbour Wire' },
        datePublished: 'Wed, 21 Oct 2015 07:28:00 +0300',
        inLanguage: 'en',
        description: 'A summary that says more.',
      },
    ]
    const jsonl = lines.map((line) => JSON.stringify(line)).join('\n\n')
    const articles = articlesOf(await readFiles({ 'news.jsonl.gz': gzipSync(jsonl) }))
    expect(
      articles.map(({ id, title, source, publishedAt, language }) => ({
        id,
        title,
        source,
        publishedAt,
        language,
      })),
    ).toEqual([
      { id: 'n1', title: 'جسر', source: 'الشرفة', publishedAt: '2018-02-18', language: 'ar' },
      {
        id: 'd7',
        title: 'The harbour bridge opened on Monday.',
        source: null,
        publishedAt: null,
        language: 'en',
      },
      {
        id: 'news#5',
        title: 'Bridge',
        source: 'Harbour Wire',
        publishedAt: '2015-10-21T07:28:00+03:00',
        language: 'en',
      },
    ])
    expect(articles.map(({ text }) => text)).toEqual([
      report,
      'The harbour bridge opened on Monday.',
      'A summary that says more.\nFirst part.\nSecond part.',
    ])
  })

  it('reads a JSON file of one record or of a list, and names the entries that are none', async () => {
    const items = await readFiles({
      'list.json': JSON.stringify([{ text: 'One.' }, 7, { text: 'Three.' }]),
      'one.json': JSON.stringify({ text: 'Only.' }),
    })
    expect(articlesOf(items).map(({ id }) => id)).toEqual(['list#1', 'list#3', 'one'])
    expect(refusalsOf(items)).toMatchObject([{ reason: 'malformed', line: 2 }])
  })

  it('goes on after a broken line, and says which it was', async () => {
    const items = await readFiles({
      'a.jsonl': '{"text":"One."}\n{"text":\n[]\n{"text":"   "}\n{"text":"Five."}',
    })
    expect(articlesOf(items).map(({ id }) => id)).toEqual(['a#1', 'a#5'])
    expect(refusalsOf(items).map(({ reason, line }) => [reason, line])).toEqual([
      ['malformed', 2],
      ['malformed', 3],
      ['empty', 4],
    ])
  })

  it('lets the sidecar win, and keeps what it does not say', async () => {
    const { article } = await only({
      'a.md': '---\ntitle: Old title\nsource: Harbour Wire\n---\nThe bridge opened.',
      'a.meta.json': JSON.stringify({
        title: 'New title',
        publishedAt: '2020-03-12',
        language: 'en',
      }),
    })
    expect(article).toMatchObject({
      title: 'New title',
      source: 'Harbour Wire',
      publishedAt: '2020-03-12',
      foundBy: {
        title: 'sidecar',
        source: 'front-matter',
        publishedAt: 'sidecar',
        language: 'sidecar',
      },
    })
  })

  it.each([
    ['that is no JSON', '{', 'Not JSON'],
    ['that is no object', '[]', 'Not a JSON object'],
    ['with a field that is no text', '{"source":{"a":1},"title":"Bridge"}', '"source" is no text'],
  ])('reads an article whose sidecar is one %s', async (_, sidecar, problem) => {
    const items = await readFiles({ 'a.txt': 'The bridge opened.', 'a.meta.json': sidecar })
    expect(articlesOf(items)).toHaveLength(1)
    expect(refusalsOf(items)).toMatchObject([{ reason: 'sidecar-invalid' }])
    expect(refusalsOf(items)[0]?.detail).toContain(problem)
  })

  it('uses no metadata that cannot be right, and says so', async () => {
    const { article, notes } = await only({
      'a.json': JSON.stringify({
        text: report,
        url: 'javascript:alert(1)',
        date: '2015-02-30',
        lang: '??',
      }),
    })
    expect(article).toMatchObject({ url: null, publishedAt: null, language: 'ar' })
    expect(notes).toEqual([
      'language not used: ??',
      'date not used: 2015-02-30',
      'url not used: no web address',
    ])
  })

  it('cleans what no reader can see, and keeps the joiners of Persian', async () => {
    const { article, notes } = await only({
      'a.json':
        '{"text":"\\u202eمی\\u200cرود\\u202c به\\u0000 خانه \\ud800.\\r\\nو \\u2066باز\\u2069 می\\u200cگردد."}',
    })
    expect(article.text).toBe('می‌رود به خانه \ufffd.\nو باز می‌گردد.')
    expect(notes).toEqual([
      'lone surrogates replaced',
      'control characters removed',
      'bidi overrides removed',
    ])
  })

  it('gives one hash to one content and another to each change', async () => {
    const first = await contentHash({})
    expect(await contentHash({ unknown: 'field' })).toBe(first)
    expect(await contentHash({ text: 'Two.' })).not.toBe(first)
    expect(await contentHash({ source: 'Harbour Wire' })).not.toBe(first)
    expect(await contentHash({ date: '2020-03-12' })).not.toBe(first)
  })

  it('names a file that was changed while it was read', async () => {
    const folder = await temporaryCorpus({
      'a.jsonl': `${JSON.stringify({ text: 'One more line. '.repeat(7000) })}\n`.repeat(30),
    })
    const seen: string[] = []
    for await (const item of readCorpusFile(await fileIn(folder))) {
      if (seen.length === 0) await appendFile(join(folder, 'a.jsonl'), '{"text":"More."}\n')
      seen.push(item.kind === 'refused' ? item.reason : 'article')
    }
    expect(seen.at(-1)).toBe('changed')
  })

  it('names a file that has gone since it was listed', async () => {
    const folder = await temporaryCorpus({ 'a.txt': 'One.' })
    const file = { ...(await fileIn(folder)), path: join(folder, 'gone.txt') }
    expect(await Array.fromAsync(readCorpusFile(file))).toMatchObject([{ reason: 'unreadable' }])
  })
})

describe('hashFile', () => {
  it('changes with the file, with its sidecar, and with the coming of one', async () => {
    const hashes = await Promise.all([
      fileHash({ 'a.txt': 'One.' }),
      fileHash({ 'a.txt': 'Two.' }),
      fileHash({ 'a.txt': 'One.', 'a.meta.json': '{}' }),
      fileHash({ 'a.txt': 'One.', 'a.meta.json': '{ }' }),
    ])
    expect(new Set(hashes).size).toBe(4)
    expect(await fileHash({ 'a.txt': 'One.' })).toBe(hashes[0])
  })
})
