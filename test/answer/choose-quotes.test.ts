import { describe, expect, it } from 'vitest'
import { choice } from '../../core/answer/answerer.ts'
import { chooseQuotes, sentencesOf } from '../../core/answer/choose-quotes.ts'
import { useSampleAnswerer } from './sample-index.ts'

const { consider } = useSampleAnswerer()

const question = { text: 'Which cathedral in Damascus did Putin visit?', language: 'en' }

describe('chooseQuotes', () => {
  it('makes one quote of two good sentences side by side', async () => {
    const { question: read, scored } = await consider(question)
    const [mosque, cathedral] = ['At the Umayyad Mosque', 'At the Mariamite Cathedral'].map(
      (beginning) => scored.find(({ sentence }) => sentence.text.startsWith(beginning)),
    )
    if (!mosque || !cathedral) throw new Error('the sample corpus has changed')
    const quotes = chooseQuotes(
      read,
      [cathedral, { ...mosque, score: cathedral.score - 1 }],
      choice.quotes,
    )
    expect(quotes).toHaveLength(1)
    expect(quotes[0]?.quote).toMatch(/^At the Umayyad Mosque.*Virgin Mary\.$/su)
    expect(quotes[0]?.start).toBe(mosque.sentence.start)
    expect(quotes.flatMap(sentencesOf)).toHaveLength(2)
  })

  it('never makes more than three quotes, nor one of more than two sentences', async () => {
    const { question: read, scored } = await consider(question)
    const close = scored.map((one) => ({ ...one, score: 1 }))
    const quotes = chooseQuotes(read, close, choice.quotes)
    expect(quotes.length).toBeLessThanOrEqual(3)
    for (const { quote, start, end } of quotes) expect(quote).toHaveLength(end - start)
    for (const draft of quotes) expect(sentencesOf(draft).length).toBeLessThanOrEqual(2)
  })
})
