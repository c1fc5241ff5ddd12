import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Citation, Verdict } from '../../core/question.ts'
import { localeFor, type Locale } from '../../bot/telegram/locale.ts'
import { loadMessages } from '../../bot/telegram/messages.ts'
import { dayText } from '../../bot/telegram/render/dates.ts'
import { directed, firstStrong, label } from '../../bot/telegram/render/direction.ts'
import { passageLink } from '../../bot/telegram/render/passage-link.ts'
import { bold, link, rich } from '../../bot/telegram/render/rich-text.ts'
import { renderSources, sourcesPerPage } from '../../bot/telegram/render/sources.ts'
import { split } from '../../bot/telegram/render/split.ts'
import { renderVerdict } from '../../bot/telegram/render/verdict.ts'
import { problemOfEntities, problemOfText } from '../bot-api/index.ts'
import {
  answerOf,
  arabicCitation,
  englishCitation,
  persianCitation,
  refusalOf,
} from './sample-verdicts.ts'

const allMessages = loadMessages()

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

const inOne = (verdict: Verdict, locale: Locale): string =>
  renderVerdict(verdict, allMessages[locale])
    .map(({ text }) => text)
    .join('\n')

describe('renderVerdict', () => {
  it('names the language of a quote only where it is not the question’s', () => {
    const text = inOne(answerOf('ar', arabicCitation, englishCitation), 'ar')
    expect(text).toContain('⁨The Harbour Post⁩ · الإنجليزية')
    expect(text).not.toContain('العربية')
  })

  it('keeps each quote’s own words and direction', () => {
    const text = inOne(answerOf('fa', persianCitation, englishCitation), 'fa')
    expect(text).toContain(`${englishCitation.quote} [2]`)
    expect(text.split('\n')).toContainEqual(
      expect.stringMatching(/^\u200f?\[2\] \u2068Assad in Moscow!\u2069 — /),
    )
  })

  it('has no mark that an article wrote', () => {
    const own = { ...englishCitation, quote: 'See note [2] below.', title: 'A [1]', highlights: [] }
    const text = inOne(answerOf('en', own), 'en')
    expect(text).toContain(`See note ［2］ below. [${own.n}]`)
    expect(text.match(/\[\d+\]/gu)).toEqual([`[${own.n}]`, `[${own.n}]`])
  })

  it('offers the nearest passages of a refusal as such', () => {
    const refusal = refusalOf('fa', 'بایگانی پاسخ این پرسش را ندارد.', persianCitation)
    expect(inOne(refusal, 'fa')).toContain(
      'بایگانی پاسخ این پرسش را ندارد.\n\nنزدیک‌ترین بخش‌ها، که شاید پاسخ پرسش نباشند:\n\n' +
        persianCitation.quote,
    )
  })

  it('tells in a line that wording alone was compared', () => {
    const verdict = { ...answerOf('ar', arabicCitation), mode: 'keyword-only' } as const
    expect(inOne(verdict, 'ar')).toMatch(/\n\nقورنت الألفاظ وحدها[^\n]*$/)
  })

  it('shows events apart under their dates, each source listed once', () => {
    const first = { ...arabicCitation, n: 1 }
    const second = { ...persianCitation, n: 2 }
    const verdict: Answer = {
      ...answerOf('en', first, second),
      disagreement: [
        { claim: 'four thousand', eventDate: '2015-10-20', citations: [first] },
        { claim: 'talks', eventDate: '2017-11-20', citations: [second] },
      ],
    }
    const text = inOne(verdict, 'en')
    expect(text).toContain(`Told apart by the date of the event:\n\n20 October 2015\n`)
    expect(text).toContain(`20 November 2017\n`)
    expect(text.split(second.quote)).toHaveLength(2)
  })

  it('links no address that a reader could be harmed by', () => {
    const hostile = { ...englishCitation, n: 1, url: 'javascript:alert(1)' }
    const [message] = renderVerdict(answerOf('en', hostile), allMessages.en)
    expect(message?.entities.map(({ type }) => type)).toEqual(['expandable_blockquote'])
  })

  it('makes messages that Telegram takes of any text at all', () => {
    const wordy = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
        .map((codes) => String.fromCharCode(...codes)),
    )
    const vast = fc.constantFrom(
      'علي'.repeat(3_000),
      'کتاب‌ها '.repeat(1_000),
      '👨‍👩‍👧‍👦'.repeat(900),
      `e${'\u0301'.repeat(9_000)}`,
      '\u202e\u2066[1] <b>*x*</b> _y_',
      '\n'.repeat(5_000),
      'word. '.repeat(2_000),
    )
    const anyText = fc.oneof({ weight: 30, arbitrary: wordy }, { weight: 1, arbitrary: vast })
    const span = fc
      .tuple(fc.integer({ min: -2, max: 220 }), fc.integer({ min: -2, max: 220 }))
      .map(([start, end]) => ({ start, end }))
    const citation = fc.record({
      n: fc.integer({ min: 1, max: 3 }),
      quote: anyText,
      articleId: fc.constant('a'),
      title: anyText,
      source: fc.option(anyText),
      url: fc.option(fc.oneof(fc.webUrl(), anyText)),
      publishedAt: fc.option(
        fc.oneof(fc.constantFrom('2015-10-21', '2015', '0000-99-99'), anyText),
      ),
      language: fc.constantFrom('ar', 'fa', 'en', 'und', 'x', ''),
      start: fc.constant(0),
      end: fc.constant(1),
      score: fc.constant(0.5),
      span: fc.constant(null),
      highlights: fc.array(span, { maxLength: 150 }),
    }) as fc.Arbitrary<Citation>
    const verdict = fc.record({
      kind: fc.constantFrom('answer', 'refusal'),
      language: fc.constantFrom('ar', 'fa', 'en', 'tr', 'ru', 'fr', 'und'),
      text: anyText,
      mode: fc.constantFrom('hybrid', 'keyword-only'),
      citations: fc.array(citation, { maxLength: 3 }),
      nearest: fc.array(citation, { maxLength: 3 }),
      readAs: fc.constant(null),
      missing: fc.constant([]),
      reason: fc.constant('too-weak'),
      disagreement: fc.option(
        fc.array(
          fc.record({
            claim: anyText,
            eventDate: fc.option(fc.constantFrom('2017-11-20', 'x')),
            citations: fc.array(citation, { maxLength: 2 }),
          }),
          { maxLength: 2 },
        ),
      ),
    }) as fc.Arbitrary<Verdict>
    fc.assert(
      fc.property(verdict, (each) => {
        for (const { text, entities } of renderVerdict(
          each,
          allMessages[localeFor(each.language)],
        )) {
          expect(problemOfText(text)).toBeNull()
          expect(problemOfEntities(text, entities)).toBeNull()
        }
      }),
      { numRuns: 5_000 },
    )
  }, 120_000)
})

