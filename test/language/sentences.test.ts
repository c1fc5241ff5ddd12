import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from '../../core/language/index.ts'

const split = (text: string, language: string): string[] =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    ['Arabic marks', 'ar', ['هل وصل الوفد؟', 'نعم!', 'بدأت المحادثات، ثم توقفت.']],
    ['Persian', 'fa', ['رئیس‌جمهور وارد شد.', 'گفت‌وگوها آغاز شد؛ نشست، سه ساعت طول کشید.']],
    ['the Urdu full stop', 'ur', ['وہ آیا۔', 'وہ گیا۔']],
    ['an ellipsis', 'fa', ['رفت…', 'سپس برگشت.']],
    ['an ellipsis of three points', 'ar', ['صمت طويلا...', 'ثم تكلم.']],
    ['English', 'en', ['The talks began.', 'They lasted three hours!']],
    ['a closing mark', 'ar', ['قال: «انتهى الأمر.»', 'وغادر القاعة.']],
    ['an era after a year', 'ar', ['ولد سنة 1952 م.', 'وعاش في دمشق.']],
    ['a country before a new sentence', 'en', ['He lives in the U.S.', 'The visit was short.']],
  ])('ends a sentence at %s', (_, language, parts) => {
    expect(split(parts.join(' '), language)).toEqual(parts)
  })

  it.each([
    ['a title', 'ar', 'التقى د. أحمد الوفد.'],
    ['a post box', 'ar', 'العنوان ص.ب. 12 دمشق.'],
    ['a Persian year', 'fa', 'در سال 1394 ه.ش. این دیدار انجام شد.'],
    ['a name spelt in letters', 'fa', 'شبکهٔ بی.بی.سی نیز این خبر را داد.'],
    ['a decimal', 'en', 'It grew by 3.5 percent.'],
    ['an abbreviated title', 'en', 'He met Dr. Smith and Gen. Jones.'],
    ['initials', 'en', 'J. K. Rowling wrote it.'],
    ['a country before its noun', 'en', 'The U.S. Senate voted.'],
    ['a question that is told on', 'en', '“Where?” he asked.'],
    ['a quotation of several sentences', 'ar', 'قال: «وصلنا. التقينا. غدا نعود» ثم غادر.'],
    ['the number of a list', 'en', '1. First item.'],
    ['an Arabic comma', 'ar', 'جاء، ورأى، وانتصر'],
    ['a Persian comma', 'fa', 'آمد، دید، پیروز شد'],
  ])('goes on after %s', (_, language, sentence) => {
    expect(split(sentence, language)).toEqual([sentence])
  })

  it('ends a sentence at a line break, with or without a full stop', () => {
    expect(split('عنوان الخبر\r\n\n  بدأ اللقاء\nوانتهى.', 'ar')).toEqual([
      'عنوان الخبر',
      'بدأ اللقاء',
      'وانتهى.',
    ])
  })

  it('gives trimmed spans in order and leaves nothing but white space between them', () => {
    const fragment = fc.constantFrom(
      ' ',
      '\n',
      '\r\n',
      '.',
      '؟',
      '!',
      '…',
      '۔',
      '«',
      '»',
      '"',
      '“',
      '”',
      'د',
      'ص.ب.',
      'U.S.',
      'قال',
      'رفت',
      'The',
      'he',
      '3',
      '\ud800',
      '\u200f',
    )
    const text = fc.oneof(
      fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, fc.constantFrom('ar', 'fa', 'en', 'und'), (written, language) => {
        let end = 0
        let between = ''
        for (const span of sentences(written, language)) {
          const sentence = written.slice(span.start, span.end)
          expect(sentence).toBe(sentence.trim())
          expect(sentence).not.toBe('')
          expect(span.start).toBeGreaterThanOrEqual(end)
          between += written.slice(end, span.start)
          end = span.end
        }
        expect((between + written.slice(end)).replace(/\u0085/gu, '').trim()).toBe('')
      }),
      { numRuns: 2_000 },
    )
  })
})
