import { describe, expect, it } from 'vitest'
import { inReadingOrder } from '../../../core/corpus/text/visual-order.ts'
import { articlesOf, readFiles, refusalsOf } from '../temporary-corpus.ts'

const arabic = [
  'زرع الأهالي ٢٣٠ شتلة زيتون على سفح التل (غرب القرية) في عام ٢٠١٩.',
  'وقالت نادية الأشقر من لجنة Green Hills إن الشتلات وصلت من المشتل القديم.',
].join('\n')
const persian =
  'نانوایان محله از سال ۱۳۹۸ نان را به این قیمت می‌فروشند و این کار در پاییز هم ادامه دارد (تا آذر).'

const reversed = (line: string): string => Array.from(line).toReversed().join('')
const turned = (text: string): string => text.split('\n').map(reversed).join('\n')

const wordsReversed = (line: string): string => line.split(' ').toReversed().join(' ')

const mirror: Readonly<Record<string, string>> = { '(': ')', ')': '(', '«': '»', '»': '«' }

/** As it lies on the page: numbers and Latin words run on from left to right, brackets look to the other side. */
function drawn(text: string): string {
  return turned(text)
    .replaceAll(/[\p{Nd}]+|[A-Za-z]+(?: [A-Za-z]+)*/gu, reversed)
    .replaceAll(/[()«»]/gu, (bracket) => mirror[bracket]!)
}

/** Letters by the shapes they take in their words, as some extractors give them. */
function shaped(text: string): string {
  const shapes: Readonly<
    Record<string, readonly [alone: number, final: number, initial: number, medial: number]>
  > = {
    ن: [0xfee5, 0xfee6, 0xfee7, 0xfee8],
    ت: [0xfe95, 0xfe96, 0xfe97, 0xfe98],
    ل: [0xfedd, 0xfede, 0xfedf, 0xfee0],
    ي: [0xfef1, 0xfef2, 0xfef3, 0xfef4],
  }
  return text.replaceAll(/[نتلي]/gu, (letter, at: number) => {
    const before = /[بتثجحخسشصضطظعغفقكلمنهي]/u.test(text[at - 1] ?? '')
    const after = /\p{L}/u.test(text[at + 1] ?? '')
    const place = before ? (after ? 3 : 1) : after ? 2 : 0
    return String.fromCharCode(shapes[letter]![place])
  })
}

describe('inReadingOrder', () => {
  it.each([
    ['Arabic that was turned whole', turned(arabic), arabic],
    ['Arabic as it is drawn', drawn(arabic), arabic],
    ['Persian that was turned whole', turned(persian), persian],
    ['Persian as it is drawn', drawn(persian), persian],
    ['Arabic in presentation forms as they are drawn', drawn(shaped(arabic)), arabic],
    ['presentation forms in reading order', shaped(arabic), arabic],
    ['a ligature', 'الﻻعب في الملعب من الصباح', 'اللاعب في الملعب من الصباح'],
  ])('reads %s', (_, text, read) => {
    expect(inReadingOrder(text)?.text).toBe(read)
  })

  it.each([
    arabic,
    persian,
    'مثلا قليلا كاملا أصلا',
    'The bridge opened in 2019 (at last).',
    'رد اب',
    'قال النبي ﷺ ذلك في المدينة.',
  ])('leaves %s as it is', (text) => {
    expect(inReadingOrder(text)).toMatchObject({ text, note: null })
  })

  it('guesses no number: without a sign of how it was written the text is refused', () => {
    const line = 'وصلت إلى المدينة ٢٥ حافلة من العاصمة على الطريق الساحلي'
    expect(inReadingOrder(reversed(line))).toBeNull()
  })

  it('refuses lines whose words stand in no order though their letters do', () => {
    expect(
      inReadingOrder(
        arabic
          .split('\n')
          .map(wordsReversed)
          .map((line) => line.replace(/^(\S+)\.(.*)$/u, '.$1$2'))
          .join('\n'),
      ),
    ).toBeNull()
  })

  it('turns a title with its text, and refuses the article where it cannot', async () => {
    const title = 'زيتون على التل'
    const items = await readFiles({
      'a.json': JSON.stringify({ id: 'a', title: reversed(title), text: turned(arabic) }),
      'b.txt': reversed('وصلت إلى المدينة ٢٥ حافلة من العاصمة على الطريق الساحلي'),
    })
    expect(articlesOf(items)).toMatchObject([{ title, text: arabic, language: 'ar' }])
    expect(refusalsOf(items).map(({ reason }) => reason)).toEqual(['garbled'])
  })
})
