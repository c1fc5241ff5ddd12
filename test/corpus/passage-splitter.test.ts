import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitPassages } from '../../core/corpus/index.ts'
import { sentences } from '../../core/language/index.ts'

const sentence = fc
  .array(
    fc.constantFrom(
      'الخبر',
      'المدينة',
      'می‌گوید',
      'کتابخانه',
      'harbour',
      '2024',
      '😀',
      'عُمان',
      '٪۹۵',
      'reopened',
    ),
    { minLength: 1, maxLength: 60 },
  )
  .chain((words) => fc.constantFrom('.', '؟', '!', '…', '').map((end) => words.join(' ') + end))
const prose = fc
  .array(fc.tuple(sentence, fc.constantFrom(' ', '\n', '\n\n')), { minLength: 1, maxLength: 40 })
  .map((parts) => parts.map(([words, gap]) => words + gap).join(''))
const anyText = fc.oneof(prose, fc.string({ unit: 'grapheme', maxLength: 4000 }))
const language = fc.constantFrom('ar', 'fa', 'en', 'und')

describe('splitPassages', () => {
  it('gives no passage for a text without words', () => {
    expect(splitPassages({ text: '', language: 'ar' })).toEqual([])
    expect(splitPassages({ text: ' \n ', language: 'und' })).toEqual([])
  })

  it('keeps a short article whole', () => {
    const text = 'وصل الوفد صباح اليوم. وغادر مساءً.'
    expect(splitPassages({ text, language: 'ar' })).toEqual([
      { ordinal: 0, start: 0, end: text.length },
    ])
  })

  it('begins a passage with the sentence that ended the one before', () => {
    const motions = Array.from(
      { length: 30 },
      (_, index) => `The council approved budget item number ${index + 1} after a long debate.`,
    )
    const text = motions.join(' ')
    const passages = splitPassages({ text, language: 'en' })
    expect(passages.length).toBeGreaterThan(2)
    for (const [index, passage] of passages.entries()) {
      const next = passages[index + 1]
      if (!next) continue
      expect(next.start).toBeLessThan(passage.end)
      expect(text.slice(next.start, passage.end)).toMatch(/^The council .+ debate\.$/u)
    }
  })

  it('covers every character that is no blank, in order and within bounds', () => {
    fc.assert(
      fc.property(anyText, language, (text, code) => {
        const passages = splitPassages({ text, language: code })
        const covered = new Uint8Array(text.length)
        let last = { start: -1, end: -1 }
        for (const [index, { ordinal, start, end }] of passages.entries()) {
          expect(ordinal).toBe(index)
          expect(end).toBeGreaterThan(start)
          expect(end - start).toBeLessThanOrEqual(1400)
          expect(start).toBeGreaterThan(last.start)
          expect(end).toBeGreaterThan(last.end)
          last = { start, end }
          const slice = text.slice(start, end)
          expect(slice).toBe(slice.trim())
          expect(slice.isWellFormed() || !text.isWellFormed()).toBe(true)
          covered.fill(1, start, end)
        }
        const missed = [...covered.entries()].some(
          ([at, seen]) => seen === 0 && /\S/u.test(text[at]!),
        )
        expect(missed).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps every sentence whole in at least one passage', () => {
    fc.assert(
      fc.property(prose, language, (text, code) => {
        const passages = splitPassages({ text, language: code })
        for (const { start, end } of sentences(text, code))
          expect(passages.some((passage) => passage.start <= start && end <= passage.end)).toBe(
            true,
          )
      }),
    )
  })

  it('cuts a sentence longer than a passage between its words', () => {
    const words = Array.from({ length: 900 }, (_, index) => `كلمة${index}`)
    const text = words.join(' ')
    const passages = splitPassages({ text, language: 'ar' })
    const seen = new Set(passages.flatMap(({ start, end }) => text.slice(start, end).split(' ')))
    expect(passages.length).toBeGreaterThan(3)
    expect([...seen].toSorted()).toEqual(words.toSorted())
  })

  it('cuts a word longer than a passage without splitting a surrogate pair', () => {
    const text = 'a' + '😀'.repeat(3000)
    const passages = splitPassages({ text, language: 'und' })
    expect(
      passages
        .map(({ start, end }) => text.slice(start, end))
        .every((slice) => slice.isWellFormed()),
    ).toBe(true)
    expect(passages.at(-1)!.end).toBe(text.length)
  })

  it.each([
    { targetLength: 100, maxLength: 200, overlapLength: 0 },
    { targetLength: 300, maxLength: 300, overlapLength: 300 },
    { targetLength: 2, maxLength: 2, overlapLength: 1 },
  ])('holds to other lengths: $targetLength, $maxLength, $overlapLength', (options) => {
    fc.assert(
      fc.property(prose, (text) => {
        const passages = splitPassages({ text, language: 'ar' }, options)
        expect(passages.every(({ start, end }) => end - start <= options.maxLength)).toBe(true)
        expect(passages.at(-1)?.end ?? 0).toBe(text.trimEnd().length)
      }),
      { numRuns: 100 },
    )
  })
})
