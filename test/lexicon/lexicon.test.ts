import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { analyse } from '../../core/language/index.ts'
import { openLexicon } from '../../core/language/lexicon/index.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lexicon-'))
  write('en', 'united states\tar:ولایات متحده=90', 'unite\tar:وحد=80', 'war\tar:حرب=95')
  write('ar', 'حرب\ten:war=97', 'مدرسه\ten:school=81', 'استخدم\ten:use=70', 'وزیر\ten:minister=88')
  write('ru', 'война\ten:war=90', 'воин\ten:warrior=90', 'москва\ten:moscow=99')
})

afterEach(() => rmSync(folder, { recursive: true }))

function write(language: string, ...lines: string[]): void {
  const text = ['#rawi-lexicon 1', ...lines.toSorted(), ''].join('\n')
  writeFileSync(join(folder, `${language}.tsv.gz`), gzipSync(text))
}

function lookUp(text: string, language: string): string[] {
  const words = analyse(text, language).filter(({ stop }) => !stop)
  return openLexicon(folder)
    .lookUp(words, language)
    .map(({ phrase }) => phrase)
}

describe('openLexicon', () => {
  it.each([
    ['a word as it is listed', 'war', 'en', ['حرب']],
    ['a word by its stem', 'Wars', 'en', ['حرب']],
    ['words together', 'United States', 'en', ['ولایات متحده']],
    ['a word behind particle and article', 'والحرب', 'ar', ['war']],
    ['a broken plural', 'المدارس', 'ar', ['school']],
    ['a verb that is listed in its past', 'يستخدمون', 'ar', ['use']],
    ['a word whose first letter may pass for a particle', 'الوزير', 'ar', ['minister']],
    ['an ending of a language without a stemmer', 'Москву', 'ru', ['moscow']],
    ['nothing for a word that no entry has', 'ceasefire', 'en', []],
    ['nothing in a language without a file', 'sota', 'fi', []],
  ])('finds %s', (_, text, language, phrases) => {
    expect(lookUp(text, language)).toEqual(phrases)
  })

  it('takes the entry of the same spelling for likelier than one of the same stem', () => {
    write('en', 'united\tar:متحد=90', 'unite\tar:وحد=90')
    expect(
      openLexicon(folder)
        .lookUp(analyse('united', 'en'), 'en')
        .map(({ phrase, weight }) => [phrase, weight > 0.5]),
    ).toEqual([
      ['متحد', true],
      ['وحد', false],
    ])
  })

  it('says which file is damaged and what to do', () => {
    writeFileSync(join(folder, 'en.tsv.gz'), 'no gzip')
    expect(() => lookUp('war', 'en')).toThrow(/en\.tsv\.gz is damaged.*Restore data\/lexicon/u)
  })

  it('says that a folder holds no lexicon', () => {
    expect(() => openLexicon(join(folder, 'nowhere'))).toThrow(/No lexicon lies in/u)
  })
})
