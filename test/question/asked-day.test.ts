import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../core/answer/answerer.ts'
import { askedDays } from '../../core/question/asked-day.ts'
import { openSampleIndex } from '../answer/sample-index.ts'

describe('askedDays', () => {
  it.each([
    ['en', 'What did Putin say today?', 'today', '2024-07-25'],
    ['en', 'Will it rain tomorrow?', 'tomorrow', '2024-07-26'],
    ['ar', 'ما سعر الدولار اليوم؟', 'اليوم', '2024-07-25'],
    ['ar', 'من زار موسكو أمس؟', 'أمس', '2024-07-24'],
    ['ar', 'من زار موسكو أول من أمس؟', 'أول من أمس', '2024-07-23'],
    ['fa', 'دیروز چه کسی به مسکو رفت؟', 'دیروز', '2024-07-24'],
    ['fa', 'امروز قیمت طلا چند است؟', 'امروز', '2024-07-25'],
    ['tr', 'Bugün kim geldi?', 'Bugün', '2024-07-25'],
    ['ru', 'Кто приехал вчера?', 'вчера', '2024-07-24'],
    ['fr', "Qui est venu aujourd'hui ?", "aujourd'hui", '2024-07-25'],
  ])('%s: %s', (language, question, word, iso) => {
    const start = question.indexOf(word)
    expect(askedDays(question, language, '2024-07-25')).toEqual([
      { start, end: start + word.length, iso, isDeictic: true },
    ])
  })

  it.each([
    ['ar', 'كم قتيلاً سقط في اليوم الأول من الغارات؟'],
    ['ar', 'ما هو اليوم العالمي للغة العربية؟'],
    ['fa', 'تا امروز چند نفر درگذشته‌اند؟'],
    ['en', 'How many have died until today?'],
    ['en', 'Who owns Russia Today?'],
    ['ar', 'من يدير قناة روسيا اليوم؟'],
    ['ar', 'كم عدد القتلى إلى اليوم؟'],
    ['tr', 'Dünya Kupası finalini kim kazandı?'],
  ])('reads no day of asking from %s: %s', (language, question) => {
    expect(askedDays(question, language, '2024-07-25')).toEqual([])
  })
})

describe('a question for today', () => {
  const text = 'What did Assad and Putin talk about in the Kremlin today?'

  it.each([
    ['2024-07-25', 'holds what was reported that day', 'met'],
    ['2026-01-01', 'is not met by a report that says "today" of another day', 'unmet'],
  ])('asked on %s %s', async (today, _, expected) => {
    const index = await openSampleIndex()
    const answerer = createAnswerer({
      embedder: null,
      translate: index.translate,
      now: () => new Date(`${today}T12:00:00Z`),
    })
    const snapshot = await index.engine.snapshot()
    const { question, scored } = await answerer.consider({ text, language: 'en' }, snapshot)
    const at = question.terms.findIndex(({ isDeictic }) => isDeictic)
    expect(question.terms[at]).toMatchObject({ written: 'today', time: today })
    const met = scored.filter((one) => (one.met[at]?.strength ?? 0) > 0)
    const days = new Set(met.map((one) => one.sentence.evidence.passage.publishedAt?.slice(0, 10)))
    expect([...days]).toEqual(expected === 'met' ? [today] : [])
    await index.close()
  })
})
