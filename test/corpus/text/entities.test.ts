import { describe, expect, it } from 'vitest'
import { decodeEntities, decodeEscapes } from '../../../core/corpus/text/entities.ts'
import { tidyLine } from '../../../core/corpus/tidy-text.ts'
import { articlesOf, readFiles } from '../temporary-corpus.ts'

describe('decodeEntities', () => {
  it.each([
    ['&laquo;زيتون&raquo;&nbsp;&#8211; قالت', '«زيتون»\u00a0– قالت'],
    ['&amp;quot;twice&amp;quot;', '"twice"'],
    ['R&D, AT&T and 5 &lt; 6', 'R&D, AT&T and 5 < 6'],
    ['&unknown; &amp', '&unknown; &amp'],
  ])('reads %s', (text, read) => expect(decodeEntities(text)).toBe(read))
})

describe('decodeEscapes', () => {
  it.each([
    ['وصلت الحافلة.\\nثم غادرت.', 'وصلت الحافلة.\nثم غادرت.'],
    ['One.\\r\\n\\r\\nTwo \\"quoted\\"', 'One.\n\nTwo "quoted"'],
    ['\\u0632\\u064a\\u062a', 'زيت'],
    ['Look in C:\\news\\today for it', 'Look in C:\\news\\today for it'],
    ['The gradient \\nabla f and \\alpha', 'The gradient \\nabla f and \\alpha'],
  ])('reads %s', (text, read) => expect(decodeEscapes(text)).toBe(read))
})

describe('what is not seen', () => {
  it('leaves texts, titles, outlets and ids', async () => {
    const unseen = '\u200b\u200e\u200f\u2060\ufeff\u{e0041}\u{e007f}'
    const dotted = (text: string): string =>
      `${unseen}${text.replaceAll(' ', ` ${unseen}`)}${unseen}`
    const record = {
      id: dotted('id 1'),
      title: dotted('A title'),
      source: dotted('An outlet'),
      text: dotted('The bridge opened on Monday after three years.'),
    }
    const items = await readFiles({
      'a.json': JSON.stringify(record),
      [`b${unseen}.txt`]: dotted('The ferry left at noon.'),
    })
    expect(articlesOf(items)).toMatchObject([
      {
        id: 'id 1',
        title: 'A title',
        source: 'An outlet',
        text: 'The bridge opened on Monday after three years.',
      },
      { id: 'b', text: 'The ferry left at noon.' },
    ])
  })

  it('leaves a half-space where a Persian writer meant one', () => {
    expect(tidyLine('گفت\u200eوگو می\u200fشود')).toBe('گفت\u200cوگو می\u200cشود')
  })
})