describe('split', () => {
  it('cuts between paragraphs, else lines, else sentences, else words', () => {
    const texts = split(rich('aaaa bbbb.\n\ncccc dddd\neeee ffff. gggg hhhh'), 12).map(
      ({ text }) => text,
    )
    expect(texts).toEqual(['aaaa bbbb.', 'cccc dddd', 'eeee ffff.', 'gggg hhhh'])
  })

  it('keeps a link whole and carries a quote over the cut', () => {
    const [first, second] = split(
      rich('one two three ', link('four five', 'https://example.org/'), ' six'),
      20,
    )
    expect(first?.text).toBe('one two three')
    expect(second).toEqual({
      text: 'four five six',
      entities: [{ type: 'text_link', offset: 0, length: 9, url: 'https://example.org/' }],
    })
    const halves = split(bold(`${'ا'.repeat(10)}${'ب'.repeat(10)}`), 10)
    expect(halves.map(({ entities }) => entities)).toEqual(
      ['ا', 'ب'].map(() => [{ type: 'bold', offset: 0, length: 10 }]),
    )
  })

  it('gives up bold words before links when there are more entities than Telegram takes', () => {
    const words = Array.from({ length: 120 }, () => rich(bold('س'), '-'))
    const [message] = split(rich(...words, link('[1]', 'https://example.org/')))
    expect(message?.entities).toHaveLength(100)
    expect(message?.entities.at(-1)?.type).toBe('text_link')
  })

  it('cuts no character as a reader sees it', () => {
    const family = '👨‍👩‍👧‍👦'
    for (const { text } of split(rich(family.repeat(50)), 40)) {
      expect(text.replaceAll(family, '')).toBe('')
    }
  })

  it('loses no letter', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 300 })
    fc.assert(
      fc.property(anyText, fc.integer({ min: 8, max: 60 }), (source, limit) => {
        const parts = split(rich(source), limit)
        expect(lettersOf(parts.map(({ text }) => text).join(''))).toBe(lettersOf(source))
        for (const { text } of parts) expect(text.length).toBeLessThanOrEqual(limit)
      }),
    )
  })
})

