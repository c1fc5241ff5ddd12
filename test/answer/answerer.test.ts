import { describe, expect, it } from 'vitest'
import { identifyLanguage } from '../../core/language/index.ts'
import type { Verdict } from '../../core/question.ts'
import { useSampleAnswerer } from './sample-index.ts'

const { answer, consider } = useSampleAnswerer()

const ask = (text: string): Promise<Verdict> => answer({ text, language: identifyLanguage(text) })

describe('createAnswerer', () => {
  it.each([
    ['ما النسبة التي حصل عليها محمود أحمد مرعي؟', '3.3 في المئة'],
    ['میرزاخانی دکتری خود را از کدام دانشگاه گرفت؟', 'دانشگاه هاروارد'],
    ['Who is the head of ISRO?', 'S. Somanath'],
  ])('answers «%s» with a quote that holds %s', async (question, needle) => {
    const verdict = await ask(question)
    if (verdict.kind !== 'answer') throw new Error(`refused: ${verdict.text}`)
    expect(verdict.citations.map(({ quote }) => quote).join(' ')).toContain(needle)
    expect(verdict.citations.map(({ n }) => n)).toEqual(verdict.citations.map((_, at) => at + 1))
    expect(verdict.text).toContain('[1]')
  })

  it('marks the asked-for words inside the quote', async () => {
    const verdict = await ask('كم متفرجاً تابع النهائي في الملعب؟')
    if (verdict.kind !== 'answer') throw new Error(`refused: ${verdict.text}`)
    const [first] = verdict.citations
    const marked = first?.highlights.map(({ start, end }) => first.quote.slice(start, end))
    expect(marked?.join(' ')).toContain('88,966')
  })

  it('brings the sentence that names the speaker of «وأضاف»', async () => {
    const verdict = await ask('كم حصل المرشح عبد الله سلوم عبد الله؟')
    if (verdict.kind !== 'answer') throw new Error(`refused: ${verdict.text}`)
    expect(verdict.citations[0]?.quote).toMatch(/^وقال صباغ .*وأضاف أن/su)
  })

  it.each([
    ['What is the population of Brazil?', 'en', ['population', 'Brazil']],
    ['كيف أطبخ الكبسة؟', 'ar', ['الكبسة']],
  ])(
    'refuses «%s», says so in %s and names what is missing',
    async (question, language, missing) => {
      const verdict = await ask(question)
      expect(verdict).toMatchObject({ kind: 'refusal', language })
      expect(verdict.kind === 'refusal' && verdict.missing).toEqual(expect.arrayContaining(missing))
      for (const word of missing) expect(verdict.text).toContain(word)
    },
  )

  it.each(['من وماذا ولماذا؟', 'این چیست و چرا؟', '؟!', '...'])(
    'refuses «%s», which asks nothing',
    async (question) => {
      expect(await ask(question)).toMatchObject({ kind: 'refusal', reason: 'empty-question' })
    },
  )

  it('searches only what the filters let through', async () => {
    const text = 'من هو المتحدث باسم الكرملين؟'
    const verdict = await answer({ text, language: 'ar', filters: { languages: ['fa'] } })
    const shown = verdict.kind === 'answer' ? verdict.citations : verdict.nearest
    expect(shown.every(({ language }) => language === 'fa')).toBe(true)
  })

  it('reads a follow-up with the question before it', async () => {
    const conversation = {
      previousQuestion: 'ما النسبة التي حصل عليها محمود أحمد مرعي؟',
      citedArticleIds: ['syria-election-2021-ar'],
    }
    const verdict = await answer({ text: 'ومتى؟', language: 'ar', conversation })
    const shown = verdict.kind === 'answer' ? verdict.citations : verdict.nearest
    expect(shown[0]?.articleId).toBe('syria-election-2021-ar')
  })

  it('lets a follow-up ask for another kind of thing', async () => {
    const conversation = {
      previousQuestion: 'متى زار الأسد روسيا؟',
      citedArticleIds: ['assad-moscow-2015-ar'],
    }
    const asked = async (text: string) =>
      (await consider({ text, language: 'ar', conversation })).question.asked
    expect(await asked('ومن كان معه؟')).toMatchObject({ kinds: ['who'] })
    expect(await asked('وفي سوتشي؟')).toMatchObject({ kinds: ['when'] })
  })

  it('lets no earlier citation into a new topic', async () => {
    const conversation = {
      previousQuestion: 'متى زار الأسد روسيا؟',
      citedArticleIds: ['assad-moscow-2015-ar'],
    }
    const text = 'Who is the head of ISRO?'
    const alone = await answer({ text, language: 'en' })
    const after = await answer({ text, language: 'en', conversation })
    expect(after).toEqual(alone)
  })
})
