import { describe, expect, it } from 'vitest'
import { isCourtesy } from '../../core/question/courtesy.ts'
import { useSampleAnswerer } from '../answer/sample-index.ts'

const sample = useSampleAnswerer()

describe('isCourtesy', () => {
  it.each([
    'شكراً',
    'شكرا جزيلا لك',
    'السلام عليكم ورحمة الله وبركاته',
    'سلام، صبح بخیر',
    'خیلی ممنون!',
    'Thanks a lot',
    'Hello, how are you?',
    'Çok teşekkür ederim',
    'Спасибо!',
    'Merci beaucoup',
  ])('hears nothing else in «%s»', (text) => {
    expect(isCourtesy(text)).toBe(true)
  })

  it.each([
    'السلام في سوريا',
    'سلام کنندگان به پوتین',
    'صباح',
    'Who thanked Russia?',
    'Hello, who is the spokesman of the Kremlin?',
    'من شكر روسيا؟',
    '؟',
  ])('hears more, or nothing, in «%s»', (text) => {
    expect(isCourtesy(text)).toBe(false)
  })
})

describe('a courtesy', () => {
  it.each([
    ['شكراً', 'ar'],
    ['ممنونم', 'fa'],
    ['Thank you so much', 'en'],
  ])('«%s» is not searched for, though articles hold its words', async (text, language) => {
    const verdict = await sample.answer({ text, language })
    expect(verdict).toMatchObject({ kind: 'refusal', reason: 'empty-question', nearest: [] })
  })

  it('after an answer leans on nothing, and leaves the topic to the next question', async () => {
    const previousQuestion = 'When did Assad visit Sochi?'
    const conversation = { previousQuestion, citedArticleIds: [] }
    const verdict = await sample.answer({ text: 'Thank you!', language: 'en', conversation })
    expect(verdict).toMatchObject({ kind: 'refusal', reason: 'empty-question' })
    expect(verdict.readAs).toBeNull()
  })
})
