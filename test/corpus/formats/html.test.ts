import { describe, expect, it } from 'vitest'
import { articlesOf, readFiles, refusalsOf } from '../temporary-corpus.ts'

const paragraphs = [
  'افتتحت البلدية صباح اليوم الجسر الجديد فوق النهر بعد ثلاث سنوات من العمل، بحضور مئات السكان.',
  'وقال رئيس البلدية إن الجسر يختصر الطريق بين الضفتين من نصف ساعة إلى دقائق معدودة.',
  'ويبلغ طول الجسر أربعمئة متر، وقد بني من الحجر والفولاذ على أيدي مهندسين من المدينة.',
]

function page({ head = '', body = '' }: { head?: string; body?: string } = {}): string {
  return `<!doctype html><html lang="ar" dir="rtl"><head><title>الجسر - الشرفة</title>${head}</head><body>
<nav><a href="/">الرئيسية</a></nav><article><h1>افتتاح الجسر</h1>${body}
${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>
<script>document.title = 'x'</script><aside>الأكثر قراءة <a href="/b">خبر آخر</a></aside></body></html>`
}

function withBody(articleBody: string): string {
  const script = JSON.stringify({ '@type': 'Article', articleBody })
  return page({ head: `<script type="application/ld+json">${script}</script>` })
}

async function read(html: string) {
  const [article] = articlesOf(await readFiles({ 'a.html': html }))
  return article
}

