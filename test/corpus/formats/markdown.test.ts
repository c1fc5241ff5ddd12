import { describe, expect, it } from 'vitest'
import { draftFromMarkdown } from '../../../core/corpus/formats/markdown.ts'
import { draftFromPlainText } from '../../../core/corpus/formats/plain-text.ts'

describe('draftFromMarkdown', () => {
  it.each([
    [
      'emphasis',
      'The **old** bridge, *not* the _new_ one, is ~~closed~~ open.',
      'The old bridge, not the new one, is open.',
    ],
    [
      'links and images',
      'See [the *bridge*](https://example.org/a_b "title") and ![a photo](p.jpg) and [it][1].\n\n[1]: https://example.org',
      'See the bridge and a photo and it.',
    ],
    ['code', 'Run `make bridge` now.', 'Run make bridge now.'],
    [
      'wrapped lines',
      'The bridge\nopened today.\n\nIt rained.',
      'The bridge opened today.\nIt rained.',
    ],
    [
      'lists and quotes',
      '> He said\n> so.\n\n- one\n- two\n1. three',
      'He said so.\none\ntwo\nthree',
    ],
    ['tables', '| a | b |\n|---|---|\n| 1 | 2 |', 'a · b\n1 · 2'],
    [
      'inline markup and comments',
      'The <b>bridge</b><!-- hidden\n--> opened.',
      'The bridge opened.',
    ],
    [
      'escapes',
      'Two \\* three, snake_case_name, 2 * 3 * 4 and a_b.',
      'Two * three, snake_case_name, 2 * 3 * 4 and a_b.',
    ],
    ['Arabic emphasis', 'الجسر **الجديد** مفتوح', 'الجسر الجديد مفتوح'],
    ['a fence', '```\ncode here\n```\nAfter.', 'code here\nAfter.'],
  ])('keeps the words of %s', (_, markdown, text) => {
    expect(draftFromMarkdown(markdown).text).toBe(text)
  })

  it.each([
    [
      'a word that is struck',
      'The toll is <del>free</del> ~~nothing~~ two dinars.',
      'The toll is two dinars.',
    ],
    [
      'what is hidden',
      'One.\n\n<div hidden>\n\nNobody reads this.\n\n</div>\n\nTwo <span style="display:none">or three</span> more.',
      'One.\nTwo more.',
    ],
    [
      'what looks like a tag',
      'He is <not in any way> sorry, she said <b>twice</b>.',
      'He is <not in any way> sorry, she said twice.',
    ],
    ['a heading with its closing marks', '# Bridge and C#   ##\n\nText.', 'Bridge and C#\nText.'],
  ])('reads %s', (_, markdown, text) => {
    expect(draftFromMarkdown(markdown).text).toBe(text)
  })

  it('tells lines that are links and nothing else', () => {
    const draft = draftFromMarkdown(
      'See [it](/a) now.\n\n- [Fire at the market](/b)\n- **[Ferry late](/c)**\n',
    )
    expect(draft.links).toEqual(['Fire at the market', 'Ferry late'])
  })

  it.each([
    ['# The *bridge* #\n\nText.', 'The bridge'],
    ['Text.\n\nBridge\n======\n', 'Bridge'],
    ['Text alone.', null],
  ])('takes the first heading of %j for a title', (markdown, title) => {
    expect(draftFromMarkdown(markdown).title?.value ?? null).toBe(title)
  })

  it('takes nothing for front matter that is none', () => {
    const draft = draftFromMarkdown('Bridge\n\n---\ntitle: no\n---\n')
    expect(draft.title?.value).not.toBe('no')
    expect(draft.text).toContain('title: no')
  })
})

describe('draftFromPlainText', () => {
  it('joins lines that were wrapped at a width, and no others', () => {
    const wrapped = Array.from(
      { length: 8 },
      (_, n) => `the council met again on day number ${n} of the long winter of that`,
    ).join('\n')
    expect(
      draftFromPlainText(`${wrapped}\nyear.\n\nThen it rained.`).text.split('\n'),
    ).toHaveLength(2)
    const lines = 'One line.\nAnother line.\nA third.'
    expect(draftFromPlainText(lines).text).toBe(lines)
  })
})
