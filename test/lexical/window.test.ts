import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Postings } from '../../core/lexical/postings.ts'
import { createScorer } from '../../core/lexical/score.ts'
import { assemble } from '../../scripts/wasm/assemble.ts'

const kernel = (ending: string) =>
  readFileSync(new URL(`../../core/lexical/window.${ending}`, import.meta.url))

const language = (id: number) => (id % 3 === 0 ? ('fa' as const) : ('ar' as const))

describe('window kernel', () => {
  it('is what its text says: run `npm run wasm` after a change', async () => {
    expect(Buffer.from(await assemble(kernel('wat').toString()))).toEqual(kernel('wasm'))
  })

  it('counts every passage of full windows once, in both layers, of the languages that count', () => {
    const postings = new Postings()
    const add = (from: number, to: number): void => {
      for (let id = from; id < to; id++)
        postings.add({
          id,
          language: language(id),
          surface: 'جسر',
          stem: 'جسر نهر',
          sound: '',
          title: '',
        })
    }
    add(0, 9_000)
    postings.bytes()
    add(9_000, 14_000)
    for (const id of [0, 4_096, 13_999]) postings.discard(id)
    const forms = [
      { field: 'surface', term: 'جسر', weight: 1, language: 'ar' },
      { field: 'stem', term: 'جسر', with: ['نهر'], weight: 0.5, language: 'ar' },
    ] as const
    const found = createScorer(postings).best([{ forms }], {
      limit: Infinity,
    })
    const expected = Array.from({ length: 14_000 }, (_, id) => id).filter(
      (id) => language(id) === 'ar' && ![0, 4_096, 13_999].includes(id),
    )
    expect(found.map(({ slot }) => postings.idAt(slot))).toEqual(expected)
    expect(new Set(found.map(({ score, coverage }) => `${score} ${coverage}`)).size).toBe(1)
  })
})