describe('readCorpusFile on pages', () => {
  it('takes metadata from JSON-LD first and leaves the page around the article', async () => {
    const graph = {
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        {
          '@type': ['NewsArticle'],
          headline: 'افتتاح الجسر الجديد',
          datePublished: '2021-03-04T10:00:00+02:00',
          publisher: { name: 'الشرفة' },
          url: 'https://example.org/jisr',
        },
      ],
    }
    const head = `<meta property="og:title" content="آخر"><script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(graph)}</script>`
    expect(await read(page({ head }))).toEqual({
      id: 'a',
      title: 'افتتاح الجسر الجديد',
      text: ['افتتاح الجسر', ...paragraphs].join('\n'),
      source: 'الشرفة',
      url: 'https://example.org/jisr',
      publishedAt: '2021-03-04T10:00:00+02:00',
      language: 'ar',
      foundBy: {
        title: 'json-ld',
        source: 'json-ld',
        publishedAt: 'json-ld',
        language: 'html-meta',
      },
    })
  })

  it('takes metadata from meta tags, and the time from its element', async () => {
    const head =
      '<meta property="og:title" content="افتتاح الجسر"><meta property="og:site_name" content="الشرفة"><link rel="canonical" href="https://example.org/jisr">'
    const article = await read(page({ head, body: '<time datetime="2021-03-04">أمس</time>' }))
    expect(article).toMatchObject({
      title: 'افتتاح الجسر',
      source: 'الشرفة',
      url: 'https://example.org/jisr',
      publishedAt: '2021-03-04',
      foundBy: { title: 'html-meta', source: 'html-meta', publishedAt: 'html-meta' },
    })
  })

  it('keeps the page’s text where the articleBody is a teaser, and takes it where it is whole', async () => {
    const teaser = await read(withBody(`${paragraphs[0]!.slice(0, 60)}…`))
    expect(teaser?.text.split('\n').slice(-3)).toEqual(paragraphs)
    const addition =
      'وسيفتح الجسر للسيارات في الربيع المقبل بعد انتهاء الفحص، كما قال المهندس المشرف على العمل.'
    const whole = await read(withBody([...paragraphs, addition].join('\n\n')))
    expect(whole?.text).toBe([...paragraphs, addition].join('\n'))
  })

  it.each(['javascript:alert(1)', '/relative/path'])('hands on no link like %s', async (href) => {
    expect((await read(page({ head: `<link rel="canonical" href="${href}">` })))?.url).toBeNull()
  })

  it('reads a fragment and markup that is broken', async () => {
    expect((await read(`<p>${paragraphs[0]}<b><p>${paragraphs[1]}</i>`))?.text).toBe(
      paragraphs.slice(0, 2).join('\n'),
    )
  })

  it('expands no entity of a document type', async () => {
    const bomb = Array.from(
      { length: 30 },
      (_, at) => `<!ENTITY e${at} "${at === 0 ? 'x' : `&e${at - 1};&e${at - 1};`}">`,
    )
    const article = await read(
      `<!DOCTYPE html [${bomb.join('')}]><html><body><p>${paragraphs[0]} &e29;</p></body></html>`,
    )
    expect(article?.text.length).toBeLessThan(200)
  })

  it.each([
    [
      'struck',
      '<del>X</del>',
      '<s>X</s>',
      '<strike>X</strike>',
      '<span style="text-decoration: line-through">X</span>',
    ],
    [
      'hidden',
      '<p hidden>X</p>',
      '<div style="display:none">X</div>',
      '<span style="color:red;visibility: hidden">X</span>',
      '<p aria-hidden="true">X</p>',
      '<span class="sr-only">X</span>',
      '<span class="a screen-reader-text">X</span>',
      '<template>X</template>',
      '<dialog>X</dialog>',
    ],
  ])('leaves out what is %s', async (_, ...elements) => {
    const secret = 'ولن يفتح الجسر أبداً بحسب نص لا يراه القارئ'
    for (const element of elements) {
      const marked = element.replace('X', secret)
      const article = await read(
        page({ body: `<p>${paragraphs[0]} ${marked}</p>` }).replace(`<p>${paragraphs[0]}</p>`, ''),
      )
      expect(article?.text).toBe(paragraphs.join('\n'))
      const plain = await read(`<p>${paragraphs[0]}</p>${marked}`)
      expect(plain?.text).toBe(paragraphs[0])
    }
  })

  it('reads a page that was saved with all of it hidden', async () => {
    const hidden = `<html><body><div style="display:none">${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div></body></html>`
    expect((await read(hidden))?.text).toBe(paragraphs.join('\n'))
  })

  it.each([
    ['headlines under the text', '<ul>X</ul>', 'after'],
    ['headlines inside the text', '<div class="box"><h4>اقرأ أيضا</h4>X</div>', 'inside'],
    ['cards of other articles', '<div>X</div>', 'after'],
  ])('takes no %s for the article’s', async (name, frame, place) => {
    const others = [
      'الوزير يزور الميناء غداً',
      'لماذا أغلق السوق القديم أبوابه؟',
      'حريق في الغابة: رجال الإطفاء يصلون بعد ساعة',
    ]
    const links = others.map((text) =>
      name.startsWith('cards')
        ? `<a href="/n"><img src="x.jpg"><h3>${text}</h3><p>وقال شهود إن ما حدث هناك لم يكن متوقعاً أبداً في مثل هذا اليوم.</p><span>5 مارس 2024</span></a>`
        : `<li><h3><a href="/n">${text}</a></h3><span>12:30</span></li>`,
    )
    const box = frame.replace('X', links.join(''))
    const written = paragraphs.map((text) => `<p>${text}</p>`)
    const [one, ...rest] = written
    const inner = place === 'inside' ? [one, box, ...rest] : [...written, box]
    const article = await read(
      `<html><head><title>الجسر</title></head><body><div class="body">${inner.join('')}</div></body></html>`,
    )
    expect(article?.text).toBe(paragraphs.join('\n'))
  })

  it('keeps a link inside a sentence, and a page of links alone', async () => {
    const linked = paragraphs.map(
      (text) => `<p>${text.replace(/^(\S+ \S+)/u, '<a href="/x">$1</a>')}</p>`,
    )
    expect((await read(`<html><body>${linked.join('')}</body></html>`))?.text).toBe(
      paragraphs.join('\n'),
    )
    const all = paragraphs.map((text) => `<p><a href="/x">${text}</a></p>`)
    expect((await read(`<html><body>${all.join('')}</body></html>`))?.text).toBe(
      paragraphs.join('\n'),
    )
  })

  it('counts no icon, script, style or template as depth', async () => {
    const deep = '<g><path d="M0 0"/>'.repeat(600)
    const body = [
      `<svg viewBox="0 0 1 1">${deep}</svg>`,
      `<script>var t = "${'<div><b>'.repeat(600)}"</script>`,
      `<style>a::before { content: "${'<i>'.repeat(600)}" }</style>`,
      `<template>${'<div>'.repeat(600)}</template>`,
      `<!-- ${'<div>'.repeat(600)} -->`,
      `<script type="application/ld+json">{"@type":"Article","headline":"جسر","description":"${'<em>'.repeat(600)}"}</script>`,
    ]
    const article = await read(page({ body: body.join('') }))
    expect(article).toMatchObject({
      title: 'جسر',
      text: ['افتتاح الجسر', ...paragraphs].join('\n'),
    })
  })

  it('decodes references in what a page says of itself', async () => {
    const said = {
      '@type': 'NewsArticle',
      headline: '&quot;الجسر&quot; يُفتتح&#8230;',
      publisher: { name: 'الشرفة &amp; النهر' },
    }
    const head = `<script type="application/ld+json">${JSON.stringify(said)}</script>`
    expect(await read(page({ head }))).toMatchObject({
      title: '"الجسر" يُفتتح…',
      source: 'الشرفة & النهر',
    })
  })

  it('names a page without text', async () => {
    const items = await readFiles({ 'a.html': '<html><body><script>x</script></body></html>' })
    expect(refusalsOf(items)).toMatchObject([{ reason: 'empty' }])
  })
})
