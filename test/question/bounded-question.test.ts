import { expect, it } from 'vitest'
import { boundedText, mostWords } from '../../core/question/bounded-question.ts'
import { analyse } from '../../core/language/index.ts'

function bounded(text: string, passages: (surface: string) => number): string {
  const words = analyse(text, 'ar').map((token) => ({ token, passages: passages(token.surface) }))
  return boundedText(text, words)
}

const numbers = Array.from({ length: 60 }, (_, n) => String(100 + n))

it('leaves a usual question as it is, to the letter', () => {
  const question = 'كم  عدد القتلى في فيضانات درنة، ومتى وقعت؟'
  expect(bounded(question, () => 3)).toBe(question)
})

it('keeps the rarest words of a long one in their order, and what asks', () => {
  const text = `متى وصلت القافلة إلى ${numbers.join(' ')} عدن؟`
  const kept = bounded(text, (surface) => (surface === 'عدن' ? 1 : 1_000 - Number(surface) || 900))
  expect(kept).toMatch(/^متى .*إلى .*عدن$/u)
  expect(kept.split(' ').filter((word) => /^\d/u.test(word))).toEqual(
    numbers.slice(-(mostWords - 1)),
  )
})

it('leaves room for what the archive holds beside what it never saw', () => {
  const text = numbers.join(' ')
  const kept = bounded(text, (surface) => (Number(surface) < 140 ? 0 : 5)).split(' ')
  expect(kept).toHaveLength(mostWords)
  expect(kept.filter((word) => Number(word) >= 140)).toHaveLength(mostWords / 2)
})

it('counts a word once, however often it is written', () => {
  expect(bounded(`${numbers.join(' ')} ${'عدن '.repeat(300)}`, () => 0).length).toBeLessThan(100)
})
