import { describe, expect, it } from 'vitest'
import { articlesOf, readFiles, refusalsOf } from '../temporary-corpus.ts'

const body =
  'زرع أهالي القرية مئتي شتلة زيتون على سفح التل بعد مطر الأسبوع الماضي.\nوقالت نادية الأشقر إن الشتلات ستُسقى من بئر القرية حتى الربيع.'
const html = body
  .split('\n')
  .map((line) => `<p>${line}</p>`)
  .join('\n')
const [first = '', second = ''] = body.split('\n')
const title = 'زيتون على التل'
const url = 'https://tall.example/1'

async function read(value: unknown, name = 'a.json') {
  const content = typeof value === 'string' ? value : JSON.stringify(value)
  return readFiles({ [name]: content })
}

const message = (id: number, text: unknown) => ({
  id,
  type: 'message',
  date: '2023-11-02T07:00:00',
  text,
})

describe('readCorpusFile on the records of exports', () => {
  it.each<[string, unknown]>([
    [
      'news-please',
      {
        title,
        maintext: body,
        date_publish: '2023-11-02 07:00:00',
        source_domain: 'tall.example',
        url,
        description: null,
      },
    ],
    [
      'a summary set',
      {
        title,
        article: body,
        summary: first,
        network: 'tall.example',
        link: url,
        date: '2023-11-02',
      },
    ],
    [
      'WordPress',
      [
        {
          id: 5,
          date: '2023-11-02T07:00:00',
          link: url,
          title: { rendered: title },
          content: { rendered: html, protected: false },
          excerpt: { rendered: '' },
          publisher: 'tall.example',
        },
      ],
    ],
    [
      'a list inside an answer',
      {
        status: 'ok',
        articles: [
          {
            source: { id: null, name: 'tall.example' },
            title,
            url,
            publishedAt: '2023-11-02T07:00:00Z',
            content: body,
          },
        ],
      },
    ],
    [
      'a search engine’s hits',
      {
        took: 1,
        hits: {
          total: 1,
          hits: [
            {
              _index: 'news',
              _id: '5',
              _source: { title, text: body, url, date: '2023-11-02', source: 'tall.example' },
            },
          ],
        },
      },
    ],
    [
      'a dump of an index',
      {
        _index: 'news',
        _id: '5',
        _source: { title, content: html, url, published: '2023-11-02', outlet: 'tall.example' },
      },
    ],
    [
      'a JSON feed',
      {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'tall.example',
        items: [
          { id: '5', url, title, content_html: html, date_published: '2023-11-02T07:00:00Z' },
        ],
      },
    ],
    [
      'a feed turned to JSON',
      {
        rss: {
          channel: {
            title: 'tall.example',
            item: [
              {
                title,
                link: url,
                guid: { '#text': '5' },
                pubDate: 'Thu, 02 Nov 2023 07:00:00 +0000',
                'content:encoded': html,
                description: first.slice(0, 20),
              },
            ],
          },
        },
      },
    ],
    [
      'names in capitals',
      { TITLE: title, BODY: body, URL: url, DATE: '2023-11-02', SOURCE: 'tall.example' },
    ],
    [
      'trafilatura',
      {
        title,
        text: body,
        source: url,
        hostname: 'x',
        'source-hostname': 'tall.example',
        date: '2023-11-02',
        raw_text: 'x',
      },
    ],
    [
      'a document database',
      {
        _id: { $oid: '5f' },
        title,
        body,
        url,
        source: 'tall.example',
        date: { $date: '2023-11-02T07:00:00Z' },
      },
    ],
    [
      'paragraphs with their kinds',
      {
        url,
        title,
        date: '2023-11-02',
        source: 'tall.example',
        category: { original: 'x' },
        content: body.split('\n').map((text) => ({ type: 'p', text })),
      },
    ],
    [
      'the blocks of an editor',
      {
        title,
        url,
        date: '2023-11-02',
        source: 'tall.example',
        body: { blocks: body.split('\n').map((text) => ({ type: 'paragraph', data: { text } })) },
      },
    ],
    [
      'a document tree',
      {
        title,
        url,
        date: '2023-11-02',
        source: 'tall.example',
        content: {
          type: 'doc',
          content: body.split('\n').map((text) => ({
            type: 'paragraph',
            content: [
              { type: 'text', text: text.slice(0, 9) },
              { type: 'text', marks: [{ type: 'bold' }], text: text.slice(9) },
            ],
          })),
        },
      },
    ],
    [
      'fields beside the record',
      {
        data: {
          id: '5',
          attributes: {
            headline: title,
            bodyText: body,
            webUrl: url,
            webPublicationDate: '2023-11-02T07:00:00Z',
            publication: 'tall.example',
          },
        },
      },
    ],
    [
      'names in Arabic',
      { العنوان: title, النص: body, المصدر: 'tall.example', التاريخ: '2023-11-02', link: url },
    ],
    [
      'markup that was escaped once more',
      {
        title,
        url,
        date: '2023-11-02',
        source: 'tall.example',
        content: html.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      },
    ],
    [
      'paragraphs parted by blank lines, with inline markup',
      {
        title,
        url,
        date: '2023-11-02',
        source: 'tall.example',
        content: `<strong>${first}</strong>\r\n\r\n<a href="/x">${second.slice(0, 9)}</a>${second.slice(9)}`,
      },
    ],
    [
      'signs for line breaks',
      {
        title,
        url,
        date: '2023-11-02',
        source: 'tall.example',
        article: body.replace('\n', '[n]'),
      },
    ],
  ])('reads %s', async (_, value) => {
    const items = await read(value)
    expect(refusalsOf(items)).toEqual([])
    expect(articlesOf(items)).toMatchObject([{ title, url, source: 'tall.example', text: body }])
    expect(articlesOf(items)[0]?.publishedAt?.slice(0, 10)).toBe('2023-11-02')
  })

  it('reads the messages of a chat that are texts, without what was struck in them', async () => {
    const chat = {
      name: 'قناة التل',
      type: 'public_channel',
      id: 77,
      messages: [
        { id: 1, type: 'service', action: 'create_channel' },
        message(2, [
          { type: 'bold', text: title },
          `\n\n${first} `,
          { type: 'strikethrough', text: 'وماتت كلها. ' },
          { type: 'link', text: url },
        ]),
        message(3, ''),
        message(4, second),
      ],
    }
    const items = await read(chat)
    expect(refusalsOf(items)).toEqual([])
    expect(articlesOf(items)).toMatchObject([
      {
        id: '77/2',
        title,
        source: 'قناة التل',
        publishedAt: '2023-11-02',
        text: `${title}\n${first} ${url}`,
      },
      { id: '77/4', text: second },
    ])
  })

  it('reads lines of JSON in a file that is called .json, and records kept by their ids', async () => {
    const lines = [
      { title, text: first },
      { title, text: second },
    ].map((line) => JSON.stringify(line))
    expect(articlesOf(await read(lines.join('\n'))).map(({ text }) => text)).toEqual([
      first,
      second,
    ])
    const byId = { n1: { title, text: first }, n2: { title, text: second } }
    expect(articlesOf(await read(byId)).map(({ id }) => id)).toEqual(['n1', 'n2'])
  })

  it('refuses a record whose text stands under a name it does not know, and names the fields', async () => {
    const items = await read({ title, summary: 'ملخص', shortNote: body, date: '2023-11-02' })
    expect(articlesOf(items)).toEqual([])
    expect(refusalsOf(items)).toMatchObject([{ reason: 'no-body' }])
    for (const named of ['"shortNote"', '"summary"', 'articleBody', 'content'])
      expect(refusalsOf(items)[0]?.detail).toContain(named)
    const line = await read({ headline: title, nass: body }, 'a.jsonl')
    expect(refusalsOf(line)).toMatchObject([{ reason: 'no-body', line: 1 }])
  })

  it('takes a record that is no more than its summary', async () => {
    expect(articlesOf(await read({ title, description: first }))).toMatchObject([{ text: first }])
  })

  it('takes no comments for articles', async () => {
    const items = await read({ title, comments: [{ text: first }, { text: second }] })
    expect(articlesOf(items)).toEqual([])
    expect(refusalsOf(items)).toMatchObject([{ reason: 'no-body' }])
  })

  it('keeps what only looks like markup', async () => {
    const text =
      'The minister said this was <not in any way> a promise, <not-now> or <ever>, between <a> and <b>, and that 3 < 5 > 2.'
    expect(articlesOf(await read({ text }))).toMatchObject([{ text }])
    expect(articlesOf(await read({ text: `<p>${text}</p>` }))).toMatchObject([{ text }])
    expect(
      articlesOf(await readFiles({ 'a.txt': text, 'b.md': text })).map((article) => article.text),
    ).toEqual([text, text])
  })

  it('takes links to other articles out of a body, wherever they stand', async () => {
    const related = `<p>${first} <a href="/2">اقرأ أيضاً: مطر في الوادي</a></p><p><strong>شاهد أيضا:</strong> <a href="/3">حريق في الغابة</a></p><ul><li><a href="/4">الحافلة تصل متأخرة</a></li></ul><p>${second}</p>`
    expect(articlesOf(await read({ title, content: related }))).toMatchObject([{ text: body }])
  })
})
