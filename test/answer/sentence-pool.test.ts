import { expect, it } from 'vitest'
import { createMeeting } from '../../core/answer/meeting.ts'
import { weighSentence } from '../../core/answer/sentence-features.ts'
import { amongRivals } from '../../core/answer/sentence-pool.ts'
import { createSentenceReader } from '../../core/answer/sentence.ts'
import { planOf } from '../question/plans.ts'

it('prefers the sentence that holds what its rivals lack', async () => {
  const text =
    'وصل الوفد إلى عمّان صباح أمس. التقى الوفد في عمّان وزير النقل. زار الوفد مستشفى عمّان الجديد. غادر الوفد عمّان ليلاً.'
  const passage = {
    id: 1,
    articleId: 'delegation',
    ordinal: 1,
    start: 0,
    end: text.length,
    text,
    title: 'زيارة',
    source: null,
    url: null,
    publishedAt: null,
    language: 'ar',
  }
  const asked = 'أي مستشفى زار الوفد في عمّان؟'
  const question = await planOf(asked, 'ar')
  const evidence = { passage, score: 1, lexical: 1, coverage: 1, cosine: null }
  const meeting = createMeeting(question.content, 'ar')
  const pool = createSentenceReader()
    .sentencesOf([evidence])
    .map((sentence) => weighSentence(question, sentence, { score: 1 }, meeting))
  const weighed = amongRivals(question, pool)
  expect(weighed).toHaveLength(4)
  const [best, second] = weighed.toSorted((a, b) => b.features.local - a.features.local)
  expect(best?.sentence.text).toContain('مستشفى')
  expect(best?.features.localGap).toBe(0)
  // By plain cover the others hold half of the question or more.
  expect(second?.features.local).toBeLessThan(0.5 * (best?.features.local ?? 0))
  expect(second?.features.cover).toBeGreaterThanOrEqual(0.5)
})
