import { describe, expect, it } from 'vitest'
import { createPieceCutter } from '../../core/reading/piece-cutter.ts'
import { readReaderFolder } from '../../core/reading/reader-folder.ts'

const folder = await readReaderFolder('data/models/rawi-read')
const cut = createPieceCutter(folder)

/** Each piece with the stretch of the text that it stands for. */
function cutUp(text: string): readonly (readonly [string, string])[] {
  const { ids, starts, ends } = cut(text)
  return ids.map((id, at) => [folder.vocabulary[id]![0], text.slice(starts[at], ends[at])])
}

describe('createPieceCutter', () => {
  it('cuts words as the training did', () => {
    expect(cutUp('قال الرئيس  12')).toEqual([
      ['▁قال', 'قال'],
      ['▁الرئيس', 'الرئيس'],
      ['▁', ''],
      ['▁12', '12'],
    ])
  })

  it('reads a half-space and a new line as a blank, and a drawn-out letter as the letter', () => {
    const plain = cut('می رود کتاب').ids
    expect(cut('می\u200cرود\nکتــاب').ids).toEqual(plain)
    expect(
      cutUp('کتــاب')
        .map(([, text]) => text)
        .join(''),
    ).toBe('کتــاب')
  })

  it('gives letters that were folded the place of what was written', () => {
    expect(cutUp('ﷲ').every(([, text]) => text === 'ﷲ')).toBe(true)
    expect(cutUp('cafe\u0301').at(-1)![1].endsWith('e\u0301')).toBe(true)
  })

  it('makes one unknown piece of letters that it does not know', () => {
    const unknown = folder.vocabulary[folder.unknown]![0]
    expect(cutUp('𐎠𐎡𐎢').filter(([piece]) => piece === unknown)).toEqual([[unknown, '𐎠𐎡𐎢']])
  })

  it('reads no frame out of a text', () => {
    const { ids } = cut('<s> a </s><pad><unk>')
    expect(ids.filter((id) => id < 3)).toEqual([])
  })

  it('cuts nothing of nothing', () => {
    expect(cut('')).toEqual({ ids: [], starts: [], ends: [] })
  })
})
