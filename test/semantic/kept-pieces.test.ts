import { AutoTokenizer, env, type PreTrainedTokenizer } from '@xenova/transformers'
import fc from 'fast-check'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { compilePatterns } from '../../core/semantic/compiled-patterns.ts'
import { keepPieces } from '../../core/semantic/kept-pieces.ts'
import { createUnigramCutter, type UnigramModel } from '../../core/semantic/unigram-cutter.ts'

let plain: PreTrainedTokenizer
let keeping: PreTrainedTokenizer
let compiled: PreTrainedTokenizer
beforeAll(async () => {
  env.allowRemoteModels = false
  env.localModelPath = resolve('data/models')
  plain = await AutoTokenizer.from_pretrained('rawi-embed')
  keeping = await AutoTokenizer.from_pretrained('rawi-embed')
  keepPieces(keeping, 3)
  compiled = await AutoTokenizer.from_pretrained('rawi-embed')
  compilePatterns(compiled)
})

describe('keepPieces', () => {
  it.each([
    ['words that come again', 'النهر والنهر والجسر، ثم النهر والجسر والنهر'],
    ['more words than are kept', 'سیل شب گذشته پل قدیمی رودخانه را با خود برد و راه روستا بسته شد'],
    ['words that are no piece', 'Xqzwv 漢字 👍 Xqzwv'],
    ['a text without words', ' … '],
    ['a word longer than any piece', 'والاستقلاليةوالمسؤولياتهمparliamentarians'.repeat(40)],
    ['rows that are equally likely', 'zzzzzz ىىىىى 😀😀😀 ﷽﷽'],
  ])('cuts %s as the tokenizer does', (_, text) => {
    for (let again = 0; again < 2; again++) {
      const [expected, cut] = [plain(text), keeping(text)].map(({ input_ids: { data } }) => data)
      expect(cut).toEqual(expected)
    }
  })
})

describe('createUnigramCutter', () => {
  it('cuts any word as the package does', () => {
    const model = plain.model as unknown as UnigramModel & { tokenize(word: string): string[] }
    const cut = createUnigramCutter(model)
    const piece = fc.constantFrom(...model.vocab.slice(2))
    const word = fc
      .array(fc.oneof(piece, fc.string({ unit: 'binary', minLength: 1 })), { minLength: 1 })
      .map((parts) => parts.join(''))
    const property = fc.property(word, (text) => {
      expect(cut(text)).toEqual(model.tokenize(text))
    })
    fc.assert(property, { numRuns: 1_000 })
  })
})

describe('compilePatterns', () => {
  it.each([
    'قالَ «الرَّئيسُ» إنّ ٢٠١٥ وللمدينة ٣٫٥ مليون',
    'گفت‌وگوهای ۱۴۰۲ در كتابخانهٔ ملّي آغاز شد؛ می‌شود',
    "L'été, Straße, Łódź & İstanbul: don’t — 1,000 ﷺ",
    'ٱلْكِتَابُ ڪبير ګل ہوا ۀ ۃ ۂ ۿ ٲ ٳ ۆ ۇ ۈ ۋ ۉ ۏ ں ڕ ڵ ء ۍ ې ے ۑ ı ß æ ø ł ə ٤ ۴ ४ ٥۵५ ٦۶६ ٧۷७ ٨۸८ ٩۹९ ٠۰० ١۱१ ٢۲२ ٣۳३',
    'سأل [UNK] و[PAD]ثم قال [pad] [',
    '[UNK]',
    '',
  ])('folds %j as the tokenizer does', (text) => {
    for (let again = 0; again < 2; again++) {
      const [expected, cut] = [plain(text), compiled(text)].map(({ input_ids: { data } }) => data)
      expect(cut).toEqual(expected)
    }
  })
})