describe('directed', () => {
  it.each([
    ['قال CNN', 'rtl', 'قال CNN'],
    ['CNN: قال', 'rtl', '\u200fCNN: قال'],
    ['[1] 2015', 'rtl', '\u200f[1] 2015'],
    ['موسكو is a city', 'ltr', '\u200eموسكو is a city'],
    ['Moscow\n\n۱۲ نفر', 'rtl', '\u200fMoscow\n\n۱۲ نفر'],
  ] as const)('makes %j run %s', (text, direction, expected) => {
    expect(directed(text, direction).text).toBe(expected)
  })
})

describe('firstStrong', () => {
  it.each([
    ['۱۲ کتاب', 'rtl'],
    ['12 books', 'ltr'],
    ['\u2068Moscow\u2069 مسكو', 'rtl'],
    ['123', null],
  ])('finds in %j %s', (text, expected) => {
    expect(firstStrong(text)).toBe(expected)
  })
})

describe('label', () => {
  it('drops stray direction controls and isolates what runs the other way', () => {
    expect(label('Assad\u202e in\n Moscow!', 'rtl').text).toBe('\u2068Assad in Moscow!\u2069')
    expect(label('الأسد في موسكو', 'rtl').text).toBe('الأسد في موسكو')
  })
})

describe('dayText', () => {
  it.each([
    ['2015-10-21', 'ar', '21 أكتوبر 2015'],
    ['2015-10-21', 'fa', '۲۹ مهر ۱۳۹۴ (۲۱ اکتبر ۲۰۱۵)'],
    ['2015-10-20T23:30:00-05:00', 'en', '20 October 2015'],
    ['2021-09', 'ar', 'سبتمبر 2021'],
    ['2021-09', 'fa', 'سپتامبر ۲۰۲۱'],
    ['2021-09', 'en', 'September 2021'],
    ['2015', 'en', '2015'],
    ['2015-99-99', 'ru', '2015-99-99'],
  ] as const)('writes %s in %s', (iso, locale, expected) => {
    expect(dayText(iso, locale)).toBe(expected)
  })
})

describe('passageLink', () => {
  it('scrolls to the first and the last words of a quote', () => {
    const quote = 'One two three four-five six, seven eight nine ten.'
    expect(passageLink('https://example.org/a#b', quote)).toBe(
      'https://example.org/a#b:~:text=One%20two%20three%20four%2Dfive,seven%20eight%20nine%20ten.',
    )
  })

  it('leaves the address alone when the quote is too short to find', () => {
    expect(passageLink('https://example.org/a', 'قال بوتين')).toBe('https://example.org/a')
  })
})

describe('renderSources', () => {
  const sources = Array.from({ length: sourcesPerPage + 5 }, (_, index) => ({
    source: index === 0 ? null : `Outlet ${index}`,
    articles: 40 - index,
    languages: ['en'],
    oldest: '2015-10-21',
    newest: index === 1 ? '2015-10-21' : '2024-12-19',
  }))
  const page = (number: number): string =>
    renderSources(sources, number, allMessages.en)
      .map(({ text }) => text)
      .join('\n')

  it('shows counts and dates, and how to turn the page', () => {
    expect(page(1)).toContain('unknown source · 40 articles · 21 October 2015 to 19 December 2024')
    expect(page(1)).toContain('Outlet 1 · 39 articles · 21 October 2015\n')
    expect(page(1)).toContain('Page 1 of 2 · \u200e/sources_2')
  })

  it('shows the last page for any beyond it', () => {
    expect(page(9)).toBe(page(2))
    expect(page(2)).toContain(`Outlet ${sourcesPerPage + 4} · 6 articles`)
  })
})
